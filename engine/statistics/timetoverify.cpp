// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/timetoverify.h"

#include "engine/statistics/wilson.h"

#include <algorithm>
#include <cassert>

namespace engine {

std::vector<VerifiedShare> verifiedByTime(const WorkflowTally &tally)
{
    const std::int64_t ended = tally.ended();
    assert(ended > 0);
    std::vector<VerifiedShare> curve;
    curve.reserve(tally.verifiedIn.size());
    std::int64_t verified = 0;
    for (const EndedIn &each : tally.verifiedIn) {
        verified += each.count;
        curve.push_back({each.second, Proportion{verified, ended}.rate(), wilsonInterval(verified, ended)});
    }
    return curve;
}

VerifiedShare verifiedBy(const std::vector<VerifiedShare> &curve, std::int64_t second)
{
    const auto after = std::upper_bound(curve.begin(), curve.end(), second,
                                        [](std::int64_t at, const VerifiedShare &point) { return at < point.second; });
    return after == curve.begin() ? VerifiedShare() : *std::prev(after);
}

std::optional<std::int64_t> halfVerifiedBy(const WorkflowTally &tally)
{
    std::int64_t verified = 0;
    for (const EndedIn &each : tally.verifiedIn) {
        verified += each.count;
        if (2 * verified >= tally.ended())
            return each.second;
    }
    return std::nullopt;
}

} // namespace engine
