// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/timeline/timelinegeometry.h"
#include "model/words/symbol.h"

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
    bool hasHalo = false; // stands on a bar or a line that must end before it
};

// A message's way to the phone, on the messages lane: thin, zigzag, speech.
struct DetailTravel {
    TimelineRun run;
    bool hasArrived = false; // ends with a dot
};

struct DetailCut {
    QRectF strip; // through all lanes
    std::optional<qreal> progress; // 0 to 1, of the cut that holds now
};

struct DetailPin {
    QRectF past; // filled; may be empty
    QRectF toCome; // dashed; may be empty
};

struct DetailBracket {
    qreal x1 = 0;
    qreal x2 = 0;
};

// A place the keyboard can stand on.
struct DetailStop {
    QRectF area;
    QString sentence;
};

// Where the lanes lie, in pixels from the top.
struct DetailLanes {
    qreal travelLabel = 0; // middles, unless they say otherwise
    qreal messages = 0;
    qreal belowMessages = 0;
    qreal firstLine = 0; // of two lines in the messages lane: at cuts and at the end
    qreal secondLine = 0;
    qreal messagesBottom = 0;
    qreal pin = 0;
    qreal pinBarHeight = 0;
    qreal pinBottom = 0;
    qreal codes = 0;
    qreal codesBottom = 0;
    qreal ticksBottom = 0;
    qreal time = 0; // tick labels
    qreal progress = 0; // the progress bar; on Stage, where labels stand on cuts, over them
    qreal bracketTop = 0;
    qreal bracketBottom = 0;
    qreal leftLabel = 0; // under the progress bar
    qreal bracketLabel = 0;
    qreal height = 0;
};

struct DetailGeometry {
    DetailLanes lanes;
    qreal width = 0;
    qreal left = 0; // where the lanes' names end: what is drawn of time is right of it
    std::vector<DetailText> laneNames; // at the left, however the rest is moved
    bool isRunning = false; // colour of what moves: running or neutral
    std::vector<qreal> ticks; // hairlines
    std::vector<DetailCut> cuts;
    std::vector<DetailTravel> travels;
    std::vector<DetailMark> marks;
    std::vector<DetailPin> pins;
    std::vector<qreal> cutStrokes; // where two strokes cut a PIN's bar
    std::vector<DetailText> texts;
    std::optional<DetailBracket> cancelWindow;
    std::optional<qreal> end; // the bar through all lanes where the request ends or ended
    std::optional<qreal> now;
    bool isPaused = false;
    std::vector<DetailStop> stops; // in the order of time
};

// Where the picture stands: under a table, or alone and read from afar, with taller lanes and larger marks.
enum class DetailPlace { Board, Stage };

struct DetailSetting {
    qreal width = 808;
    engine::Instant now{};
    bool isPaused = false;
    bool areCutsOpen = false;
    qreal scale = 1; // of lengths; marks are 20 px at 1
    std::function<qreal(const QString &, TextRole)> textWidth;
    DetailPlace place = DetailPlace::Board;
};

// Pure. Height does not depend on the record.
DetailGeometry layOutDetail(const engine::Record &record, const DetailSetting &setting);
DetailLanes detailLanes(qreal scale, DetailPlace place = DetailPlace::Board);

} // namespace model
