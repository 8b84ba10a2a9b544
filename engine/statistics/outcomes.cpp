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
Workflow planOf(WorkflowId id)
{
    static constexpr Step AnyStep{Channel::Sms, DefaultPinExpiry};
    return standardWorkflow(id, Dialect::Vonage).value_or(Workflow(id, {&AnyStep, 1}, DefaultPinExpiry));
}

WorkflowTally toTally(WorkflowId id, const Outcomes &outcomes, bool isCostKnown)
{
    WorkflowTally tally;
    tally.workflow = planOf(id);
    tally.versions = 1;
    tally.requests = outcomes.requests();
    tally.verified = outcomes.count(Ending::Verified);
    tally.expired = outcomes.count(Ending::Expired);
    tally.failed = outcomes.count(Ending::Failed);
    tally.cancelled = outcomes.count(Ending::Cancelled);
    tally.inProgress = outcomes.count(Ending::Running);
    tally.firstAt = outcomes.firstAt();
    tally.lastAt = outcomes.lastAt();
    tally.verifiedIn = toEnds(outcomes.bySecond(Ending::Verified));
    SecondCounts otherwise;
    for (const Ending ending : {Ending::Expired, Ending::Failed, Ending::Cancelled})
        otherwise.add(outcomes.bySecond(ending));
    tally.otherwiseIn = toEnds(otherwise);
    for (const auto &[begin, success] : outcomes.byWeek())
        tally.weeks.push_back({begin, success.successes, success.trials});
    if (isCostKnown)
        tally.cost = outcomes.costSums();
    tally.messages = outcomes.messages();
    tally.verifiedAfter = outcomes.verifiedAfter();
    return tally;
}

Market toMarket(const std::string &country, const WorkflowOutcomes &workflows, bool isCostKnown)
{
    Market market{country, {}};
    for (const auto &[id, outcomes] : workflows)
        market.workflows.push_back(toTally(id, outcomes, isCostKnown));
    market.pairs = pairsOf(market);
    return market;
}

} // namespace

void Outcomes::add(const CountedRequests &requests)
{
    const EndsAfter alike{requests.seconds, requests.count};
    add(requests, {&alike, 1});
}

void Outcomes::add(const CountedRequests &requests, std::span<const EndsAfter> after)
{
    SecondCounts &bySecond = m_bySecond[std::size_t(requests.ending)];
    for (const EndsAfter &each : after)
        bySecond.add(each.seconds, each.count);
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
    for (std::size_t i = 0; i < EndingCount; ++i) {
        m_bySecond[i].add(others.m_bySecond[i]);
        m_counts[i] += others.m_counts[i];
    }
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
    bySecond(Ending::Verified).visit([&](std::int64_t second, std::int64_t count) { verified[second] = count; });
    return median(verified);
}

std::vector<Observed> Outcomes::timesToVerify() const
{
    std::vector<Observed> observed;
    for (std::size_t i = 0; i < EndingCount; ++i) {
        m_bySecond[i].visit([&](std::int64_t second, std::int64_t count) {
            observed.push_back({double(second), Ending(i) == Ending::Verified, count});
        });
    }
    return observed;
}

std::vector<Finished> Outcomes::endings() const
{
    std::vector<Finished> finished;
    for (std::size_t i = 0; i < EndingCount; ++i) {
        m_bySecond[i].visit([&](std::int64_t second, std::int64_t count) {
            finished.push_back({double(second), int(i), count});
        });
    }
    return finished;
}

Outcomes &OutcomeTable::of(std::string_view country, WorkflowId workflow)
{
    auto found = countries.find(country);
    if (found == countries.end())
        found = countries.emplace(country, WorkflowOutcomes()).first;
    return found->second[workflow];
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

Comparison toComparison(const OutcomeTable &outcomes, Instant until)
{
    Comparison comparison;
    comparison.at = until;
    comparison.until = until;
    comparison.isClosed = true;
    comparison.all = toMarket({}, outcomes.all(), outcomes.isCostKnown);
    for (const auto &[country, workflows] : outcomes.countries)
        comparison.markets.push_back(toMarket(country, workflows, outcomes.isCostKnown));
    std::stable_sort(comparison.markets.begin(), comparison.markets.end(),
                     [](const Market &a, const Market &b) { return a.requests() > b.requests(); });
    comparison.sources[std::size_t(Source::Import)] = comparison.all.requests();
    return comparison;
}

} // namespace engine
