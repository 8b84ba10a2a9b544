// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/verification/verification.h"
#include "tests/support/run.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>

namespace tst_verification {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::Run;

Workflow workflow(WorkflowId id, Timing timing = {})
{
    return standardWorkflow(id, Dialect::Vonage, timing).value();
}

// The documented 240/120: the second PIN comes with the third message, and lives past the last wait.
Workflow renewingWorkflow()
{
    return workflow(1, {.nextEventWait = 120s, .pinExpiry = 240s});
}

// The rules, one sentence each. Reference: verify-api.md, sections 3 and 4 and its Decisions.
class tst_Verification : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRightCodeEndsTheRequest();
    void theRightCodeIsGoodUntilTheLastMillisecondOfThePin();
    void theThirdWrongCodeEndsTheRequest();
    void wrongCodesDoNotDelayTheNextMessage();
    void wrongCodesAreCountedAcrossMessagesOfOnePin();
    void aNewPinRestoresThreeTries();
    void theOldPinIsWrongAfterANewOne();
    void anExpiredPinIsAWrongCodeBeforeTheNextMessage();
    void anExpiredPinUsesUpATry();
    void aMessageAtTheMomentOfExpiryBringsANewPin();
    void aRequestOutlivesItsLastWaitWhileItsPinLives();

    void cancellingIsTooEarlyBeforeThirtySeconds();
    void cancellingIsTooLateFromTheSecondMessageOn();
    void aSecondMessageByHandMakesCancellingTooLateRatherThanTooEarly();
    void aWorkflowOfOneMessageCanBeCancelledUntilItEnds();
    void aWakeAtTheSameInstantRunsBeforeACommand();

    void workflowOneCanBeTriggeredTwice();
    void theNextWaitCountsFromTheTrigger();
    void aTriggeredMessageCarriesTheSamePinWhileItLives();
    void aTriggeredMessageCarriesANewPinAfterExpiry();
    void aRequestStaysOpenAfterItsLastTriggeredMessage();

    void aWakeBeforeItsTimeDoesNothing();
    void afterANightSwitchedOffOneMessageFollowsNotThree();
    void theConsoleEndsARequestWhateverTheWindow();

    void theCarriersNewsIsRecordedOncePerMessage();
    void aFailedMessageDoesNotBringTheNextOneForward();
    void newsAfterTheEndIsRecordedAndChangesNothingElse();

    void whatCannotBeDoneInAStatusIsRefused_data();
    void whatCannotBeDoneInAStatusIsRefused();
};

void tst_Verification::theRightCodeEndsTheRequest()
{
    Run run(workflow(1));
    run.advance(17s);
    QCOMPARE(run.enter(run.pin()), Outcome::Accepted);
    QCOMPARE(run.state().status, Status::Succeeded);
    run.advance(24h);
    QCOMPARE(run.story(), u"pin1@0 sms@0 valid@17"_s);
}

void tst_Verification::theRightCodeIsGoodUntilTheLastMillisecondOfThePin()
{
    Run run(renewingWorkflow());
    run.advance(240s - 1ms);
    QCOMPARE(run.enter(Run::pin(1)), Outcome::Accepted);
}

void tst_Verification::theThirdWrongCodeEndsTheRequest()
{
    Run run(workflow(1));
    QCOMPARE(run.enter("0000"), Outcome::WrongCode);
    QCOMPARE(run.state().triesLeft(), 2);
    QCOMPARE(run.enter("0000"), Outcome::WrongCode);
    QCOMPARE(run.state().triesLeft(), 1);
    QCOMPARE(run.enter("0000"), Outcome::TooManyWrongCodes);
    QCOMPARE(run.state().status, Status::Failed);
    QCOMPARE(run.enter(run.pin()), Outcome::NotRunning);
    run.advance(24h);
    QCOMPARE(run.story(), u"pin1@0 sms@0 invalid@0 invalid@0 invalid@0 failed@0"_s);
}

