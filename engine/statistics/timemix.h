// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

#include <optional>

namespace engine {

// Two workflows of which one ran mostly before the other. A difference between them may be that of the times: of
// another release, another route, another season.
struct TimesApart {
    WorkflowId earlier = 0;
    WorkflowId later = 0;
    double together = 0; // of their requests, as far as their weeks are the same: 0 to 1
};

inline constexpr double TogetherEnough = 0.5; // less is told

// The pair that is furthest apart among the workflows with enough to compare; none: all ran side by side, or too few
// ended in each week to tell.
std::optional<TimesApart> timesApart(const Market &market);

} // namespace engine
