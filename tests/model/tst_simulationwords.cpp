// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/ownworkflow.h"
#include "model/words/simulationwords.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_simulationwords {

using namespace Qt::StringLiterals;

// As if so many of 1,000 users had been verified in workflows 1, 2 and so on.
engine::SimulationResult verified(std::initializer_list<int> counts)
{
    engine::SimulationResult result;
    result.users = 1000;
    engine::WorkflowId id = 0;
    for (const int count : counts) {
        engine::SimulatedWorkflow &each = result.workflows.emplace_back();
        each.workflow = *engine::standardWorkflow(++id, engine::Dialect::Vonage);
        each.verified = count;
    }
    return result;
}

class tst_SimulationWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerGoesOverPopulations();
    void whoIsNeverBehindSaysSo();
    void ownWorkflowsAreNamedByTheirSteps();
};

void tst_SimulationWords::theAnswerGoesOverPopulations()
{
    const std::vector results{verified({850, 860, 500}), verified({600, 388, 845})};
    const model::SimulatedPopulations populations{results, {u"typical"_s, u"landlines"_s}};
    const engine::OverallStanding two{1, 1, 1, 0.457, 2};
    QCOMPARE(model::overallAnswer(populations, two),
             u"Under these assumptions, 2 is best or tied for 1 of 2 populations."_s);
    QCOMPARE(model::worstCase(populations, two), u"For landlines it falls 45.7 points behind 3."_s);
}

void tst_SimulationWords::whoIsNeverBehindSaysSo()
{
    const std::vector results{verified({850, 800})};
    const model::SimulatedPopulations populations{results, {u"typical"_s}};
    QCOMPARE(model::worstCase(populations, {0, 1, 0, 0, 0}), u"No other verifies more in any of them."_s);
}

void tst_SimulationWords::ownWorkflowsAreNamedByTheirSteps()
{
    QCOMPARE(model::workflowName(*engine::standardWorkflow(7, engine::Dialect::Vonage)), u"7"_s);
    QCOMPARE(model::workflowName(*engine::ownWorkflow(8, "s60+c120")), u"s60+c120"_s);
    QCOMPARE(model::workflowName(*engine::ownWorkflow(8, "s60+c120+p90")), u"s60+c120+p90"_s);
}

PINPATH_TEST(tst_SimulationWords, "tst_simulationwords")

} // namespace tst_simulationwords

#include "tst_simulationwords.moc"
