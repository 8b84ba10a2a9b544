// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/chartlines.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Market;
using engine::Verdict;
using engine::WorkflowId;
using engine::WorkflowTally;

QString workflowName(WorkflowId id)
{
    return u"Workflow "_s + QString::number(id);
}

ChartLine lineOf(const WorkflowTally &tally)
{
    ChartLine line;
    line.workflow = tally.id();
    for (std::size_t i = 0; i < tally.workflow.stepCount(); ++i)
        line.channels.push_back(tally.workflow.step(i).channel);
    return line;
}

ChartLine lineOf(const WorkflowTally &tally, const Verdict &verdict)
{
    ChartLine line = lineOf(tally);
    const bool isBehind = std::find(verdict.behind.begin(), verdict.behind.end(), tally.id()) != verdict.behind.end();
    line.isDecided = engine::isEnough(tally) && (isBehind || verdict.finding != engine::Finding::CannotTell);
    return line;
}

std::vector<const WorkflowTally *> byRate(const Market &market)
{
    std::vector<const WorkflowTally *> tallies;
    for (const WorkflowTally &tally : market.workflows)
        tallies.push_back(&tally);
    const auto place = [](const WorkflowTally *tally) {
        const double rate = tally->ended() > 0 ? tally->success().rate() : -1;
        return std::pair(engine::isEnough(*tally), rate);
    };
    std::stable_sort(tallies.begin(), tallies.end(), [&](const auto *a, const auto *b) { return place(a) > place(b); });
    return tallies;
}

std::vector<const WorkflowTally *> endedByRate(const Market &market)
{
    std::vector<const WorkflowTally *> tallies = byRate(market);
    std::erase_if(tallies, [](const WorkflowTally *tally) { return tally->ended() == 0; });
    return tallies;
}

std::vector<WorkflowId> inQuestion(const Market &market, const Verdict &verdict, WorkflowId baseline)
{
    if (verdict.finding == engine::Finding::Leads)
        return {verdict.inLead.front(), verdict.comparedWith};
    std::vector<WorkflowId> ids = verdict.inLead;
    if (ids.empty()) {
        for (const WorkflowTally *tally : endedByRate(market))
            ids.push_back(tally->id());
    }
    const auto today = std::find(ids.begin(), ids.end(), baseline);
    if (today != ids.end() && today != ids.begin())
        std::iter_swap(ids.begin() + 1, today);
    for (const engine::MarketLeader &each : verdict.leaders) { // with whoever turns the order
        if (std::find(ids.begin(), ids.end(), each.leader) == ids.end())
            ids.push_back(each.leader);
    }
    ids.resize(std::min<std::size_t>(ids.size(), 2));
    return ids;
}

} // namespace model
