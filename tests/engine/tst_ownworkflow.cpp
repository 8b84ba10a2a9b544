// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/ownworkflow.h"
#include "engine/verification/timing.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_ownworkflow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace engine;

class tst_OwnWorkflow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreAWord();
    void aWordReadsBack_data();
    void aWordReadsBack();
    void whatIsNoWorkflowIsNone_data();
    void whatIsNoWorkflowIsNone();
    void aTimingHoldsForAnyWorkflow();
};

void tst_OwnWorkflow::stepsAreAWord()
{
    const Workflow own = *ownWorkflow(8, "s60+c120");
    QCOMPARE(own.id(), 8);
    QCOMPARE(own.stepCount(), 2U);
    QVERIFY((own.step(0) == Step{Channel::Sms, 60s}));
    QVERIFY((own.step(1) == Step{Channel::Tts, 120s}));
    QCOMPARE(own.pinExpiry(), 300s);
    QCOMPARE(ownWorkflow(8, "c30+p90")->pinExpiry(), 90s);
}

void tst_OwnWorkflow::aWordReadsBack_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char *word : {"s60+c120+p300", "c1+p1", "s1+s2+s3+c4+c5+c3600+p3600"})
        QTest::newRow(word) << QByteArray(word);
}

void tst_OwnWorkflow::aWordReadsBack()
{
    QFETCH(QByteArray, word);
    QCOMPARE(toWord(*ownWorkflow(8, word.toStdString())), word.toStdString());
}

void tst_OwnWorkflow::whatIsNoWorkflowIsNone_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char *word : {"", "s", "x60", "s60+", "+s60", "s60 c120", "s0", "s3601", "s60+p0", "s60+p3601", "p300",
                             "s060", "s60+p300+c60", "s1+s1+s1+s1+s1+s1+s1", "s70000", "s-5"})
        QTest::newRow(word) << QByteArray(word);
}

void tst_OwnWorkflow::whatIsNoWorkflowIsNone()
{
    QFETCH(QByteArray, word);
    QVERIFY(!ownWorkflow(8, word.toStdString()));
}

void tst_OwnWorkflow::aTimingHoldsForAnyWorkflow()
{
    const Workflow own = *ownWorkflow(8, "s60+c120");
    QCOMPARE(toWord(withTiming(own, {})), toWord(own));
    QCOMPARE(toWord(withTiming(own, {90s, {}})), std::string("s90+c90+p300"));
    QCOMPARE(toWord(withTiming(own, {90s, 180s})), std::string("s90+c90+p180"));
    // A life that is no multiple of the wait becomes the wait.
    QCOMPARE(toWord(withTiming(own, {90s, 100s})), std::string("s90+c90+p90"));
    QCOMPARE(toWord(withTiming(*ownWorkflow(8, "c60"), {90s, 180s})), std::string("c180+p180"));
    for (WorkflowId id = 1; id <= 7; ++id) {
        const Timing timing{75s, 150s};
        QCOMPARE(withTiming(*standardWorkflow(id, Dialect::Vonage), timing),
                 *standardWorkflow(id, Dialect::Vonage, timing));
    }
}

PINPATH_TEST(tst_OwnWorkflow, "tst_ownworkflow")

} // namespace tst_ownworkflow

#include "tst_ownworkflow.moc"
