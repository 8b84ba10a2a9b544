// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/outcomes.h"

#include "engine/base/week.h"
#include "engine/statistics/median.h"
#include "engine/statistics/pairs.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

void keepEarlier(std::optional<Instant> &first, std::optional<Instant> other)
{
    if (other && (!first || *other < *first))
        first = other;
}

void keepLater(std::optional<Instant> &last, std::optional<Instant> other)
{
    if (other && (!last || *other > *last))
        last = other;
}

// A report does not tell with which plan a workflow ran; a tally wants one all the same.
Workflow planOf(WorkflowId id, const std::vector<Workflow> &plans)
{
    static constexpr Step AnyStep{Channel::Sms, DefaultPinExpiry};
    const auto last
        = std::find_if(plans.rbegin(), plans.rend(), [id](const Workflow &plan) { return plan.id() == id; });
    if (last != plans.rend())
        return *last;
    return standardWorkflow(id, Dialect::Vonage).value_or(Workflow(id, {&AnyStep, 1}, DefaultPinExpiry));
}

void addSettled(WorkflowTally &tally, const Outcomes &outcomes)
{
    tally.requests = outcomes.requests();
    tally.verified = outcomes.count(Ending::Verified);
    tally.expired = outcomes.count(Ending::Expired);
    tally.failed = outcomes.count(Ending::Failed);
    tally.cancelled = outcomes.count(Ending::Cancelled);
    tally.inProgress = outcomes.count(Ending::Running);
    tally.firstAt = outcomes.firstAt();
    tally.lastAt = outcomes.lastAt();
    for (const auto &[second, counts] : outcomes.bySecond()) {
        const std::int64_t verified = counts[std::size_t(Ending::Verified)];
        const std::int64_t otherwise = counts[std::size_t(Ending::Expired)] + counts[std::size_t(Ending::Failed)]
            + counts[std::size_t(Ending::Cancelled)];
        if (verified > 0)
            tally.verifiedIn.push_back({second, verified});
        if (otherwise > 0)
            tally.otherwiseIn.push_back({second, otherwise});
    }
    for (const auto &[begin, success] : outcomes.byWeek())
        tally.weeks.push_back({begin, success.successes, success.trials});
    tally.messages = outcomes.messages();
    tally.verifiedAfter = outcomes.verifiedAfter();
}

struct OutcomesOfMarket {
    WorkflowOutcomes settled;
    WorkflowOutcomes young;
};

// `table` has the rest.
Market toMarket(const std::string &country, const OutcomesOfMarket &of, const OutcomeTable &table)
{
    std::map<WorkflowId, WorkflowTally> tallies;
    for (const auto &[id, outcomes] : of.settled) {
        addSettled(tallies[id], outcomes);
        if (table.isCostKnown)
            tallies[id].cost = outcomes.costSums();
    }
    for (const auto &[id, outcomes] : of.young) {
        WorkflowTally &tally = tallies[id];
        tally.requests += outcomes.requests();
        tally.inProgress += outcomes.count(Ending::Running);
        tally.tooYoung = outcomes.requests();
    }
    Market market{country, {}};
    for (auto &[id, tally] : tallies) {
        tally.workflow = planOf(id, table.plans);
        const auto versions = std::count_if(table.plans.begin(), table.plans.end(),
                                            [id = id](const Workflow &plan) { return plan.id() == id; });
        tally.versions = std::max(1, int(versions));
        market.workflows.push_back(tally);
    }
    market.pairs = pairsOf(market);
    return market;
}

} // namespace

void Outcomes::add(const CountedRequests &requests)
{
    m_bySecond[requests.seconds][std::size_t(requests.ending)] += requests.count;
    m_counts[std::size_t(requests.ending)] += requests.count;
    m_cost += requests.cost;
    keepEarlier(m_firstAt, requests.startedAt);
    keepLater(m_lastAt, requests.lastStartedAt.value_or(requests.startedAt));
    if (requests.ending == Ending::Running)
        return;
    m_costSums.all += requests.cost;
    m_costSums.squares += requests.costSquares;
    m_messages += requests.messages;
    Proportion &week = m_byWeek[beginOfWeek(requests.startedAt)];
    week.trials += requests.count;
    if (requests.ending == Ending::Verified) {
        m_costSums.ofVerified += requests.cost;
        week.successes += requests.count;
        if (requests.messages > 0) {
            const auto last = std::clamp<std::int64_t>(requests.messages / requests.count, 1, std::int64_t(MaxSteps));
            m_verifiedAfter[std::size_t(last - 1)] += requests.count;
        }
    }
}