void tst_Verification::wrongCodesDoNotDelayTheNextMessage()
{
    Run run(workflow(4));
    run.advance(119s);
    run.enter("0000");
    run.advance(1s);
    QCOMPARE(run.story(), u"pin1@0 sms@0 invalid@119 sms@120"_s);
}

void tst_Verification::wrongCodesAreCountedAcrossMessagesOfOnePin()
{
    Run run(workflow(1));
    QCOMPARE(run.enter("0000"), Outcome::WrongCode);
    QCOMPARE(run.enter("0000"), Outcome::WrongCode);
    run.advance(125s); // second message: the same PIN
    QCOMPARE(run.enter("0000"), Outcome::TooManyWrongCodes);
}

void tst_Verification::aNewPinRestoresThreeTries()
{
    Run run(workflow(1));
    run.enter("0000");
    run.enter("0000");
    run.advance(305s); // third message: a new PIN
    QCOMPARE(run.state().triesLeft(), 3);
    QCOMPARE(run.enter("0000"), Outcome::WrongCode);
    QCOMPARE(run.enter("0000"), Outcome::WrongCode);
    QCOMPARE(run.enter(run.pin()), Outcome::Accepted);
}

void tst_Verification::theOldPinIsWrongAfterANewOne()
{
    Run run(workflow(1));
    run.advance(306s);
    QCOMPARE(run.enter(Run::pin(1)), Outcome::WrongCode);
    QCOMPARE(int(run.events().back().pinGeneration), 1); // history can say that it was the old one
    QCOMPARE(run.enter(Run::pin(2)), Outcome::Accepted);
    QCOMPARE(int(run.events().back().pinGeneration), 2);
}

void tst_Verification::anExpiredPinIsAWrongCodeBeforeTheNextMessage()
{
    Run run(workflow(1)); // the PIN dies at 300 s, the next one comes at 305 s
    run.advance(300s);
    QCOMPARE(run.enter(run.pin()), Outcome::WrongCode);
    run.advance(4999ms);
    QCOMPARE(run.enter(run.pin()), Outcome::WrongCode);
}

void tst_Verification::anExpiredPinUsesUpATry()
{
    Run run(workflow(1));
    run.enter("0000");
    run.enter("0000");
    run.advance(302s);
    QCOMPARE(run.enter(run.pin()), Outcome::TooManyWrongCodes);
    QCOMPARE(run.state().status, Status::Failed);
}

void tst_Verification::aMessageAtTheMomentOfExpiryBringsANewPin()
{
    Run run(renewingWorkflow());
    run.advance(240s);
    QCOMPARE(int(run.state().pinGeneration), 2);
    QCOMPARE(run.enter(Run::pin(1)), Outcome::WrongCode);
}

void tst_Verification::aRequestOutlivesItsLastWaitWhileItsPinLives()
{
    Run run(renewingWorkflow());
    run.advance(480s - 1ms); // last wait over at 360 s
    QCOMPARE(run.enter(run.pin()), Outcome::Accepted);
}

void tst_Verification::cancellingIsTooEarlyBeforeThirtySeconds()
{
    Run run(workflow(1));
    run.advance(30s - 1ms);
    QCOMPARE(run.cancel(), Outcome::TooEarly);
    run.advance(1ms);
    QCOMPARE(run.cancel(), Outcome::Accepted);
    QCOMPARE(run.cancel(), Outcome::NotRunning);
    run.advance(24h);
    QCOMPARE(run.story(), u"pin1@0 sms@0 cancelled@30"_s);
}

void tst_Verification::cancellingIsTooLateFromTheSecondMessageOn()
{
    Run run(workflow(1));
    run.advance(125s);
    QCOMPARE(run.cancel(), Outcome::TooLate);
    QVERIFY(run.state().isRunning());
}

