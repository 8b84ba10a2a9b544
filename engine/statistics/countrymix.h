// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

#include <optional>
#include <string>

namespace engine {

// A country in which one workflow had a larger share of its requests than another. Where shares differ, a difference
// over all countries may be that of the countries and not that of the workflows.
struct MixDifference {
    std::string country;
    WorkflowId most = 0;
    double mostShare = 0; // of its ended requests, 0 to 1
    WorkflowId least = 0;
    double leastShare = 0;

    double apart() const { return mostShare - leastShare; }
};

inline constexpr double MixThatMatters = 0.1; // shares this far apart are told

// The widest among the workflows that have enough to compare; none: they differ by less than MixThatMatters.
std::optional<MixDifference> mixDifference(const Comparison &comparison);

} // namespace engine
