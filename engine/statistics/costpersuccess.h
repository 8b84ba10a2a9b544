// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

#include <optional>

namespace engine {

struct CostPerSuccess {
    double estimate = 0; // EUR
    Interval interval; // 95 %, never below 0
};

// What a verified user costs: the cost of all that ended, over those who were verified. The interval is that of a ratio
// of means, by the delta method (Cochran, Sampling Techniques, 1977, section 6.3). None where nobody was verified.
std::optional<CostPerSuccess> costPerSuccess(const WorkflowTally &tally);

} // namespace engine