void tst_Verification::aSecondMessageByHandMakesCancellingTooLateRatherThanTooEarly()
{
    Run run(workflow(1));
    run.advance(10s);
    run.triggerNext();
    QCOMPARE(run.cancel(), Outcome::TooLate);
}

void tst_Verification::aWorkflowOfOneMessageCanBeCancelledUntilItEnds()
{
    Run run(workflow(7));
    run.advance(300s - 1ms);
    QCOMPARE(run.cancel(), Outcome::Accepted);
}

void tst_Verification::aWakeAtTheSameInstantRunsBeforeACommand()
{
    Run last(workflow(6));
    last.advance(300s);
    QCOMPARE(last.enter(last.pin()), Outcome::NotRunning);
    QCOMPARE(last.story(), u"pin1@0 sms@0 expired@300"_s);
}

void tst_Verification::workflowOneCanBeTriggeredTwice()
{
    Run run(workflow(1));
    run.advance(10s);
    QCOMPARE(run.triggerNext(), Outcome::Accepted);
    QCOMPARE(run.triggerNext(), Outcome::Accepted);
    QCOMPARE(run.triggerNext(), Outcome::NothingLeft);
    QCOMPARE(run.story(), u"pin1@0 sms@0 call@10 call@10"_s);
}

void tst_Verification::theNextWaitCountsFromTheTrigger()
{
    Run run(workflow(1));
    run.advance(10s);
    run.triggerNext();
    run.advance(24h);
    QCOMPARE(run.story(), u"pin1@0 sms@0 call@10 call@190 expired@490"_s);
}

void tst_Verification::aTriggeredMessageCarriesTheSamePinWhileItLives()
{
    Run run(workflow(1));
    run.advance(125s);
    run.advance(174s);
    run.triggerNext();
    QCOMPARE(run.story(), u"pin1@0 sms@0 call@125 call@299"_s);
    QCOMPARE(int(run.events().back().pinGeneration), 1);
}

void tst_Verification::aTriggeredMessageCarriesANewPinAfterExpiry()
{
    Run run(workflow(1));
    run.advance(300s);
    run.triggerNext();
    QCOMPARE(run.story(), u"pin1@0 sms@0 call@125 pin2@300 call@300"_s);
    QCOMPARE(int(run.events().back().pinGeneration), 2);
}

void tst_Verification::aRequestStaysOpenAfterItsLastTriggeredMessage()
{
    Run run(workflow(1));
    run.triggerNext();
    run.triggerNext();
    QCOMPARE(run.triggerNext(), Outcome::NothingLeft);
    run.advance(299s);
    QCOMPARE(run.enter(run.pin()), Outcome::Accepted);
}

void tst_Verification::aWakeBeforeItsTimeDoesNothing()
{
    Run run(workflow(1));
    run.advance(125s - 1ms);
    QCOMPARE(run.submit(Wake{}), Outcome::NothingLeft);
    QCOMPARE(run.story(), u"pin1@0 sms@0"_s);
}

void tst_Verification::afterANightSwitchedOffOneMessageFollowsNotThree()
{
    Run run(workflow(1));
    run.sleep(8h);
    QCOMPARE(run.story(), u"pin1@0 sms@0 pin2@28800 call@28800"_s);
    run.advance(24h); // waits count from the waking
    QCOMPARE(run.story(), u"pin1@0 sms@0 pin2@28800 call@28800 call@28980 expired@29280"_s);
}

void tst_Verification::theConsoleEndsARequestWhateverTheWindow()
{
    Run early(workflow(1));
    QCOMPARE(early.submit(End{.asCancelled = true}), Outcome::Accepted);
    QCOMPARE(early.state().status, Status::Cancelled);

    Run late(workflow(1));
    late.advance(200s);
    QCOMPARE(late.submit(End{.asCancelled = false}), Outcome::Accepted);
    QCOMPARE(late.state().status, Status::Expired);
    QCOMPARE(late.story(), u"pin1@0 sms@0 call@125 expired@200"_s);
}

