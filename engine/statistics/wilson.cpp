// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/wilson.h"

#include "engine/statistics/distributions.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace engine {

Interval wilsonInterval(std::int64_t successes, std::int64_t trials, double confidence)
{
    assert(trials > 0 && successes >= 0 && successes <= trials);
    const double n = double(trials);
    const double p = double(successes) / n;
    const double z = reachOf(confidence);
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    // Rounding can push it past the ends.
    return {successes == 0 ? 0.0 : std::max(0.0, centre - half),
            successes == trials ? 1.0 : std::min(1.0, centre + half)};
}

} // namespace engine
