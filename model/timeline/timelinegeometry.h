// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "model/timeline/axis.h"
#include "model/words/symbol.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

// A verification as one line of a table: what to draw where, without colours and without a painter. Made once per row,
// width and change, and replayed by ui/timeline.
namespace model {

// A stretch of the line. Its form says where a PIN is.
struct TimelineRun {
    enum class Form {
        OnItsWay, // a PIN is valid, but not at the phone
        AtPhone, // the first PIN is there
        SecondPin,
        ThirdPin, // or a later one
        Ringing,
        RingsInVain,
        Speech,
        Waiting, // no PIN could be entered; or still to come
        Unknown, // imported, without step times
    };
    Form form = Form::OnItsWay;
    qreal x1 = 0;
    qreal x2 = 0;

    bool operator==(const TimelineRun &) const = default;
};

struct TimelineMark {
    Symbol symbol = Symbol::SmsSent;
    int x = 0; // centre
    int count = 1; // how many lie here that would have touched

    bool operator==(const TimelineMark &) const = default;
};

// A caption above the line, or, for a count, beside its mark.
struct TimelineLabel {
    qreal centre = 0;
    QString text;

    bool operator==(const TimelineLabel &) const = default;
};

struct TimelineGeometry {
    bool isRunning = false; // the line's colour: running or neutral
    std::vector<TimelineRun> runs;
    std::vector<TimelineMark> marks; // messages and ends, on the line
    std::vector<TimelineMark> wrongCodes; // under the line
    std::vector<TimelineLabel> labels; // above the line
    std::optional<TimelineMark> now; // over all else
};

struct TimelineSetting {
    TimeAxis axis;
    engine::Instant now{};
    bool isPaused = false;
    qreal scale = 1; // of marks; 1 is 14 px
    std::function<qreal(const QString &)> captionWidth;
};

// Pure. Marks that would touch move right, never left; then labels go, then crosses merge, then messages.
TimelineGeometry layOut(const engine::Record &record, const TimelineSetting &setting);

// A cross under the line with its count: the text that stands right of it, empty for one.
QString countText(int count);

} // namespace model
