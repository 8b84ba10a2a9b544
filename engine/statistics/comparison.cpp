// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparison.h"

#include "engine/base/week.h"
#include "engine/statistics/chosenrequests.h"
#include "engine/statistics/pairs.h"
#include "engine/verification/verification.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace engine {

namespace {

using Part = ComparedRequests::Part;

__extension__ using Wide = unsigned __int128; // exact, so that a sum is the same in whatever order it is made

// Counts in progress: those by second are sparse once they are told.
struct Counting {
    WorkflowTally tally;
    VerificationKey newestKey = 0;
    Wide costSquares = 0; // in the square of 1e-8 EUR
    SecondCounts verifiedIn;
    SecondCounts otherwiseIn;
};

// Of one country, by workflow id.
using Countings = std::map<WorkflowId, Counting>;

WeekTally &weekOf(std::vector<WeekTally> &weeks, Instant begin)
{
    if (!weeks.empty() && weeks.back().begin == begin)
        return weeks.back(); // nearly always, since requests come in the order of their starts
    const auto place = std::lower_bound(weeks.begin(), weeks.end(), begin,
                                        [](const WeekTally &week, Instant at) { return week.begin < at; });
    return place != weeks.end() && place->begin == begin ? *place : *weeks.insert(place, WeekTally{begin, 0, 0});
}

void addEnds(Counting &counting, const EndManner &manner, std::span<const EndsAfter> some, WeekTally &week)
{
    WorkflowTally &tally = counting.tally;
    const bool isVerified = manner.status == Status::Succeeded;
    SecondCounts &bySecond = isVerified ? counting.verifiedIn : counting.otherwiseIn;
    std::int64_t count = 0;
    for (const EndsAfter &ends : some) {
        bySecond.add(ends.seconds, ends.count);
        count += ends.count;
    }
    const Money cost = manner.cost * count;
    const auto eachCost = std::uint64_t(manner.cost.hundredMillionths());
    week.ended += count;
    tally.cost.all += cost;
    counting.costSquares += Wide(eachCost) * eachCost * std::uint64_t(count);
    tally.messages += std::int64_t(manner.stepsSent) * count;
    switch (manner.status) {
    case Status::Succeeded:
        tally.verified += count;
        if (manner.stepsSent > 0)
            tally.verifiedAfter.at(std::min<std::size_t>(manner.stepsSent, MaxSteps) - 1) += count;
        week.verified += count;
        tally.cost.ofVerified += cost;
        break;
    case Status::Expired:
        tally.expired += count;
        break;
    case Status::Failed:
        tally.failed += count;
        break;
    case Status::Cancelled:
        tally.cancelled += count;
        break;
    case Status::NotStarted:
    case Status::InProgress:
        break;
    }
}

void setNewest(Counting &counting, const Workflow &plan, VerificationKey key)
{
    if (key < counting.newestKey)
        return;
    counting.tally.workflow = plan;
    counting.newestKey = key;
}

// All of the part started by `until`, or all after that.
void add(Counting &counting, const Part &part, const Workflow &plan, Instant until)
{
    WorkflowTally &tally = counting.tally;
    setNewest(counting, plan, part.newestKey);
    tally.requests += part.count;
    if (part.isRunning())
        tally.inProgress += part.count;
    if (part.firstAt > until && part.kind.source != Source::Import) {
        tally.tooYoung += part.count;
        return;
    }
    if (part.isRunning())
        return;
    tally.firstAt = tally.firstAt ? std::min(*tally.firstAt, part.firstAt) : part.firstAt;
    tally.lastAt = tally.lastAt ? std::max(*tally.lastAt, part.lastAt) : part.lastAt;
    WeekTally &week = weekOf(tally.weeks, beginOfWeek(part.firstAt));
    part.visitEnds(
        [&](const EndManner &manner, std::span<const EndsAfter> some) { addEnds(counting, manner, some, week); });
}

void addUp(Counting &sum, const Counting &part)
{
    const WorkflowTally &from = part.tally;
    WorkflowTally &to = sum.tally;
    setNewest(sum, from.workflow, part.newestKey);
    to.requests += from.requests;
    to.verified += from.verified;
    to.expired += from.expired;
    to.failed += from.failed;
    to.cancelled += from.cancelled;
    to.inProgress += from.inProgress;
    to.tooYoung += from.tooYoung;
    for (std::size_t i = 0; i < MaxSteps; ++i)
        to.verifiedAfter[i] += from.verifiedAfter[i];
    if (from.firstAt)
        to.firstAt = to.firstAt ? std::min(*to.firstAt, *from.firstAt) : *from.firstAt;
    if (from.lastAt)
        to.lastAt = to.lastAt ? std::max(*to.lastAt, *from.lastAt) : *from.lastAt;
    sum.verifiedIn.add(part.verifiedIn);
    sum.otherwiseIn.add(part.otherwiseIn);
    for (const WeekTally &each : from.weeks) {
        WeekTally &week = weekOf(to.weeks, each.begin);
        week.verified += each.verified;
        week.ended += each.ended;
    }
    to.cost.all += from.cost.all;
    to.cost.ofVerified += from.cost.ofVerified;
    sum.costSquares += part.costSquares;
    to.messages += from.messages;
}

constexpr double SquareUnit = 1e-16; // costs are kept in 1e-8 EUR

Market toMarket(std::string country, const Countings &countings)
{
    Market market{std::move(country), {}, {}};
    for (const auto &[id, counting] : countings) {
        market.workflows.push_back(counting.tally);
        market.workflows.back().verifiedIn = toEnds(counting.verifiedIn);
        market.workflows.back().otherwiseIn = toEnds(counting.otherwiseIn);
        market.workflows.back().cost.squares = double(counting.costSquares) * SquareUnit;
    }
    market.pairs = pairsOf(market);
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
void countVersions(Countings &all, const std::vector<Workflow> &plans, const std::vector<bool> &isUsed)
{
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (isUsed[i])
            ++all[plans[i].id()].tally.versions;
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

std::vector<EndedIn> toEnds(const SecondCounts &counts)
{
    std::vector<EndedIn> ends;
    counts.visit([&ends](std::int64_t second, std::int64_t count) { ends.push_back({second, count}); });
    return ends;
}

milliseconds lifetimeOf(const Workflow &workflow)
{
    Verification verification;
    for (const Event &event : decide(verification, Start{workflow}, Instant()))
        evolve(verification, event);
    return forecast(verification).endsAt - Instant();
}

std::vector<KeyRange> toTellOneByOne(const ComparedRequests &requests, const ComparisonScope &scope, Instant now)
{
    const std::vector<milliseconds> lifetimes = lifetimesOf(requests.plans());
    const auto [shortest, longest] = std::minmax_element(lifetimes.begin(), lifetimes.end());
    const bool isAny = !lifetimes.empty();
    const Instant youngFrom = isAny ? now - *longest : now;
    const Instant youngBy = isAny ? now - *shortest : now;
    std::vector<KeyRange> ranges;
    for (const ComparedRequests::Range &range : requests.ranges()) {
        const bool isWholeInTime = !scope.from || range.firstAt >= *scope.from || range.lastAt < *scope.from;
        const bool isWholeByAge = range.lastAt <= youngFrom || range.firstAt > youngBy;
        if (!range.hasRollup || scope.brand || scope.network || !isWholeInTime || !isWholeByAge)
            ranges.push_back(range.keys);
    }
    return ranges;
}

Comparison compare(const ComparedRequests &requests, const ComparisonScope &scope, Instant now)
{
    constexpr std::size_t MostNames = 50; // what is cut off is rare
    const std::vector<milliseconds> lifetimes = lifetimesOf(requests.plans());
    const ChosenRequests chosen(requests, scope);
    std::vector<bool> isUsed(lifetimes.size(), false);
    Comparison comparison;
    comparison.at = now;
    chosen.countSources(comparison);
    comparison.brands = requests.brandsByCount(MostNames);
    comparison.networks = requests.networksByCount(MostNames);
    comparison.experiments.assign(requests.experiments().begin() + 1, requests.experiments().end());
    Instant newest{};
    bool isAny = false;
    bool isImportedAlone = true;
    std::optional<std::size_t> experiment; // of the first
    bool isOneExperiment = true;
    chosen.visit([&](const Part &part) {
        const milliseconds lifetime = lifetimes[part.kind.plan];
        isUsed[part.kind.plan] = true;
        newest = std::max(newest, part.lastAt);
        isAny = true;
        isOneExperiment = isOneExperiment && part.kind.experiment == experiment.value_or(part.kind.experiment);
        experiment = part.kind.experiment;
        isImportedAlone = isImportedAlone && part.kind.source == Source::Import;
        comparison.lifetime = std::max(comparison.lifetime, lifetime);
        if (part.isRunning()) {
            const Instant endsBy = std::max(now, part.firstAt + lifetime);
            comparison.nextEndBy = comparison.nextEndBy ? std::min(*comparison.nextEndBy, endsBy) : endsBy;
        }
    });
    comparison.isClosed = isAny && isImportedAlone;
    comparison.isByLot = isOneExperiment && experiment.value_or(0) != 0;
    comparison.until = comparison.isClosed ? newest : now - comparison.lifetime;
    if (comparison.isClosed)
        comparison.lifetime = {}; // none of them is too young

    std::map<std::array<char, 2>, Countings> countries;
    chosen.visit([&](const Part &part) {
        const Workflow &plan = requests.plans()[part.kind.plan];
        add(countries[part.kind.country][plan.id()], part, plan, comparison.until);
    });
    Countings all;
    for (const auto &[country, countings] : countries) {
        for (const auto &[id, counting] : countings)
            addUp(all[id], counting);
        comparison.markets.push_back(toMarket(std::string(countryText(country)), countings));
    }
    countVersions(all, requests.plans(), isUsed);
    comparison.all = toMarket({}, all);
    std::stable_sort(comparison.markets.begin(), comparison.markets.end(),
                     [](const Market &a, const Market &b) { return a.requests() > b.requests(); });
    return comparison;
}

} // namespace engine
