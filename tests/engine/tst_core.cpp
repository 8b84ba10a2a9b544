// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corerun.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_core {

using namespace engine;
using namespace std::chrono_literals;
using tests::CoreRun;

constexpr std::uint64_t Alice = 447700900112;
constexpr std::uint64_t Bob = 919876543210;

QList<qint64> secondsSent(const Record &record)
{
    QList<qint64> seconds;
    for (const StepRecord &step : record.steps) {
        if (step.sentAt)
            seconds.append(std::chrono::floor<engine::seconds>(*step.sentAt - record.verification.startedAt).count());
    }
    return seconds;
}

QString statusOf(const Record &record)
{
    static const QStringList names{QStringLiteral("not started"), QStringLiteral("running"),
                                   QStringLiteral("verified"),    QStringLiteral("failed"),
                                   QStringLiteral("expired"),     QStringLiteral("cancelled")};
    return names.at(int(record.status()));
}

class tst_Core : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What somebody reads from a record agrees with what stands in the due queue, at every moment of a life.
    void aRecordTellsWhatFallsDueNext()
    {
        CoreRun run;
        // Two wrong codes, then the right one; and calls that nobody answers.
        const RequestId clumsy = run.start(447700900007).id;
        const RequestId deaf = run.start(Alice, 3).id;
        for (const auto &[id, atLeast] : {std::pair{clumsy, 3}, std::pair{deaf, 3}}) {
            int moments = 0;
            for (; run.record(id).verification.isRunning(); ++moments) {
                const Record record = run.record(id);
                const auto next = run.core->nextDue(record.key);
                QVERIFY(next);
                QCOMPARE(record.nextMoment(), next);
                run.advance(*next - run.clock->now());
            }
            QVERIFY2(moments >= atLeast, qPrintable(QString::number(moments)));
            QCOMPARE(run.record(id).nextMoment(), std::nullopt);
        }
    }

    void aStartSendsTheFirstMessageAndIsStored()
    {
        CoreRun run;
        const StartReply reply = run.start(Alice);
        QVERIFY(reply.isAccepted);
        const Record record = run.record(reply.id);
        QCOMPARE(statusOf(record), QStringLiteral("running"));
        QCOMPARE(secondsSent(record), QList<qint64>{0});
        QCOMPARE(record.pins.size(), std::size_t(1));
        QCOMPARE(record.pins.front().digits.size(), 4);
        QCOMPARE(record.request.country, QStringLiteral("GB"));
    }

    void idsRiseOnAClockThatStands()
    {
        CoreRun run;
        RequestId last = run.start(Alice).id;
        for (std::uint64_t i = 1; i < 200; ++i) {
            const StartReply reply = run.start(Alice + i);
            QVERIFY(reply.isAccepted);
            QVERIFY(last < reply.id);
            last = reply.id;
        }
        run.advance(1s);
        QVERIFY(last < run.start(Bob).id);
    }

    void aNumberHasOneRunningVerificationAtATime()
    {
        CoreRun run;
        const StartReply first = run.start(Alice);
        run.advance(14s);
        const StartReply second = run.start(Alice);
        QVERIFY(!second.isAccepted);
        QCOMPARE(second.id, first.id);
        QCOMPARE(second.startedAt, first.startedAt);
        QVERIFY(run.start(Bob).isAccepted);
        run.advance(605s);
        QVERIFY(run.start(Alice).isAccepted);
    }

    void stepsRunAtTheirSeconds_data()
    {
        QTest::addColumn<int>("workflow");
        QTest::addColumn<QList<qint64>>("sent");
        QTest::addColumn<qint64>("ends");
        QTest::newRow("1") << 1 << QList<qint64>{0, 125, 305} << qint64(605);
        QTest::newRow("2") << 2 << QList<qint64>{0, 125, 305} << qint64(605);
        QTest::newRow("3") << 3 << QList<qint64>{0, 150} << qint64(300);
        QTest::newRow("4") << 4 << QList<qint64>{0, 120} << qint64(300);
        QTest::newRow("5") << 5 << QList<qint64>{0, 120} << qint64(300);
        QTest::newRow("6") << 6 << QList<qint64>{0} << qint64(300);
        QTest::newRow("7") << 7 << QList<qint64>{0} << qint64(300);
    }

    void stepsRunAtTheirSeconds()
    {
        QFETCH(int, workflow);
        QFETCH(QList<qint64>, sent);
        QFETCH(qint64, ends);
        CoreRun run;
        const StartReply reply = run.start(Alice, static_cast<WorkflowId>(workflow));
        run.advance(seconds(ends) - 1ms);
        QCOMPARE(statusOf(run.record(reply.id)), QStringLiteral("running"));
        run.advance(1ms);
        const Record record = run.record(reply.id);
        QCOMPARE(secondsSent(record), sent);
        QCOMPARE(statusOf(record), QStringLiteral("expired"));
        QCOMPARE(record.verification.endedAt - record.verification.startedAt, milliseconds(seconds(ends)));
    }

    void theRightCodeVerifiesAndAWrongOneIsCounted()
    {
        CoreRun run;
        const StartReply reply = run.start(Alice);
        run.advance(17s);
        const QString right = run.pin(reply.id);
        const CheckReply wrong = run.check(reply.id, QStringLiteral("nope"));
        QCOMPARE(wrong.outcome, Outcome::WrongCode);
        QCOMPARE(wrong.triesLeft, 2);
        const CheckReply accepted = run.check(reply.id, right);
        QCOMPARE(accepted.outcome, Outcome::Accepted);
        QCOMPARE(accepted.fee, Money::fromMilli(50));
        QCOMPARE(accepted.messagesCost, Money::fromMilli(14));
        QCOMPARE(accepted.creditedStep, std::optional<std::size_t>(0));
        const Record record = run.record(reply.id);
        QCOMPARE(statusOf(record), QStringLiteral("verified"));
        QCOMPARE(record.stepState(0), StepState::Verified);
        QCOMPARE(record.stepState(1), StepState::Skipped);
        QCOMPARE(record.checks.front().code, QStringLiteral("nope"));
        QCOMPARE(record.checks.back().code, right);
        QCOMPARE(run.check(reply.id, right).outcome, Outcome::NotRunning);
    }

    void anOldPinIsRecognisedAfterANewOne()
    {
        CoreRun run;
        const StartReply reply = run.start(Alice);
        const QString first = run.pin(reply.id);
        run.advance(305s);
        const CheckReply old = run.check(reply.id, first);
        QCOMPARE(old.outcome, Outcome::WrongCode);
        QCOMPARE(int(old.matchedGeneration), 1);
        QCOMPARE(int(old.pinGeneration), 2);
        QCOMPARE(run.check(reply.id, run.pin(reply.id)).outcome, Outcome::Accepted);
    }

    void aCallRingsUntilItIsAnsweredOrDeclined()
    {
        CoreRun run;
        const StartReply reply = run.start(Alice, 3);
        run.advance(4s);
        QCOMPARE(run.record(reply.id).stepState(0), StepState::Sent);
        QCOMPARE(run.reportCall(reply.id, 0, true).outcome, Outcome::Accepted);
        QCOMPARE(run.record(reply.id).stepState(0), StepState::Delivered);
        QCOMPARE(run.reportCall(reply.id, 0, true).outcome, Outcome::NothingLeft);
        run.advance(30s);
        QVERIFY(!run.record(reply.id).steps.at(0).failedAt);
        run.advance(116s); // the second call
        QCOMPARE(run.reportCall(reply.id, 1, false).outcome, Outcome::Accepted);
        QCOMPARE(run.record(reply.id).stepState(1), StepState::Failed);
    }

    void aCallThatNobodyAnswersFailsAfterTwentyFiveSeconds()
    {
        CoreRun run;
        const StartReply reply = run.start(Alice, 7);
        run.advance(25s - 1ms);
        QCOMPARE(run.record(reply.id).stepState(0), StepState::Sent);
        run.advance(1ms);
        QCOMPARE(run.record(reply.id).stepState(0), StepState::Failed);
    }

    void underServeACallIsAnsweredAtOnce()
    {
        CoreRun run;
        run.callsByHand = CallsByHand::AnswerAtOnce;
        run.reopen();
        QCOMPARE(run.record(run.start(Alice, 7).id).stepState(0), StepState::Delivered);
    }

    void messagesShowOnceTheyHaveArrived()
    {
        CoreRun run;
        const StartReply reply = run.start(Alice);
        const auto messages = run.core->messages(PhoneNumber(Alice), 0);
        QCOMPARE(messages.size(), std::size_t(1));
        QCOMPARE(messages.front().pin, run.pin(reply.id));
        QVERIFY(messages.front().text.contains(messages.front().pin));
        QVERIFY(messages.front().text.contains(QStringLiteral("Acme")));
        QVERIFY(run.core->messages(PhoneNumber(Alice), messages.front().id).empty());
        QVERIFY(run.core->messages(PhoneNumber(Bob), 0).empty());
        QCOMPARE(run.core->messages(std::nullopt, 0).size(), std::size_t(1));
    }

    void magicNumbersActByThemselves()
    {
        CoreRun run;
        const StartReply lost = run.start(447700900002);
        const StartReply late = run.start(447700900003);
        const StartReply clumsy = run.start(447700900007);
        const StartReply hopeless = run.start(447700900008);
        run.advance(89s);
        QVERIFY(!run.record(late.id).steps.at(0).deliveredAt);
        run.advance(1s);
        QCOMPARE(run.record(late.id).stepState(0), StepState::Delivered);
        QVERIFY(!run.record(lost.id).steps.at(0).deliveredAt);
        QCOMPARE(statusOf(run.record(clumsy.id)), QStringLiteral("verified"));
        QCOMPARE(run.record(clumsy.id).checks.size(), std::size_t(3));
        QCOMPARE(statusOf(run.record(hopeless.id)), QStringLiteral("failed"));
        QCOMPARE(run.record(hopeless.id).checks.size(), std::size_t(3));
    }

    void aPopulationsUserAnswersByThemselves()
    {
        CoreRun run;
        int verified = 0;
        for (int i = 0; i < 40; ++i) {
            StartRequest request = CoreRun::request(447700901000 + std::uint64_t(i));
            request.population = QStringLiteral("typical");
            QVERIFY(run.start(request).isAccepted);
        }
        run.advance(700s);
        for (const Record &record : run.store->reader().page({}, 100, std::nullopt).records)
            verified += record.status() == Status::Succeeded;
        QVERIFY2(verified > 20 && verified < 40, qPrintable(QString::number(verified))); // 85 % in the long run
        QCOMPARE(run.core->pending(), std::size_t(0));
    }

    void afterANightSwitchedOffOneMessageFollowsNotThree()
    {
        CoreRun run;
        run.setting = {};
        run.reopen();
        const StartReply reply = run.start(Alice, 1);
        run.close();
        run.time.pass(8h);
        run.open();
        run.batch([](Core &) {});
        QCOMPARE(secondsSent(run.record(reply.id)), (QList<qint64>{0, 8 * 3600}));
        run.time.pass(180s);
        run.batch([](Core &) {});
        QCOMPARE(secondsSent(run.record(reply.id)), (QList<qint64>{0, 8 * 3600, 8 * 3600 + 180}));
    }

    void aRestartGoesOnWhereItWas()
    {
        CoreRun run;
        const StartReply reply = run.start(447700900003, 1); // its SMS is 90 s late
        StartRequest byItself = CoreRun::request(447700900007);
        const StartReply clumsy = run.start(byItself);
        run.advance(9s);
        const std::size_t checksBefore = run.record(clumsy.id).checks.size();
        QVERIFY(checksBefore > 0 && checksBefore < 3);
        const std::size_t pending = run.core->pending();
        const auto next = run.core->nextDue();
        run.reopen();
        QCOMPARE(run.core->pending(), pending);
        QCOMPARE(run.core->nextDue(), next);
        run.advance(700s);
        QCOMPARE(*run.record(reply.id).steps.at(0).deliveredAt - reply.startedAt, milliseconds(90s));
        QCOMPARE(secondsSent(run.record(reply.id)), (QList<qint64>{0, 125, 305}));
        QCOMPARE(run.record(clumsy.id).checks.size(), std::size_t(3));
        QCOMPARE(statusOf(run.record(clumsy.id)), QStringLiteral("verified"));
    }

    void aCommitThatFailsChangesNothing()
    {
        int writesInAll = 0;
        {
            CoreRun run;
            run.mayWrite = [&] { return ++writesInAll > 0; };
            play(run);
        }
        QVERIFY(writesInAll > 20);
        for (int failing = 1; failing <= writesInAll; ++failing) {
            CoreRun run;
            int writes = 0;
            run.mayWrite = [&] { return ++writes != failing; };
            const int refused = play(run);
            QVERIFY2(refused == 1, qPrintable(QStringLiteral("write %1: %2 refused").arg(failing).arg(refused)));
        }
    }

