// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/simulatedcontent.h"

#include "engine/simulation/standings.h"
#include "model/compare/cautionwords.h"
#include "model/compare/chartcontent.h"
#include "model/compare/ratewords.h"
#include "model/compare/verdictwords.h"
#include "model/simulate/shares.h"
#include "model/simulate/simulatecontent.h"
#include "model/words/workflowwords.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Finding;
using engine::KeptPopulation;
using engine::KeptSimulation;
using engine::Verdict;
using engine::WorkflowTally;

namespace {

// All of them meet every workflow.
std::int64_t usersOf(const engine::Market &market)
{
    return market.workflows.empty() ? 0 : market.workflows.front().requests;
}

QString nameOf(const KeptSimulation &run, const KeptPopulation &population)
{
    return u"%1, seed %2"_s.arg(populationTitle(population.population), QString::number(run.seed));
}

MarketRow simulatedRow(const SimulatedMarket &market, const engine::VerdictRules &rules)
{
    const engine::Market &counts = market.population.market;
    const Verdict verdict = judgeSimulated(counts, rules);
    MarketRow row = marketRow(counts, verdict, rules, nameOf(market.run, market.population));
    row.simulated = market.place;
    row.spoken = u"Simulated: "_s + row.spoken;
    return row;
}

// "1 is best or tied for 5 of the 6 populations of this run."; of one population there is nothing to say.
QString overThePopulations(const KeptSimulation &run, engine::WorkflowId workflow, double margin)
{
    const auto all = std::ptrdiff_t(run.populations.size());
    if (all < 2)
        return {};
    const auto count = std::count_if(run.populations.begin(), run.populations.end(), [&](const KeptPopulation &each) {
        return engine::isBestOrTied(each.market, workflow, margin);
    });
    return u" %1 is best or tied for %2 populations of this run."_s.arg(workflow).arg(
        count == all ? u"all %1"_s.arg(all) : u"%1 of the %2"_s.arg(count).arg(all));
}

QString firstLower(QString sentence)
{
    sentence[0] = sentence[0].toLower();
    return sentence;
}

QString assumed(const QString &headline)
{
    return u"Under these assumptions, "_s + firstLower(headline);
}

std::vector<engine::Workflow> allWorkflowsOf(const engine::Market &market)
{
    std::vector<engine::Workflow> workflows;
    for (const WorkflowTally &tally : market.workflows)
        workflows.push_back(tally.workflow);
    return workflows;
}

QString simulatedHeadline(const engine::Market &market, const Verdict &verdict, const QString &measured)
{
    switch (verdict.finding) {
    case Finding::NothingEnded:
    case Finding::TooFew:
        return u"Too few to compare: %1 users."_s.arg(grouped(usersOf(market)));
    case Finding::OnlyOne:
        return u"Only workflow %1 was run: %2."_s.arg(verdict.inLead.front())
            .arg(rateText(market.find(verdict.inLead.front())->success()));
    case Finding::CannotTell:
        return u"Too few users to tell: "_s + idList(verdict.inLead, u"or"_s) + u'.';
    case Finding::OrderTurns:
    case Finding::NoDifference:
    case Finding::Leads:
        return assumed(measured);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<SimulatedMarket> findSimulated(std::span<const KeptSimulation> simulations, const SimulatedPlace &place)
{
    const auto run = std::find_if(simulations.begin(), simulations.end(),
                                  [&](const KeptSimulation &each) { return each.number == place.number; });
    if (run == simulations.end() || place.population >= run->populations.size())
        return std::nullopt;
    return SimulatedMarket{*run, run->populations[place.population], place};
}

engine::VerdictRules simulatedRules(const CompareChoices &choices)
{
    engine::VerdictRules rules = choices.rules();
    rules.looks = engine::Looks::Once;
    return rules;
}

std::vector<MarketRow> simulatedRows(std::span<const KeptSimulation> simulations, const CompareChoices &choices)
{
    std::vector<MarketRow> rows;
    for (const KeptSimulation &run : simulations) {
        for (std::size_t place = 0; place < run.populations.size(); ++place)
            rows.push_back(simulatedRow({run, run.populations[place], {run.number, place}}, simulatedRules(choices)));
    }
    return rows;
}

VerdictContent simulatedVerdict(const SimulatedMarket &market, const Verdict &verdict, const CompareChoices &choices,
                                const CompareMoment &moment)
{
    const engine::Market &counts = market.population.market;
    engine::Comparison complete;
    complete.at = complete.until = moment.now;
    complete.all = counts;
    CompareChoices rules;
    rules.baseline = choices.baseline;
    rules.marginPoints = choices.marginPoints;
    VerdictContent content = verdictContent(complete, counts, verdict, rules, moment);
    content.isSimulated = true;
    content.tag = u"Simulated"_s;
    const std::int64_t users = usersOf(counts);
    content.place = nameOf(market.run, market.population);
    content.scope = u"%1, %2 users each, %3, "_s.arg(content.place, grouped(users), waitsText(market.run.timing))
        + (market.run.number > 0 ? QString(u"kept "_s + clockOf(market.run.keptAt, moment.now)) : u"not kept"_s);
    content.headline = simulatedHeadline(counts, verdict, content.headline);
    if (users < market.run.users)
        content.headline = stoppedAfter(users, market.run.users) + firstLower(content.headline);
    if (!verdict.inLead.empty())
        content.support
            = (content.support + overThePopulations(market.run, verdict.inLead.front(), choices.rules().margin))
                  .trimmed();
    for (const WorkflowTally &tally : counts.workflows) {
        if (tally.id() >= FirstOwn)
            content.support
                = (content.support + u' ' + ownWorkflowSentence(tally.workflow, allWorkflowsOf(counts))).trimmed();
    }
    content.cautions = QStringList{u"The population is a guess: nothing of this was measured"_s};
    if (market.run.prices == moment.examplePrices)
        content.cautions << u"Example prices"_s;
    return content;
}

} // namespace model
