// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

#include <optional>
#include <vector>

// How fast a workflow verifies: which share of all that ended was verified by when.
namespace engine {

struct VerifiedShare {
    std::int64_t second = 0; // whole, from the request; from here on
    double share = 0;
    Interval interval; // Wilson, 95 %, for this second alone
};

// A point for each second in which some were verified. The time of all that are counted is up, so that nothing is
// censored: Aalen and Johansen's estimate is the share itself, and its last point is the success rate. `tally` has
// ended ones.
std::vector<VerifiedShare> verifiedByTime(const WorkflowTally &tally);
// Its value at a second: 0 before the first point.
VerifiedShare verifiedBy(const std::vector<VerifiedShare> &curve, std::int64_t second);

// The second by which half of all that ended were verified; none where so many never are.
std::optional<std::int64_t> halfVerifiedBy(const WorkflowTally &tally);

} // namespace engine
