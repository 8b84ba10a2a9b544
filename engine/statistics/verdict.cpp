// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/verdict.h"

#include <algorithm>
#include <chrono>

namespace engine {

namespace {

constexpr double FamilyAlpha = 0.05;

using Candidates = std::vector<const WorkflowTally *>; // highest rate first

Candidates candidatesOf(const Market &market)
{
    Candidates candidates;
    for (const WorkflowTally &tally : market.workflows) {
        if (isEnough(tally))
            candidates.push_back(&tally);
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const WorkflowTally *a, const WorkflowTally *b) {
        return a->success().rate() > b->success().rate();
    });
    return candidates;
}

std::size_t pairsOf(const Candidates &candidates)
{
    return candidates.size() * (candidates.size() - 1) / 2;
}

double alphaOf(const Candidates &candidates)
{
    return FamilyAlpha / double(std::max<std::size_t>(1, pairsOf(candidates)));
}

bool liesInsideMargin(const Difference &difference, double margin)
{
    return difference.interval.liesWithin(-margin, margin);
}

// Not behind the best beyond doubt, or by so little that it does not matter.
Candidates thoseInLead(const Candidates &candidates, double alpha, const VerdictRules &rules)
{
    Candidates lead;
    for (const WorkflowTally *each : candidates) {
        const Difference behind = differenceUnder(rules.looks, candidates.front()->success(), each->success(), alpha);
        if (each == candidates.front() || behind.interval.low <= 0 || liesInsideMargin(behind, rules.margin))
            lead.push_back(each);
    }
    return lead;
}

bool areWithinMargin(const Candidates &those, double alpha, const VerdictRules &rules)
{
    for (std::size_t i = 0; i < those.size(); ++i) {
        for (std::size_t j = i + 1; j < those.size(); ++j) {
            const Difference apart = differenceUnder(rules.looks, those[i]->success(), those[j]->success(), alpha);
            if (!liesInsideMargin(apart, rules.margin))
                return false;
        }
    }
    return true;
}

// Requests a day that ended, of its latest weeks that have any; what came before and how long ago they were says
// nothing of it. None: they came too close together to tell.
std::optional<double> trafficPerDay(const WorkflowTally &tally, Instant until)
{
    constexpr double DayMilliseconds = 24 * 3600 * 1000.0;
    constexpr std::size_t LatestWeeks = 4;
    if (!tally.firstAt)
        return std::nullopt;
    const Instant last = tally.lastAt.value_or(until);
    double span = double((last - *tally.firstAt).count());
    std::int64_t ended = tally.ended();
    if (tally.weeks.size() > 1) {
        span = 0;
        ended = 0;
        const std::size_t first = tally.weeks.size() - std::min(LatestWeeks, tally.weeks.size());
        for (std::size_t i = first; i < tally.weeks.size(); ++i) {
            const WeekTally &week = tally.weeks[i];
            const Instant begin = std::max(week.begin, *tally.firstAt);
            const Instant end = std::min(week.begin + std::chrono::weeks(1), last);
            span += double((end - begin).count());
            ended += week.ended;
        }
    }
    return span > 0 ? std::optional(double(ended) / (span / DayMilliseconds)) : std::nullopt;
}

// Days until the slowest of them has as many, at its own traffic.
std::optional<double> daysUntil(const Candidates &those, std::int64_t needed, Instant until)
{
    double most = 0;
    for (const WorkflowTally *each : those) {
        const auto perDay = trafficPerDay(*each, until);
        if (!perDay)
            return std::nullopt;
        most = std::max(most, double(needed - each->ended()) / *perDay);
    }
    return most;
}

void sayWhatIsMissing(Verdict &verdict, const Candidates &lead, double alpha, const VerdictRules &rules, Instant until)
{
    verdict.have = (*std::min_element(lead.begin(), lead.end(), [](const WorkflowTally *a, const WorkflowTally *b) {
                       return a->ended() < b->ended();
                   }))->ended();
    if (rules.margin <= 0)
        return;
    const auto neededFor = [&](double margin) {
        return sizeForHalfWidth(rules.looks, lead[0]->success().rate(), lead[1]->success().rate(), alpha, margin);
    };
    verdict.needed = neededFor(rules.margin);
    if (verdict.needed > verdict.have)
        verdict.daysLeft = daysUntil(lead, verdict.needed, until);
    const std::int64_t neededIfWider = rules.margin < WiderMargin ? neededFor(WiderMargin) : 0;
    if (neededIfWider > verdict.have)
        verdict.daysLeftIfWider = daysUntil(lead, neededIfWider, until);
}

} // namespace