void Outcomes::add(const Outcomes &others)
{
    for (const auto &[second, counts] : others.m_bySecond) {
        Counts &here = m_bySecond[second];
        for (std::size_t i = 0; i < EndingCount; ++i)
            here[i] += counts[i];
    }
    for (std::size_t i = 0; i < EndingCount; ++i)
        m_counts[i] += others.m_counts[i];
    m_cost += others.m_cost;
    keepEarlier(m_firstAt, others.m_firstAt);
    keepLater(m_lastAt, others.m_lastAt);
    m_costSums.all += others.m_costSums.all;
    m_costSums.ofVerified += others.m_costSums.ofVerified;
    m_costSums.squares += others.m_costSums.squares;
    m_messages += others.m_messages;
    for (std::size_t i = 0; i < MaxSteps; ++i)
        m_verifiedAfter[i] += others.m_verifiedAfter[i];
    for (const auto &[begin, success] : others.m_byWeek) {
        m_byWeek[begin].successes += success.successes;
        m_byWeek[begin].trials += success.trials;
    }
}

std::int64_t Outcomes::count(Ending ending) const
{
    return m_counts[std::size_t(ending)];
}

std::int64_t Outcomes::requests() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::int64_t(0));
}

std::optional<double> Outcomes::medianSecondsToVerify() const
{
    std::map<std::int64_t, std::int64_t> verified;
    for (const auto &[second, counts] : m_bySecond) {
        if (const std::int64_t count = counts[std::size_t(Ending::Verified)]; count > 0)
            verified[second] = count;
    }
    return median(verified);
}

std::vector<Observed> Outcomes::timesToVerify() const
{
    std::vector<Observed> observed;
    for (const auto &[second, counts] : m_bySecond) {
        for (std::size_t i = 0; i < EndingCount; ++i) {
            if (counts[i] > 0)
                observed.push_back({double(second), Ending(i) == Ending::Verified, counts[i]});
        }
    }
    return observed;
}

std::vector<Finished> Outcomes::endings() const
{
    std::vector<Finished> finished;
    for (const auto &[second, counts] : m_bySecond) {
        for (std::size_t i = 0; i < EndingCount; ++i) {
            if (counts[i] > 0)
                finished.push_back({double(second), int(i), counts[i]});
        }
    }
    return finished;
}

void OutcomeTable::add(std::string_view country, WorkflowId workflow, const CountedRequests &requests)
{
    auto found = countries.find(country);
    if (found == countries.end())
        found = countries.emplace(country, WorkflowOutcomes()).first;
    found->second[workflow].add(requests);
}

WorkflowOutcomes OutcomeTable::all() const
{
    WorkflowOutcomes all;
    for (const auto &[country, workflows] : countries) {
        for (const auto &[id, outcomes] : workflows)
            all[id].add(outcomes);
    }
    return all;
}

void OutcomeTable::add(const OutcomeTable &others)
{
    isCostKnown = isCostKnown && others.isCostKnown;
    for (const auto &[country, workflows] : others.countries) {
        for (const auto &[id, outcomes] : workflows)
            countries[country][id].add(outcomes);
    }
}

Comparison toComparison(const OutcomeTable &settled, const OutcomeTable &young, Instant at, Instant until)
{
    Comparison comparison;
    comparison.at = at;
    comparison.until = until;
    comparison.lifetime = at - until;
    comparison.all = toMarket({}, {settled.all(), young.all()}, settled);
    OutcomeTable both = settled;
    both.add(young);
    const auto of = [](const OutcomeTable &table, const std::string &country) {
        const auto found = table.countries.find(country);
        return found == table.countries.end() ? WorkflowOutcomes() : found->second;
    };
    for (const auto &[country, workflows] : both.countries)
        comparison.markets.push_back(toMarket(country, {of(settled, country), of(young, country)}, settled));
    std::stable_sort(comparison.markets.begin(), comparison.markets.end(),
                     [](const Market &a, const Market &b) { return a.requests() > b.requests(); });
    return comparison;
}

} // namespace engine
