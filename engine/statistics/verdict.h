// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

// What the counts allow to say. Plain values; the rules are ux.md's, and the words for them are elsewhere.
namespace engine {

inline constexpr std::int64_t EnoughToCompare = 30; // a workflow with fewer that ended is left out and named
inline bool isEnough(const WorkflowTally &tally)
{
    return tally.ended() >= EnoughToCompare;
}

inline constexpr double WiderMargin = 0.05; // that is offered where the one asked for takes long

// What the person who asks decides.
struct VerdictRules {
    WorkflowId baseline = 1; // today's workflow
    double margin = 0.02; // smaller differences do not matter; 0 or more
    Looks looks = Looks::Repeated;

    bool operator==(const VerdictRules &) const = default;
};

enum class Finding : std::uint8_t {
    NothingEnded,
    TooFew, // no workflow has enough
    OnlyOne, // one has
    OrderTurns, // another workflow leads in a market than over all
    NoDifference, // those in the lead are within the margin
    Leads, // one, beyond doubt
    CannotTell,
};

struct MarketLeader {
    std::string country;
    WorkflowId leader = 0;

    bool operator==(const MarketLeader &) const = default;
};

struct Verdict {
    Finding finding = Finding::NothingEnded;
    Looks looks = Looks::Repeated; // that it withstands
    std::vector<WorkflowId> inLead; // highest rate first: one with OnlyOne and Leads, those in question otherwise
    std::vector<WorkflowId> behind; // beyond doubt
    std::vector<WorkflowId> tooSmall; // left out
    std::size_t pairs = 0; // the family: all of them together are wrong with a probability of at most 5 %

    WorkflowId comparedWith = 0; // with Leads: the baseline, or the next best where the baseline leads or is too small
    Difference lead; // with Leads: over that, all pairs together 95 %
    WorkflowId runnerUp = 0; // with Leads, and kept with OrderTurns: the next best
    Difference leadOverRunnerUp; // all pairs together 95 %

    std::vector<MarketLeader> leaders; // with OrderTurns: markets in which one leads beyond doubt
    std::int64_t have = 0; // with CannotTell: ended requests of the one in question that has fewest
    std::int64_t needed = 0; // about how many of each it takes; 0: the margin is 0, no number suffices
    std::optional<double> daysLeft; // at the traffic of the slowest so far
    std::optional<double>
        daysLeftIfWider; // the same for WiderMargin, where that is more and they are not enough for it
};

// By how much a workflow leads the baseline.
struct Lead {
    WorkflowId workflow = 0;
    Difference once; // Newcombe, 95 %
    Difference always; // under the looks of the rules, all pairs together 95 %
    bool isDecided = false; // that interval leaves out 0, or lies inside the margin
};

// One market alone.
Verdict judge(const Market &market, const VerdictRules &rules, Instant until);
// All markets together: as one, unless the mix turns the order.
Verdict judgeAll(const Comparison &comparison, const VerdictRules &rules);
// Leads over the baseline of those with enough requests, highest first; empty where the baseline has too few.
std::vector<Lead> leadsOver(const Market &market, const VerdictRules &rules);

} // namespace engine