void tst_Verification::theCarriersNewsIsRecordedOncePerMessage()
{
    Run run(workflow(1));
    QCOMPARE(run.reportDelivered(1), Outcome::NothingLeft); // not sent yet
    run.advance(250ms);
    QCOMPARE(run.reportDelivered(0), Outcome::Accepted);
    QCOMPARE(run.reportDelivered(0), Outcome::NothingLeft);
    QCOMPARE(run.reportFailed(0), Outcome::NothingLeft);
    run.advanceTo(150s);
    QCOMPARE(run.reportFailed(1), Outcome::Accepted);
    QCOMPARE(run.story(), u"pin1@0 sms@0 delivered@0.25 call@125 lost@150"_s);
}

void tst_Verification::aFailedMessageDoesNotBringTheNextOneForward()
{
    Run run(workflow(4));
    run.advance(1s);
    run.reportFailed(0);
    run.advance(24h);
    QCOMPARE(run.story(), u"pin1@0 sms@0 lost@1 sms@120 expired@300"_s);
}

void tst_Verification::newsAfterTheEndIsRecordedAndChangesNothingElse()
{
    Run run(workflow(6));
    run.advance(400s);
    const Verification before = run.state();
    QCOMPARE(run.reportDelivered(0), Outcome::Accepted);
    Verification expected = before;
    expected.reportedSteps = 1;
    QVERIFY(run.state() == expected);
    QCOMPARE(run.story(), u"pin1@0 sms@0 expired@300 delivered@400"_s);
    QCOMPARE(run.reportDelivered(0), Outcome::NothingLeft);
}

void tst_Verification::whatCannotBeDoneInAStatusIsRefused_data()
{
    QTest::addColumn<Verification>("verification");
    QTest::addColumn<Command>("command");
    QTest::addColumn<Outcome>("outcome");

    Run succeeded(workflow(1));
    succeeded.enter(succeeded.pin());
    Run failed(workflow(1));
    for (int i = 0; i < MaxWrongCodes; ++i)
        failed.enter("0000");
    Run expired(workflow(1));
    expired.advance(605s);
    Run cancelled(workflow(1));
    cancelled.advance(30s);
    cancelled.cancel();
    const struct {
        const char *status;
        Verification verification;
    } states[]{{"not started", {}},
               {"succeeded", succeeded.state()},
               {"failed", failed.state()},
               {"expired", expired.state()},
               {"cancelled", cancelled.state()}};
    const struct {
        const char *name;
        Command command;
    } commands[]{{"check of a right code", Check{1}},
                 {"check of a wrong code", Check{}},
                 {"cancel", Cancel{}},
                 {"trigger", TriggerNext{}},
                 {"wake", Wake{}},
                 {"end", End{}}};
    for (const auto &state : states) {
        for (const auto &command : commands) {
            QTest::addRow("%s, %s", state.status, command.name)
                << state.verification << command.command << Outcome::NotRunning;
        }
        QTest::addRow("%s, report on a step that was not sent", state.status)
            << state.verification << Command(Report{5, true}) << Outcome::NothingLeft;
        if (state.verification.status != Status::NotStarted) {
            QTest::addRow("%s, start", state.status)
                << state.verification << Command(Start{workflow(2)}) << Outcome::AlreadyStarted;
        }
    }
    QTest::newRow("running, start") << Run(workflow(1)).state() << Command(Start{workflow(2)})
                                    << Outcome::AlreadyStarted;
}

void tst_Verification::whatCannotBeDoneInAStatusIsRefused()
{
    QFETCH(const Verification, verification);
    QFETCH(const Command, command);
    QFETCH(const Outcome, outcome);
    const Decision decision = decide(verification, command, Instant(24h));
    QCOMPARE(decision.outcome(), outcome);
    QVERIFY(decision.isEmpty());
}

PINPATH_TEST(tst_Verification, "tst_verification")

} // namespace tst_verification

#include "tst_verification.moc"
