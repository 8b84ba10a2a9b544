// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/costpersuccess.h"

#include "engine/statistics/distributions.h"

#include <algorithm>
#include <cmath>

namespace engine {

std::optional<CostPerSuccess> costPerSuccess(const WorkflowTally &tally)
{
    if (tally.verified == 0)
        return std::nullopt;
    const double verified = double(tally.verified);
    const double ended = double(tally.ended());
    const double ratio = tally.cost.all.toDouble() / verified;
    // Of each request's cost less `ratio` where it was verified: these have the mean 0. Rounding can push it below.
    const double squares
        = std::max(0.0, tally.cost.squares - 2 * ratio * tally.cost.ofVerified.toDouble() + ratio * ratio * verified);
    const double error = ended > 1 ? std::sqrt(squares * ended / (ended - 1)) / verified : 0;
    const double half = reachOf(0.95) * error;
    return CostPerSuccess{ratio, {std::max(0.0, ratio - half), ratio + half}};
}

} // namespace engine
