// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/timeline/symbol.h"
#include "model/timeline/timelinegeometry.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

// One verification large: the lanes messages, PIN, codes and time on an even scale, from which long stretches without
// happenings are cut. What to draw where, without colours and without a painter.
namespace model {

enum class TextRole { Quiet, Plain, Code, StrongCode };

struct DetailText {
    QPointF at; // left end, vertical middle
    QString text;
    TextRole role = TextRole::Plain;
};

struct DetailMark {
    Symbol symbol = Symbol::SmsSent;
    QPointF centre;
    qreal scale = 1;
};

// A message's way to the phone, on the messages lane: thin, zigzag, speech; `hasArrived` ends it with a dot.
struct DetailTravel {
    TimelineRun run;
    bool hasArrived = false;
    bool isOver = false; // its message no longer matters: neutral
};

struct DetailTick {
    qreal x = 0;
    QString label; // empty where it would touch something
};

struct DetailCut {
    QRectF strip; // through all lanes
    engine::milliseconds length {};
    std::optional<qreal> progress; // 0 to 1, of the cut that holds now
};

struct DetailPin {
    QRectF past; // filled; may be empty
    QRectF toCome; // dashed; may be empty
};

struct DetailBracket {
    qreal x1 = 0;
    qreal x2 = 0;
    qreal top = 0;
    qreal height = 0;
};

// A place the keyboard can stand on.
struct DetailStop {
    QRectF area;
    QString sentence;
};

// Where the lanes lie, in pixels from the top.
struct DetailLanes {
    qreal messagesMiddle = 0; // the line of messages
    qreal messagesBottom = 0;
    qreal pinBottom = 0;
    qreal codesBottom = 0;
    qreal tickBottom = 0; // hairlines end here
    qreal timeMiddle = 0; // tick labels and the progress bar
    qreal height = 0;
};

struct DetailGeometry {
    DetailLanes lanes;
    qreal left = 0; // where the request lies
    qreal width = 0;
    std::vector<DetailTick> ticks;
    std::vector<DetailCut> cuts;
    std::vector<DetailTravel> travels;
    std::vector<DetailMark> marks;
    std::vector<DetailPin> pins;
    std::vector<QPointF> cutStrokes; // middles of the two strokes that cut a PIN's bar
    std::vector<DetailText> texts;
    std::optional<DetailBracket> cancelWindow;
    std::optional<qreal> end; // the bar through all lanes where the request ends or ended
    std::optional<qreal> now;
    bool isPaused = false;
    std::vector<DetailStop> stops; // in the order of time
};

struct DetailSetting {
    qreal width = 830;
    engine::Instant now {};
    bool isPaused = false;
    bool areCutsOpen = false;
    qreal scale = 1; // of lengths; marks are 20 px at 1
    std::function<qreal(const QString &, TextRole)> textWidth;
};

// Pure. Height does not depend on the record.
DetailGeometry layOutDetail(const engine::Record &record, const DetailSetting &setting);
DetailLanes detailLanes(qreal scale);

} // namespace model
