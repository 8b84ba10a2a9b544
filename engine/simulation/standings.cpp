// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/standings.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace engine {

std::vector<WorkflowStanding> standings(const SimulationResult &result, double margin)
{
    const auto isLess = [](const SimulatedWorkflow &a, const SimulatedWorkflow &b) { return a.verified < b.verified; };
    const auto best = std::ranges::max_element(result.workflows, isLess);
    std::vector<WorkflowStanding> all;
    for (const SimulatedWorkflow &each : result.workflows) {
        const double behind = double(best->verified - each.verified) / double(result.users);
        all.push_back({std::size_t(best - result.workflows.begin()), behind,
                       isBestOrTied(each.verified, best->verified, result.users, margin)});
    }
    return all;
}

std::vector<OverallStanding> overallStandings(std::span<const SimulationResult> results, double margin)
{
    assert(!results.empty());
    std::vector<OverallStanding> all(results.front().workflows.size());
    for (std::size_t population = 0; population < results.size(); ++population) {
        const std::vector<WorkflowStanding> here = standings(results[population], margin);
        for (std::size_t workflow = 0; workflow < all.size(); ++workflow) {
            OverallStanding &overall = all[workflow];
            overall.workflow = workflow;
            overall.bestOrTied += here[workflow].isBestOrTied;
            if (here[workflow].behind > overall.worstBehind || population == 0) {
                overall.worst = population;
                overall.worstBehind = here[workflow].behind;
                overall.worstBest = here[workflow].best;
            }
        }
    }
    std::ranges::stable_sort(all, [](const OverallStanding &a, const OverallStanding &b) {
        return std::tuple(b.bestOrTied, a.worstBehind) < std::tuple(a.bestOrTied, b.worstBehind);
    });
    return all;
}

bool isBestOrTied(const Market &market, WorkflowId workflow, double margin)
{
    std::int64_t most = 0;
    for (const WorkflowTally &tally : market.workflows)
        most = std::max(most, tally.verified);
    const WorkflowTally *tally = market.find(workflow);
    return tally && isBestOrTied(tally->verified, most, tally->requests, margin);
}

Verdict judgeSimulated(const Market &market, const VerdictRules &rules)
{
    VerdictRules once = rules;
    once.looks = Looks::Once;
    Verdict verdict = judge(market, once, {});
    const bool hasTooFew
        = verdict.finding == Finding::CannotTell && (verdict.needed > verdict.have || rules.margin <= 0);
    if (verdict.finding < Finding::NoDifference || hasTooFew)
        return verdict;
    std::vector<WorkflowId> tied = verdict.inLead;
    tied.insert(tied.end(), verdict.behind.begin(), verdict.behind.end());
    std::ranges::stable_sort(
        tied, [&](WorkflowId a, WorkflowId b) { return market.find(a)->verified > market.find(b)->verified; });
    const auto firstBehind = std::stable_partition(
        tied.begin(), tied.end(), [&](WorkflowId each) { return isBestOrTied(market, each, rules.margin); });
    if (firstBehind - tied.begin() < 2) // it leads, and by how much is told already
        return verdict;
    Verdict same;
    same.finding = Finding::NoDifference;
    same.looks = Looks::Once;
    same.inLead.assign(tied.begin(), firstBehind);
    same.behind.assign(firstBehind, tied.end());
    same.tooSmall = verdict.tooSmall;
    same.pairs = verdict.pairs;
    return same;
}

} // namespace engine
