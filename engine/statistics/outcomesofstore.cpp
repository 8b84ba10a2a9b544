// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/outcomesofstore.h"

#include "engine/store/endcounts.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

Ending endingOf(Status status)
{
    switch (status) {
    case Status::Succeeded:
        return Ending::Verified;
    case Status::Failed:
        return Ending::Failed;
    case Status::Expired:
        return Ending::Expired;
    case Status::Cancelled:
        return Ending::Cancelled;
    case Status::NotStarted:
    case Status::InProgress:
        break;
    }
    return Ending::Running;
}

} // namespace

Result<StoreOutcomes> countStore(const QString &path, const std::set<std::string, std::less<>> &countries, Instant wall,
                                 const std::function<bool(double)> &progress)
{
    const auto counter = EndCounter::open(path);
    if (!counter)
        return counter.failure();
    StoreOutcomes outcomes;
    outcomes.at = (*counter)->now(wall);
    milliseconds longest{};
    for (const Workflow &plan : (*counter)->plans()) {
        if (plan.id() == UnknownWorkflow)
            continue;
        longest = std::max(longest, lifetimeOf(plan));
        outcomes.settled.plans.push_back(plan);
    }
    outcomes.until = outcomes.at - longest;
    std::optional<Instant> lastAt;
    bool isByLot = true; // as far as they are counted
    std::optional<std::string> experiment;
    const auto add = [&](const EndCount &each) {
        const bool isReadable = std::size_t(each.source) < SourceCount && each.status <= Status::Cancelled;
        if (!isReadable || (!countries.empty() && !countries.contains(each.country)))
            return;
        if (each.workflowId == UnknownWorkflow) {
            outcomes.withoutWorkflow += each.count;
            return;
        }
        outcomes.sources[std::size_t(each.source)] += each.count;
        lastAt = std::max(lastAt.value_or(each.lastAt), each.lastAt);
        OutcomeTable &table = each.isYoung ? outcomes.young : outcomes.settled;
        table.add(each.country, each.workflowId,
                  {endingOf(each.status), each.seconds, each.cost, each.firstAt, each.lastAt, each.count,
                   each.costSquares, each.messages});
        isByLot = isByLot && !each.experiment.empty() && (!experiment || *experiment == each.experiment);
        experiment = each.experiment;
    };
    const auto counted = (*counter)->count(outcomes.at, outcomes.until, add, progress);
    if (!counted)
        return counted.failure();
    outcomes.isWhole = *counted;
    const std::int64_t requests = std::accumulate(outcomes.sources.begin(), outcomes.sources.end(), std::int64_t(0));
    outcomes.isClosed = requests > 0 && outcomes.sources[std::size_t(Source::Import)] == requests;
    outcomes.isByLot = isByLot && experiment;
    if (outcomes.isClosed)
        outcomes.at = outcomes.until = *lastAt;
    return outcomes;
}

} // namespace engine