private:
    // A scripted run over everything that writes. Each command is repeated after a commit that failed, and memory is
    // held against the store after each; at the end the story is as if nothing had failed. How many commits failed.
    static int play(CoreRun &run)
    {
        int refused = 0;
        const auto compare = [&] {
            Core fresh(*run.store, *run.clock, *run.carrier, examplePrices(Dialect::Vonage), {});
            fresh.recover();
            QCOMPARE(run.core->nextDue(), fresh.nextDue());
            QCOMPARE(run.core->pending(), fresh.pending());
            QCOMPARE(run.core->messages(std::nullopt, 0).size(), fresh.messages(std::nullopt, 0).size());
        };
        const auto insist = [&](auto command) {
            auto reply = command();
            if (reply.trouble == Trouble::StoreFailed) {
                ++refused;
                compare();
                reply = command();
            }
            compare();
            return reply;
        };
        const auto advance = [&](milliseconds span) {
            const Instant target = run.clock->now() + span;
            while (run.clock->now() < target) {
                if (!run.advance(target - run.clock->now()))
                    ++refused;
                compare();
            }
        };

        const StartReply alice = insist([&] { return run.start(Alice, 1); });
        const StartReply bob = insist([&] { return run.start(Bob, 4); });
        const StartReply clumsy = insist([&] { return run.start(447700900007, 5); });
        [&] { QVERIFY(alice.isAccepted && bob.isAccepted && clumsy.isAccepted); }();
        advance(10s);
        insist([&] { return run.check(alice.id, QStringLiteral("x")); });
        advance(25s);
        insist([&] { return run.control(bob.id, Cancel{}); });
        insist([&] { return run.control(alice.id, TriggerNext{}); });
        insist([&] { return run.reportCall(alice.id, 1, true); });
        advance(200s);
        insist([&] { return run.check(alice.id, run.pin(alice.id)); });
        advance(400s);

        [&] {
            QCOMPARE(statusOf(run.record(alice.id)), QStringLiteral("verified"));
            QCOMPARE(run.record(alice.id).checks.size(), std::size_t(2));
            QCOMPARE(secondsSent(run.record(alice.id)), (QList<qint64>{0, 35, 215}));
            QCOMPARE(statusOf(run.record(bob.id)), QStringLiteral("cancelled"));
            QCOMPARE(statusOf(run.record(clumsy.id)), QStringLiteral("verified"));
            QCOMPARE(run.store->reader().statusCounts().all, 3);
            QCOMPARE(run.store->reader().statusCounts().verified, 2);
            QCOMPARE(run.core->pending(), std::size_t(0));
        }();
        return refused;
    }
};

PINPATH_TEST(tst_Core, "tst_core")

} // namespace tst_core

#include "tst_core.moc"
