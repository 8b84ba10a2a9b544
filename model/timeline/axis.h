// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/verification/workflow.h"

#include <QString>

#include <optional>
#include <vector>

namespace model {

struct AxisTick {
    engine::milliseconds at{};
    qreal x = 0;
    QString label;
};

// Where a moment lies between two pixels. Compressed is u = ln(1 + t / 30 s), which gives the first minute a third of
// ten; even is even. A plain value.
class TimeAxis {
public:
    enum class Kind { Compressed, Even };

    // Times count from each row's request: 0 lies at `left`, `range` (over 0) at `right`, in pixels.
    static TimeAxis sinceRequest(Kind kind, engine::milliseconds range, qreal left, qreal right);
    // Times of the day, even: `from` lies at `left`, `to` at `right`.
    static TimeAxis timeOfDay(engine::Instant from, engine::Instant to, qreal left, qreal right);

    // Not limited to the range: the pixel may lie beyond `right`, and on an even axis before `left`.
    qreal xAt(engine::milliseconds time) const;
    engine::milliseconds timeAt(qreal x) const;
    // Where an instant of a row lies that was requested at `requestedAt`.
    qreal xOf(engine::Instant instant, engine::Instant requestedAt) const;

    // The hairlines: 0, 10 s, 30 s, 1, 2, 5, 10, 30, 60 min when compressed; even ones `leastGap` pixels apart or more.
    std::vector<AxisTick> ticks(qreal leastGap = 80) const;

    bool operator==(const TimeAxis &) const = default;

private:
    TimeAxis(Kind kind, engine::milliseconds range, qreal left, qreal right);

    Kind m_kind;
    engine::milliseconds m_range;
    qreal m_left;
    qreal m_right;
    std::optional<engine::Instant> m_origin;
};

// How long a request lives if nobody does anything: what an axis must show. 605 s for workflow 1.
engine::milliseconds plannedLength(const engine::Workflow &workflow);

} // namespace model
