// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/timetoverify.h"
#include "engine/statistics/verdict.h"
#include "model/compare/chartwords.h"
#include "model/timeline/axis.h"

#include <optional>

// How fast workflows verify: which share was verified by when, and when their messages leave.
namespace model {

struct TimeLine {
    ChartLine line;
    bool isInQuestion = false;
    std::int64_t ended = 0;
    std::vector<engine::VerifiedShare> curve; // empty: nobody was verified
    engine::milliseconds life{}; // from then on the curve is flat

    // "Workflow 2: 47.3 % verified by 42 s, 95 % interval 46.0 to 48.6 %".
    QString sentence(engine::seconds by) const;
};

// When the messages of a workflow leave, if nobody is verified before.
struct DispatchLane {
    struct Dispatch {
        engine::milliseconds at{};
        engine::Channel channel = engine::Channel::Sms;
    };
    ChartLine line;
    std::vector<Dispatch> dispatches;
    engine::milliseconds life{};
};

// Where the curve of all that ended crosses 50 %.
struct HalfVerified {
    engine::WorkflowId workflow = 0;
    engine::seconds by{};
    QString words; // "half by 36 s"
};

struct TimeChart {
    ChartWords words;
    TimeAxis axis = TimeAxis::sinceRequest(TimeAxis::Kind::Compressed, {}, 0, 1); // from 0 to 1
    std::vector<TimeLine> lines; // highest rate first
    std::vector<engine::seconds> moments; // that are walked, for each line
    std::vector<DispatchLane> lanes; // of those in question
    std::optional<HalfVerified> half; // of the first of them
    bool hasBands = false; // else the intervals of those in question lie within their lines

    int valueCount() const { return int(lines.size() * moments.size()); }
};

TimeChart timeChart(const engine::Market &market, const engine::Verdict &verdict, engine::WorkflowId baseline);

} // namespace model
