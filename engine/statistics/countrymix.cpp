// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/countrymix.h"

#include "engine/statistics/verdict.h"

namespace engine {

namespace {

double shareOf(const WorkflowTally &all, const Market &market)
{
    const WorkflowTally *here = market.find(all.id());
    return here ? double(here->ended()) / double(all.ended()) : 0;
}

// Those with most and least of their requests in `market`.
MixDifference differenceIn(const Market &market, const Market &all)
{
    MixDifference difference{market.country, 0, 0, 0, 0};
    for (const WorkflowTally &tally : all.workflows) {
        if (!isEnough(tally))
            continue;
        const double share = shareOf(tally, market);
        if (difference.most == 0 || share > difference.mostShare) {
            difference.most = tally.id();
            difference.mostShare = share;
        }
        if (difference.least == 0 || share < difference.leastShare) {
            difference.least = tally.id();
            difference.leastShare = share;
        }
    }
    return difference;
}

} // namespace

std::optional<MixDifference> mixDifference(const Comparison &comparison)
{
    std::optional<MixDifference> widest;
    for (const Market &market : comparison.markets) {
        const MixDifference each = differenceIn(market, comparison.all);
        if (each.apart() >= MixThatMatters && (!widest || each.apart() > widest->apart()))
            widest = each;
    }
    return widest;
}

} // namespace engine
