// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/outcomes.h"

#include "engine/statistics/median.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

void keepEarlier(std::optional<Instant> &first, std::optional<Instant> other)
{
    if (other && (!first || *other < *first))
        first = other;
}

// Counts do not tell with which plan a workflow ran; a tally wants one all the same.
Workflow planOf(WorkflowId id)
{
    static constexpr Step AnyStep{Channel::Sms, DefaultPinExpiry};
    return standardWorkflow(id, Dialect::Vonage).value_or(Workflow(id, {&AnyStep, 1}, DefaultPinExpiry));
}

Market toMarket(const std::string &country, const WorkflowOutcomes &settled, const WorkflowOutcomes &young)
{
    std::map<WorkflowId, WorkflowTally> tallies;
    for (const auto &[id, outcomes] : settled) {
        WorkflowTally &tally = tallies[id];
        tally.requests = outcomes.requests();
        tally.verified = outcomes.count(Ending::Verified);
        tally.expired = outcomes.count(Ending::Expired);
        tally.failed = outcomes.count(Ending::Failed);
        tally.cancelled = outcomes.count(Ending::Cancelled);
        tally.inProgress = outcomes.count(Ending::Running);
        tally.firstAt = outcomes.firstAt();
    }
    for (const auto &[id, outcomes] : young) {
        WorkflowTally &tally = tallies[id];
        tally.requests += outcomes.requests();
        tally.inProgress += outcomes.count(Ending::Running);
        tally.tooYoung = outcomes.requests();
    }
    Market market{country, {}};
    for (auto &[id, tally] : tallies) {
        tally.workflow = planOf(id);
        tally.versions = 1;
        market.workflows.push_back(tally);
    }
    return market;
}

} // namespace

void Outcomes::add(const CountedRequests &requests)
{
    m_bySecond[requests.seconds][std::size_t(requests.ending)] += requests.count;
    m_counts[std::size_t(requests.ending)] += requests.count;
    m_cost += requests.cost;
    keepEarlier(m_firstAt, requests.startedAt);
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
    comparison.all = toMarket({}, settled.all(), young.all());
    OutcomeTable both = settled;
    both.add(young);
    const auto of = [](const OutcomeTable &table, const std::string &country) {
        const auto found = table.countries.find(country);
        return found == table.countries.end() ? WorkflowOutcomes() : found->second;
    };
    for (const auto &[country, workflows] : both.countries)
        comparison.markets.push_back(toMarket(country, of(settled, country), of(young, country)));
    std::stable_sort(comparison.markets.begin(), comparison.markets.end(),
                     [](const Market &a, const Market &b) { return a.requests() > b.requests(); });
    return comparison;
}

} // namespace engine
