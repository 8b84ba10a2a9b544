// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/simulationwords.h"

#include "engine/simulation/ownworkflow.h"

using namespace Qt::StringLiterals;

namespace model {

namespace {

const engine::Workflow &workflowOf(const SimulatedPopulations &populations, std::size_t place)
{
    return populations.results.front().workflows[place].workflow;
}

} // namespace

QString workflowName(const engine::Workflow &workflow)
{
    if (workflow.id() <= engine::lastStandardWorkflow(engine::Dialect::Vonage))
        return QString::number(workflow.id());
    QString word = QString::fromStdString(engine::toWord(workflow));
    const QString usualLife = u"+p%1"_s.arg(engine::DefaultPinExpiry.count());
    if (word.endsWith(usualLife))
        word.chop(usualLife.size());
    return word;
}

QString overallAnswer(const SimulatedPopulations &populations, const engine::OverallStanding &standing)
{
    return u"Under these assumptions, %1 is best or tied for %2 of %3 populations."_s
        .arg(workflowName(workflowOf(populations, standing.workflow)))
        .arg(standing.bestOrTied)
        .arg(populations.results.size());
}

QString worstCase(const SimulatedPopulations &populations, const engine::OverallStanding &standing)
{
    const QString points = QString::number(100 * standing.worstBehind, 'f', 1);
    if (points == "0.0"_L1)
        return u"No other verifies more in any of them."_s;
    return u"For %1 it falls %2 points behind %3."_s.arg(populations.names.at(qsizetype(standing.worst)), points,
                                                         workflowName(workflowOf(populations, standing.worstBest)));
}

} // namespace model
