// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/verification/workflow.h"
#include "tests/support/run.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>

namespace tst_workflow {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::Run;

// What happens when nobody enters a code.
QString untouched(const Workflow &workflow)
{
    Run run(workflow);
    run.advance(24h);
    return run.story();
}

// The workflows as data, and how a request's timing changes them. Figures: verify-api.md, sections 3.1 to 3.3.
class tst_Workflow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWorkflowRunsAtItsSeconds_data();
    void everyWorkflowRunsAtItsSeconds();
    void theDialectOf2019KnowsFiveWorkflows();
    void aRequestChangesTheTiming_data();
    void aRequestChangesTheTiming();
    void aPinLifeThatIsNoMultipleOfTheWaitBecomesTheWait_data();
    void aPinLifeThatIsNoMultipleOfTheWaitBecomesTheWait();
    void aVersionNamesThePlanAlone();
    void aVersionIsReadBack_data() { aRequestChangesTheTiming_data(); }
    void aVersionIsReadBack();
    void aCustomWorkflowOfSixStepsIsReadBack();
    void textThatIsNoVersionIsRefused_data();
    void textThatIsNoVersionIsRefused();
};

void tst_Workflow::everyWorkflowRunsAtItsSeconds_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("story");

    const struct {
        int id;
        const char *story;
    } everywhere[]{
        {1, "pin1@0 sms@0 call@125 pin2@305 call@305 expired@605"},
        {2, "pin1@0 sms@0 sms@125 pin2@305 call@305 expired@605"},
        {3, "pin1@0 call@0 call@150 expired@300"},
        {4, "pin1@0 sms@0 sms@120 expired@300"},
    };
    for (const auto &row : everywhere) {
        QTest::addRow("%d, vonage", row.id) << row.id << Dialect::Vonage << QString::fromLatin1(row.story);
        QTest::addRow("%d, nexmo-2019", row.id) << row.id << Dialect::Nexmo2019 << QString::fromLatin1(row.story);
    }
    QTest::newRow("5, vonage") << 5 << Dialect::Vonage << u"pin1@0 sms@0 call@120 expired@300"_s;
    QTest::newRow("5, nexmo-2019") << 5 << Dialect::Nexmo2019 << u"pin1@0 sms@0 call@125 expired@425"_s;
    QTest::newRow("6, vonage") << 6 << Dialect::Vonage << u"pin1@0 sms@0 expired@300"_s;
    QTest::newRow("7, vonage") << 7 << Dialect::Vonage << u"pin1@0 call@0 expired@300"_s;
}

void tst_Workflow::everyWorkflowRunsAtItsSeconds()
{
    QFETCH(const int, id);
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, story);
    const auto workflow = standardWorkflow(static_cast<WorkflowId>(id), dialect);
    QVERIFY(workflow);
    QCOMPARE(int(workflow->id()), id);
    QCOMPARE(untouched(*workflow), story);
}

void tst_Workflow::theDialectOf2019KnowsFiveWorkflows()
{
    QVERIFY(!standardWorkflow(0, Dialect::Vonage));
    QVERIFY(standardWorkflow(7, Dialect::Vonage));
    QVERIFY(!standardWorkflow(8, Dialect::Vonage));
    QVERIFY(!standardWorkflow(0, Dialect::Nexmo2019));
    QVERIFY(standardWorkflow(5, Dialect::Nexmo2019));
    QVERIFY(!standardWorkflow(6, Dialect::Nexmo2019));
    QVERIFY(!standardWorkflow(7, Dialect::Nexmo2019));
}

void tst_Workflow::aRequestChangesTheTiming_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("pinExpiry"); // seconds; 0: the request does not say
    QTest::addColumn<int>("nextEventWait");
    QTest::addColumn<QString>("story");

    const auto row = [](const char *name, int id, int pinExpiry, int nextEventWait, const char *story) {
        QTest::newRow(name) << id << pinExpiry << nextEventWait << QString::fromLatin1(story);
    };
    // Documented for workflow 1.
    row("360/120 keeps one PIN", 1, 360, 120, "pin1@0 sms@0 call@120 call@240 expired@360");
    row("240/120 renews it once", 1, 240, 120, "pin1@0 sms@0 call@120 pin2@240 call@240 expired@480");
    row("120/120 renews it each time", 1, 120, 120, "pin1@0 sms@0 pin2@120 call@120 pin3@240 call@240 expired@360");
    row("90/120 is 120/120", 1, 90, 120, "pin1@0 sms@0 pin2@120 call@120 pin3@240 call@240 expired@360");
    row("200/120 is 120/120", 1, 200, 120, "pin1@0 sms@0 pin2@120 call@120 pin3@240 call@240 expired@360");
    // The PIN outlives the last wait.
    row("300/60 waits for the PIN", 1, 300, 60, "pin1@0 sms@0 call@60 call@120 expired@300");
    row("3600 alone waits for the PIN", 4, 3600, 0, "pin1@0 sms@0 sms@120 expired@3600");
    // One of the two alone leaves the other as it is.
    row("wait of 120 alone", 1, 0, 120, "pin1@0 sms@0 call@120 call@240 expired@360");
    row("wait of 900 alone", 3, 0, 900, "pin1@0 call@0 pin2@900 call@900 expired@1800");
    row("life of 400 alone", 1, 400, 0, "pin1@0 sms@0 call@125 call@305 expired@605");
    row("life of 60 alone", 1, 60, 0, "pin1@0 sms@0 pin2@125 call@125 pin3@305 call@305 expired@605");
    // Workflows of one message wait as long as the PIN lives, whatever the wait.
    row("6 with a life of 120", 6, 120, 0, "pin1@0 sms@0 expired@120");
    row("6 with a wait of 900", 6, 0, 900, "pin1@0 sms@0 expired@300");
    row("7 with a life of 600 and a wait of 60", 7, 600, 60, "pin1@0 call@0 expired@600");
}

