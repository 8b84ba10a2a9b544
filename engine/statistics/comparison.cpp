// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparison.h"

#include "engine/verification/verification.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace engine {

namespace {

using One = ComparedRequests::One;

// Counts of one country, by workflow id.
using Tallies = std::map<WorkflowId, WorkflowTally>;

void addEnd(WorkflowTally &tally, const One &one)
{
    switch (one.status) {
    case Status::Succeeded:
        ++tally.verified;
        if (one.stepsSent > 0)
            ++tally.verifiedAfter.at(std::min<std::size_t>(one.stepsSent, MaxSteps) - 1);
        break;
    case Status::Expired:
        ++tally.expired;
        break;
    case Status::Failed:
        ++tally.failed;
        break;
    case Status::Cancelled:
        ++tally.cancelled;
        break;
    case Status::NotStarted:
    case Status::InProgress:
        return;
    }
    tally.firstAt = tally.firstAt ? std::min(*tally.firstAt, one.startedAt) : one.startedAt;
}

void add(WorkflowTally &tally, const One &one, const Workflow &plan, Instant until)
{
    tally.workflow = plan; // requests come in the order of their starts
    ++tally.requests;
    if (one.status <= Status::InProgress)
        ++tally.inProgress;
    if (one.startedAt > until)
        ++tally.tooYoung;
    else
        addEnd(tally, one);
}

void addUp(WorkflowTally &sum, const WorkflowTally &part)
{
    sum.requests += part.requests;
    sum.verified += part.verified;
    sum.expired += part.expired;
    sum.failed += part.failed;
    sum.cancelled += part.cancelled;
    sum.inProgress += part.inProgress;
    sum.tooYoung += part.tooYoung;
    for (std::size_t i = 0; i < MaxSteps; ++i)
        sum.verifiedAfter[i] += part.verifiedAfter[i];
    if (part.firstAt)
        sum.firstAt = sum.firstAt ? std::min(*sum.firstAt, *part.firstAt) : *part.firstAt;
}

Market toMarket(std::string country, const Tallies &tallies)
{
    Market market{std::move(country), {}};
    for (const auto &[id, tally] : tallies)
        market.workflows.push_back(tally);
    return market;
}

std::int64_t sum(const Market &market, std::int64_t (*of)(const WorkflowTally &))
{
    return std::accumulate(market.workflows.begin(), market.workflows.end(), std::int64_t(0),
                           [of](std::int64_t all, const WorkflowTally &each) { return all + of(each); });
}

// The lifetimes of all plans, by their index.
std::vector<milliseconds> lifetimesOf(const std::vector<Workflow> &plans)
{
    std::vector<milliseconds> lifetimes;
    std::transform(plans.begin(), plans.end(), std::back_inserter(lifetimes), lifetimeOf);
    return lifetimes;
}

// Which plans each workflow ran with, over all countries.
void countVersions(Tallies &all, const std::vector<Workflow> &plans, const std::vector<bool> &isUsed)
{
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (isUsed[i])
            ++all[plans[i].id()].versions;
    }
}

} // namespace

const WorkflowTally *Market::find(WorkflowId id) const
{
    const auto found
        = std::find_if(workflows.begin(), workflows.end(), [id](const auto &tally) { return tally.id() == id; });
    return found == workflows.end() ? nullptr : &*found;
}

std::int64_t Market::requests() const
{
    return sum(*this, [](const WorkflowTally &tally) { return tally.requests; });
}

std::int64_t Market::ended() const
{
    return sum(*this, [](const WorkflowTally &tally) { return tally.ended(); });
}

std::int64_t Market::inProgress() const
{
    return sum(*this, [](const WorkflowTally &tally) { return tally.inProgress; });
}

std::int64_t Market::tooYoung() const
{
    return sum(*this, [](const WorkflowTally &tally) { return tally.tooYoung; });
}

const Market *Comparison::find(const std::string &country) const
{
    const auto found
        = std::find_if(markets.begin(), markets.end(), [&](const Market &market) { return market.country == country; });
    return found == markets.end() ? nullptr : &*found;
}

milliseconds lifetimeOf(const Workflow &workflow)
{
    Verification verification;
    for (const Event &event : decide(verification, Start{workflow}, Instant()))
        evolve(verification, event);
    return forecast(verification).endsAt - Instant();
}

Comparison compare(const ComparedRequests &requests, const ComparisonScope &scope, Instant now)
{
    const std::vector<milliseconds> lifetimes = lifetimesOf(requests.plans());
    std::vector<bool> isUsed(lifetimes.size(), false);
    std::vector<const One *> chosen;
    Comparison comparison;
    comparison.at = now;
    for (const One &one : requests.all()) {
        if (scope.from && one.startedAt < *scope.from)
            continue;
        ++comparison.sources.at(std::size_t(one.source));
        if (scope.source && one.source != *scope.source)
            continue;
        chosen.push_back(&one);
        isUsed[one.plan] = true;
        comparison.lifetime = std::max(comparison.lifetime, lifetimes[one.plan]);
        if (one.status <= Status::InProgress) {
            const Instant endsBy = std::max(now, one.startedAt + lifetimes[one.plan]);
            comparison.nextEndBy = comparison.nextEndBy ? std::min(*comparison.nextEndBy, endsBy) : endsBy;
        }
    }
    comparison.until = now - comparison.lifetime;

    std::map<std::array<char, 2>, Tallies> countries;
    for (const One *one : chosen) {
        const Workflow &plan = requests.plans()[one->plan];
        add(countries[one->country][plan.id()], *one, plan, comparison.until);
    }
    Tallies all;
    for (const auto &[country, tallies] : countries) {
        for (const auto &[id, tally] : tallies) {
            all[id].workflow = tally.workflow;
            addUp(all[id], tally);
        }
        const bool hasCountry = country[0] != 0;
        comparison.markets.push_back(toMarket(hasCountry ? std::string(country.data(), 2) : std::string(), tallies));
    }
    countVersions(all, requests.plans(), isUsed);
    comparison.all = toMarket({}, all);
    std::stable_sort(comparison.markets.begin(), comparison.markets.end(),
                     [](const Market &a, const Market &b) { return a.requests() > b.requests(); });
    return comparison;
}

} // namespace engine
