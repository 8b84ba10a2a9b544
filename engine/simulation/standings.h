// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/simulation.h"
#include "engine/statistics/verdict.h"

#include <span>

namespace engine {

// Success rates that are no further apart than this count as a tie, as in Compare: the doubt is the population, and not
// the draw.
inline constexpr double TieMargin = 0.02;

// Of whole users, so that a margin is met exactly.
inline bool isBestOrTied(std::int64_t verified, std::int64_t mostVerified, std::int64_t users,
                         double margin = TieMargin)
{
    return double(mostVerified - verified) / double(users) <= margin;
}

// How a workflow fares in one population, beside the best one there.
struct WorkflowStanding {
    std::size_t best = 0; // the workflow with the highest success rate, a place in the plan
    double behind = 0; // that one's rate minus this one's, 0 or more
    bool isBestOrTied = false;
};

// How a workflow fares over several populations.
struct OverallStanding {
    std::size_t workflow = 0; // a place in the plan
    std::size_t bestOrTied = 0; // in how many populations
    std::size_t worst = 0; // the population in which it is furthest behind
    double worstBehind = 0;
    std::size_t worstBest = 0; // the workflow that is best there
};

// Of each workflow in the order of the plan; of at least one user.
std::vector<WorkflowStanding> standings(const SimulationResult &result, double margin = TieMargin);

// Of each workflow over the results of the same plan in several populations, the best first: best or tied in most of
// them, then least far behind in its worst one, then first in the plan.
std::vector<OverallStanding> overallStandings(std::span<const SimulationResult> results, double margin = TieMargin);

// As judge() does it, of one population's counts, but those in the lead are best or tied by the rule above: all users
// meet all workflows, and no more will come. Where the users are too few for the margin, it cannot be told.
Verdict judgeSimulated(const Market &market, const VerdictRules &rules);

// Best or tied among all that the users of a population met.
bool isBestOrTied(const Market &market, WorkflowId workflow, double margin = TieMargin);

} // namespace engine
