// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparison.h"

#include "engine/base/week.h"
#include "engine/statistics/pairs.h"
#include "engine/verification/verification.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace engine {

namespace {

using One = ComparedRequests::One;

using PerSecond = std::vector<std::int64_t>;

// Counts in progress: those by second are sparse once they are told.
struct Counting {
    WorkflowTally tally;
    PerSecond verifiedIn;
    PerSecond otherwiseIn;
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

void count(PerSecond &counts, std::size_t second, std::int64_t count = 1)
{
    if (counts.size() <= second)
        counts.resize(second + 1);
    counts[second] += count;
}

void addUp(PerSecond &sum, const PerSecond &part)
{
    for (std::size_t second = part.size(); second-- > 0;)
        count(sum, second, part[second]);
}

std::vector<EndedIn> sparse(const PerSecond &counts)
{
    std::vector<EndedIn> ends;
    for (std::size_t second = 0; second < counts.size(); ++second) {
        if (counts[second] > 0)
            ends.push_back({std::int64_t(second), counts[second]});
    }
    return ends;
}

void addVerified(Counting &counting, const One &one)
{
    ++counting.tally.verified;
    if (one.stepsSent > 0)
        ++counting.tally.verifiedAfter.at(std::min<std::size_t>(one.stepsSent, MaxSteps) - 1);
    count(counting.verifiedIn, one.secondsToEnd);
}

void addEnd(Counting &counting, const One &one)
{
    WorkflowTally &tally = counting.tally;
    switch (one.status) {
    case Status::Succeeded:
        addVerified(counting, one);
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
    if (one.status != Status::Succeeded)
        count(counting.otherwiseIn, one.secondsToEnd);
    tally.firstAt = tally.firstAt ? std::min(*tally.firstAt, one.startedAt) : one.startedAt;
    WeekTally &week = weekOf(tally.weeks, beginOfWeek(one.startedAt));
    ++week.ended;
    const Money cost = Money::fromHundredMillionths(one.cost);
    tally.cost.all += cost;
    tally.cost.squares += cost.toDouble() * cost.toDouble();
    tally.messages += one.stepsSent;
    if (one.status == Status::Succeeded) {
        ++week.verified;
        tally.cost.ofVerified += cost;
    }
}

void add(Counting &counting, const One &one, const Workflow &plan, Instant until)
{
    WorkflowTally &tally = counting.tally;
    tally.workflow = plan; // requests come in the order of their starts
    ++tally.requests;
    if (one.status <= Status::InProgress)
        ++tally.inProgress;
    if (one.startedAt > until)
        ++tally.tooYoung;
    else
        addEnd(counting, one);
}

void addUp(Counting &sum, const Counting &part)
{
    const WorkflowTally &from = part.tally;
    WorkflowTally &to = sum.tally;
    to.workflow = from.workflow;
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
    addUp(sum.verifiedIn, part.verifiedIn);
    addUp(sum.otherwiseIn, part.otherwiseIn);
    for (const WeekTally &each : from.weeks) {
        WeekTally &week = weekOf(to.weeks, each.begin);
        week.verified += each.verified;
        week.ended += each.ended;
    }
    to.cost.all += from.cost.all;
    to.cost.ofVerified += from.cost.ofVerified;
    to.cost.squares += from.cost.squares;
    to.messages += from.messages;
}

Market toMarket(std::string country, const Countings &countings)
{
    Market market{std::move(country), {}, {}};
    for (const auto &[id, counting] : countings) {
        market.workflows.push_back(counting.tally);
        market.workflows.back().verifiedIn = sparse(counting.verifiedIn);
        market.workflows.back().otherwiseIn = sparse(counting.otherwiseIn);
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

milliseconds lifetimeOf(const Workflow &workflow)
{
    Verification verification;
    for (const Event &event : decide(verification, Start{workflow}, Instant()))
        evolve(verification, event);
    return forecast(verification).endsAt - Instant();
}

namespace {

// Which requests are compared, and what there is to choose from.
class Chosen {
public:
    Chosen(const ComparedRequests &requests, const ComparisonScope &scope)
        : m_requests(requests)
        , m_scope(scope)
        , m_perBrand(requests.brands().size())
    {
        for (const One &one : requests.all()) {
            ++m_perBrand[one.brand];
            if (scope.from && one.startedAt < *scope.from)
                continue;
            ++m_perSource.at(std::size_t(one.source));
            if (isMeant(one))
                m_all.push_back(&one);
        }
        if (scope.isNewestPlan)
            keepNewestPlans();
    }

    const std::vector<const One *> &all() const { return m_all; }
    const std::array<std::int64_t, SourceCount> &perSource() const { return m_perSource; }

    // With most requests first, so that what is cut off is rare.
    std::vector<std::string> brands() const
    {
        constexpr std::size_t Most = 50;
        std::vector<std::size_t> order(m_perBrand.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return m_perBrand[a] > m_perBrand[b]; });
        order.resize(std::min(order.size(), Most));
        std::vector<std::string> names;
        for (const std::size_t place : order) {
            if (m_perBrand[place] > 0)
                names.push_back(m_requests.brands()[place]);
        }
        return names;
    }

private:
    bool isMeant(const One &one) const
    {
        return (!m_scope.source || one.source == *m_scope.source)
            && (!m_scope.brand || m_requests.brands()[one.brand] == *m_scope.brand)
            && (!m_scope.experiment || m_requests.experiments()[one.experiment] == *m_scope.experiment);
    }

    void keepNewestPlans()
    {
        std::map<WorkflowId, std::uint16_t> newest; // requests come in the order of their starts
        for (const One *one : m_all)
            newest[m_requests.plans()[one->plan].id()] = one->plan;
        std::erase_if(m_all, [&](const One *one) { return newest[m_requests.plans()[one->plan].id()] != one->plan; });
    }

    const ComparedRequests &m_requests;
    const ComparisonScope &m_scope;
    std::vector<const One *> m_all;
    std::vector<std::int64_t> m_perBrand;
    std::array<std::int64_t, SourceCount> m_perSource{};
};

} // namespace

Comparison compare(const ComparedRequests &requests, const ComparisonScope &scope, Instant now)
{
    const std::vector<milliseconds> lifetimes = lifetimesOf(requests.plans());
    const Chosen chosen(requests, scope);
    std::vector<bool> isUsed(lifetimes.size(), false);
    Comparison comparison;
    comparison.at = now;
    comparison.sources = chosen.perSource();
    comparison.brands = chosen.brands();
    comparison.experiments.assign(requests.experiments().begin() + 1, requests.experiments().end());
    Instant newest{};
    comparison.isClosed = !chosen.all().empty();
    for (const One *one : chosen.all()) {
        isUsed[one->plan] = true;
        newest = std::max(newest, one->startedAt);
        comparison.isClosed = comparison.isClosed && one->source == Source::Import;
        comparison.lifetime = std::max(comparison.lifetime, lifetimes[one->plan]);
        if (one->status <= Status::InProgress) {
            const Instant endsBy = std::max(now, one->startedAt + lifetimes[one->plan]);
            comparison.nextEndBy = comparison.nextEndBy ? std::min(*comparison.nextEndBy, endsBy) : endsBy;
        }
    }
    comparison.until = comparison.isClosed ? newest : now - comparison.lifetime;

    std::map<std::array<char, 2>, Countings> countries;
    for (const One *one : chosen.all()) {
        const Workflow &plan = requests.plans()[one->plan];
        add(countries[one->country][plan.id()], *one, plan, comparison.until);
    }
    Countings all;
    for (const auto &[country, countings] : countries) {
        for (const auto &[id, counting] : countings)
            addUp(all[id], counting);
        const bool hasCountry = country[0] != 0;
        comparison.markets.push_back(toMarket(hasCountry ? std::string(country.data(), 2) : std::string(), countings));
    }
    countVersions(all, requests.plans(), isUsed);
    comparison.all = toMarket({}, all);
    std::stable_sort(comparison.markets.begin(), comparison.markets.end(),
                     [](const Market &a, const Market &b) { return a.requests() > b.requests(); });
    return comparison;
}

} // namespace engine
