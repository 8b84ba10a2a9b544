// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/pairs.h"

#include "engine/statistics/contingency.h"
#include "engine/statistics/survival.h"
#include "engine/statistics/verdict.h"

#include <algorithm>

namespace engine {

namespace {

std::vector<Observed> timesToVerify(const WorkflowTally &tally)
{
    std::vector<Observed> observed;
    for (const EndedIn &each : tally.verifiedIn)
        observed.push_back({double(each.second), true, each.count});
    for (const EndedIn &each : tally.otherwiseIn)
        observed.push_back({double(each.second), false, each.count});
    return observed;
}

} // namespace

std::vector<PairTest> pairsOf(const Market &market)
{
    std::vector<const WorkflowTally *> compared;
    for (const WorkflowTally &tally : market.workflows) {
        if (isEnough(tally))
            compared.push_back(&tally);
    }
    std::stable_sort(compared.begin(), compared.end(),
                     [](const auto *a, const auto *b) { return a->success().rate() > b->success().rate(); });
    std::vector<PairTest> pairs;
    std::vector<double> p;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        for (std::size_t j = i + 1; j < compared.size(); ++j) {
            const Proportion a = compared[i]->success();
            const Proportion b = compared[j]->success();
            p.push_back(fisherExact(a, b));
            pairs.push_back({compared[i]->id(), compared[j]->id(), newcombeDifference(a, b), p.back(), 1,
                             logRank(timesToVerify(*compared[i]), timesToVerify(*compared[j])).p});
        }
    }
    const std::vector<double> adjusted = holm(p);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i].fisherHolm = adjusted[i];
    return pairs;
}

} // namespace engine