Workflow requestedWorkflow()
{
    QFETCH(const int, id);
    QFETCH(const int, pinExpiry);
    QFETCH(const int, nextEventWait);
    Timing timing;
    if (pinExpiry > 0)
        timing.pinExpiry = seconds(pinExpiry);
    if (nextEventWait > 0)
        timing.nextEventWait = seconds(nextEventWait);
    return standardWorkflow(static_cast<WorkflowId>(id), Dialect::Vonage, timing).value();
}

void tst_Workflow::aRequestChangesTheTiming()
{
    QFETCH(const QString, story);
    QCOMPARE(untouched(requestedWorkflow()), story);
}

void tst_Workflow::aPinLifeThatIsNoMultipleOfTheWaitBecomesTheWait_data()
{
    QTest::addColumn<int>("pinExpiry");
    QTest::addColumn<int>("nextEventWait");
    QTest::addColumn<int>("effective");
    QTest::newRow("multiple") << 360 << 120 << 360;
    QTest::newRow("equal") << 120 << 120 << 120;
    QTest::newRow("below") << 90 << 120 << 120;
    QTest::newRow("between") << 200 << 120 << 120;
    QTest::newRow("above") << 400 << 120 << 120;
}

void tst_Workflow::aPinLifeThatIsNoMultipleOfTheWaitBecomesTheWait()
{
    QFETCH(const int, pinExpiry);
    QFETCH(const int, nextEventWait);
    QFETCH(const int, effective);
    QCOMPARE(effectivePinExpiry(seconds(pinExpiry), seconds(nextEventWait)).count(), effective);
    QCOMPARE(effectivePinExpiry(seconds(pinExpiry), std::nullopt).count(), pinExpiry);
}

void tst_Workflow::aVersionNamesThePlanAlone()
{
    QCOMPARE(standardWorkflow(1, Dialect::Vonage)->version(), "s125 c180 c300 p300");
    QCOMPARE(standardWorkflow(2, Dialect::Vonage)->version(), "s125 s180 c300 p300");
    QCOMPARE(standardWorkflow(7, Dialect::Vonage)->version(), "c300 p300");
    QCOMPARE(standardWorkflow(5, Dialect::Nexmo2019)->version(), "s125 c300 p300");

    const Step steps[]{{Channel::Sms, 125s}, {Channel::Tts, 180s}, {Channel::Tts, 300s}};
    QCOMPARE(Workflow(42, steps, 300s).version(), standardWorkflow(1, Dialect::Vonage)->version());
}

void tst_Workflow::aVersionIsReadBack()
{
    const Workflow workflow = requestedWorkflow();
    const auto read = Workflow::fromVersion(workflow.id(), workflow.version());
    QVERIFY(read);
    QVERIFY(*read == workflow);
}

void tst_Workflow::aCustomWorkflowOfSixStepsIsReadBack()
{
    const Step steps[]{{Channel::Tts, 60s}, {Channel::Sms, 61s},  {Channel::Sms, 62s},
                       {Channel::Tts, 63s}, {Channel::Tts, 900s}, {Channel::Sms, 65s}};
    const Workflow workflow(42, steps, 3600s);
    const auto read = Workflow::fromVersion(42, workflow.version());
    QVERIFY(read);
    QVERIFY(*read == workflow);
    for (std::size_t i = 0; i < std::size(steps); ++i)
        QVERIFY(read->step(i) == steps[i]);
}

void tst_Workflow::textThatIsNoVersionIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "p300",
                             "s125",
                             "s125 c180",
                             "s125 p",
                             "s p300",
                             "s125 p300 c180",
                             "x125 p300",
                             "s125x p300",
                             "s-5 p300",
                             "s125  p300",
                             "s125 p300 ",
                             " s125 p300",
                             "S125 p300",
                             "s99999 p300",
                             "s125 p99999",
                             "s125\tp300",
                             "s0125 p300",
                             "s60 s60 s60 s60 s60 s60 s60 p300"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_Workflow::textThatIsNoVersionIsRefused()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!Workflow::fromVersion(1, text.toStdString()));
}

PINPATH_TEST(tst_Workflow, "tst_workflow")

} // namespace tst_workflow

#include "tst_workflow.moc"