Verdict judge(const Market &market, const VerdictRules &rules, Instant until)
{
    Verdict verdict;
    verdict.looks = rules.looks;
    const Candidates candidates = candidatesOf(market);
    for (const WorkflowTally &tally : market.workflows) {
        if (!isEnough(tally))
            verdict.tooSmall.push_back(tally.id());
    }
    if (market.ended() == 0)
        return verdict;
    if (candidates.empty()) {
        verdict.finding = Finding::TooFew;
        return verdict;
    }
    verdict.pairs = pairsOf(candidates);
    const double alpha = alphaOf(candidates);
    const Candidates lead = thoseInLead(candidates, alpha, rules);
    for (const WorkflowTally *each : candidates) {
        const bool isInLead = std::find(lead.begin(), lead.end(), each) != lead.end();
        (isInLead ? verdict.inLead : verdict.behind).push_back(each->id());
    }
    if (candidates.size() == 1) {
        verdict.finding = Finding::OnlyOne;
    } else if (lead.size() == 1) {
        verdict.finding = Finding::Leads;
        const bool leadsBaseline = std::any_of(candidates.begin() + 1, candidates.end(),
                                               [&](const WorkflowTally *each) { return each->id() == rules.baseline; });
        verdict.comparedWith = leadsBaseline ? rules.baseline : candidates[1]->id();
        const auto leadOver = [&](const WorkflowTally &other) {
            return differenceUnder(rules.looks, lead.front()->success(), other.success(), alpha);
        };
        verdict.lead = leadOver(*market.find(verdict.comparedWith));
        verdict.runnerUp = candidates[1]->id();
        verdict.leadOverRunnerUp = leadOver(*candidates[1]);
    } else if (areWithinMargin(lead, alpha, rules)) {
        verdict.finding = Finding::NoDifference;
    } else {
        verdict.finding = Finding::CannotTell;
        sayWhatIsMissing(verdict, lead, alpha, rules, until);
    }
    return verdict;
}

Verdict judgeAll(const Comparison &comparison, const VerdictRules &rules)
{
    Verdict whole = judge(comparison.all, rules, comparison.until);
    if (comparison.markets.size() < 2 || whole.finding < Finding::OrderTurns)
        return whole;
    std::vector<MarketLeader> leaders;
    for (const Market &market : comparison.markets) {
        const Verdict verdict = judge(market, rules, comparison.until);
        if (verdict.finding == Finding::Leads)
            leaders.push_back({market.country, verdict.inLead.front()});
    }
    // Turned: somebody leads a market that is not in the lead over all, or is not the only one who leads one.
    const bool isTurned = std::any_of(leaders.begin(), leaders.end(), [&](const MarketLeader &each) {
        const bool isInLead = std::find(whole.inLead.begin(), whole.inLead.end(), each.leader) != whole.inLead.end();
        return !isInLead || each.leader != leaders.front().leader;
    });
    if (isTurned) {
        whole.finding = Finding::OrderTurns;
        whole.leaders = std::move(leaders);
    }
    return whole;
}

std::vector<Lead> leadsOver(const Market &market, const VerdictRules &rules)
{
    const Candidates candidates = candidatesOf(market);
    const double alpha = alphaOf(candidates);
    const WorkflowTally *baseline = market.find(rules.baseline);
    std::vector<Lead> leads;
    if (!baseline || !isEnough(*baseline))
        return leads;
    for (const WorkflowTally *each : candidates) {
        Lead lead{each->id(), {}, {}, true};
        if (each != baseline) {
            lead.once = newcombeDifference(each->success(), baseline->success());
            lead.always = differenceUnder(rules.looks, each->success(), baseline->success(), alpha);
            lead.isDecided = !lead.always.interval.contains(0) || liesInsideMargin(lead.always, rules.margin);
        }
        leads.push_back(lead);
    }
    return leads;
}

} // namespace engine
