// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/clockmodel.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_clockmodel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::ClockMode;
using engine::ClockSetting;
using model::ClockModel;
using tests::EngineRun;

class tst_ClockModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itTellsTheEnginesTime();
    void aSpeedMakesARealClockAScaledOne();
    void pauseStopsAndGoesOnAtTheSameSpeed();
    void aSpeedPressedWhilePausedLetsTheClockRun();
    void skipGoesToTheNextMomentAtWhichSomethingFallsDue();
    void skipCanGoToTheNextMomentOfOneVerification();
    void skipOfOneThatHasEndedGoesNowhere();
    void skipOnTheRealClockLeavesRealTime();
    void backInRealTimeItSaysHowFarItIsAhead();
    void typingHoldsAFastClockAtOneAndSaysWhy();
    void aRingingPhoneHoldsItToo();
    void aPhoneThatSpeaksHoldsItToo();
    void whereNothingHoldsItSkipIsSaidToGoOn();
    void aSpeedChosenWhileHeldComesAfterwards();
    void aSpeedChosenWhileHeldAndPausedLetsTheClockRun();
    void anUnseenPhoneIsNamed();
    void onceChosenWhileHeldEndsTheHold();
    void holdingCanBeSwitchedOff();
    void aSlowOrRealClockIsNotHeld();
    void whatSomebodyElseChoosesIsNotUndone();
};

const ClockSetting Real;
const ClockSetting Scaled20{ClockMode::Scaled, 20, false};

ClockSetting settingOf(const EngineRun &run)
{
    return run.engine->clock().setting();
}

void tst_ClockModel::itTellsTheEnginesTime()
{
    EngineRun run;
    ClockModel clock(*run.engine);
    QCOMPARE(clock.text(), u"14:00:00"_s);
    run.advance(83s);
    QCOMPARE(clock.text(), u"14:01:23"_s);
    QCOMPARE(clock.untilNext(), std::nullopt);
}

void tst_ClockModel::aSpeedMakesARealClockAScaledOne()
{
    EngineRun run(Real);
    ClockModel clock(*run.engine);
    QVERIFY(clock.isReal());
    QCOMPARE(clock.note(), u"real time"_s);
    clock.setSpeed(20);
    QTRY_COMPARE(settingOf(run), Scaled20);
    QVERIFY(!clock.isReal());
    QCOMPARE(clock.note(), u"simulated time"_s);
    clock.useRealTime();
    QTRY_COMPARE(settingOf(run), ClockSetting());
}

void tst_ClockModel::pauseStopsAndGoesOnAtTheSameSpeed()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.togglePause();
    QTRY_VERIFY(settingOf(run).isPaused);
    QVERIFY(clock.isPaused());
    clock.togglePause();
    QTRY_COMPARE(settingOf(run), Scaled20);
}

void tst_ClockModel::aSpeedPressedWhilePausedLetsTheClockRun()
{
    EngineRun run({ClockMode::Scaled, 20, true});
    ClockModel clock(*run.engine);
    clock.setSpeed(20);
    QTRY_COMPARE(settingOf(run), Scaled20);
    QVERIFY(!clock.isPaused());
}

void tst_ClockModel::skipGoesToTheNextMomentAtWhichSomethingFallsDue()
{
    EngineRun run;
    run.start(447700900112);
    run.advance(1s);
    ClockModel clock(*run.engine);
    QTRY_COMPARE(clock.untilNext(), std::optional<engine::milliseconds>(124s));
    clock.skip();
    QTRY_COMPARE(clock.text(), u"14:02:05"_s);
    QCOMPARE(clock.mode(), ClockMode::Manual);
}

void tst_ClockModel::skipCanGoToTheNextMomentOfOneVerification()
{
    EngineRun run;
    const engine::RequestId other = run.start(447700900112);
    run.advance(60s);
    const engine::RequestId watched = run.start(447700900177, 4);
    ClockModel clock(*run.engine);
    clock.skip({run.record(watched).key});
    QTRY_COMPARE(clock.text(), u"14:03:00"_s);
    QCOMPARE(int(run.record(other).verification.stepsSent), 2); // at 2:05, on the way
    QCOMPARE(int(run.record(watched).verification.stepsSent), 2);
    const engine::Instant latest = clock.now() + 7s;
    clock.skip({run.record(watched).key, latest});
    QTRY_COMPARE(clock.now(), latest);
    clock.skip({run.record(watched).key, latest + 1h}); // comes after the end
    QTRY_COMPARE(clock.text(), u"14:06:00"_s);
    QVERIFY(run.record(watched).verification.hasEnded());
}

void tst_ClockModel::skipOfOneThatHasEndedGoesNowhere()
{
    EngineRun run;
    run.start(447700900112);
    const engine::RequestId watched = run.start(447700900177, 1, u"4821"_s);
    run.check(watched, u"4821"_s);
    QCOMPARE(run.record(watched).nextMoment(), std::nullopt);
    const auto answered = EngineRun::await<engine::ClockReply>([&](auto reply) {
        run.engine->changeClock({engine::ClockChange::JumpToNext{run.record(watched).key}}, reply);
    });
    QCOMPARE(answered.clock.now, tests::ManualTime::Start);
}

void tst_ClockModel::skipOnTheRealClockLeavesRealTime()
{
    EngineRun run(Real);
    run.start(447700900112);
    ClockModel clock(*run.engine);
    clock.skip();
    QTRY_VERIFY(run.engine->clock().now() >= tests::ManualTime::Start + 125s);
    QCOMPARE(clock.mode(), ClockMode::Scaled);
}

void tst_ClockModel::backInRealTimeItSaysHowFarItIsAhead()
{
    EngineRun run(Real);
    run.start(447700900112);
    ClockModel clock(*run.engine);
    QCOMPARE(clock.note(), u"real time"_s);
    clock.skip();
    QTRY_COMPARE(clock.text(), u"14:02:05"_s);
    QCOMPARE(clock.note(), u"simulated time"_s);
    clock.useRealTime();
    QTRY_COMPARE(clock.note(), u"real time, ahead by 2:05"_s);
    run.time.pass(10min);
    run.time.setWall(engine::fromMilliseconds(engine::toMilliseconds(run.engine->clock().now())));
    QTRY_COMPARE(clock.note(), u"real time"_s);
}

void tst_ClockModel::typingHoldsAFastClockAtOneAndSaysWhy()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::Typing, true);
    QTRY_COMPARE(settingOf(run).speed, 1.0);
    QVERIFY(clock.isHeld());
    QCOMPARE(clock.speed(), 1.0);
    QCOMPARE(clock.chosenSpeed(), 20.0);
    QCOMPARE(clock.note(), u"1x while you type, then 20x"_s);
    clock.setActing(ClockModel::Act::Typing, false);
    QTRY_COMPARE(settingOf(run).speed, 20.0);
    QVERIFY(!clock.isHeld());
}

void tst_ClockModel::aRingingPhoneHoldsItToo()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::PhoneRings, true);
    QCOMPARE(clock.note(), u"1x while a phone rings, then 20x"_s);
    clock.setActing(ClockModel::Act::Typing, true);
    clock.setActing(ClockModel::Act::PhoneRings, false);
    QCOMPARE(clock.note(), u"1x while you type, then 20x"_s); // still held, for the other reason
    QTRY_COMPARE(settingOf(run).speed, 1.0);
}

void tst_ClockModel::aPhoneThatSpeaksHoldsItToo()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::PhoneRings, true);
    QTRY_COMPARE(settingOf(run).speed, 1.0);
    QSignalSpy changes(&clock, &ClockModel::changed);
    clock.setActing({{ClockModel::Act::PhoneRings, false}, {ClockModel::Act::PhoneSpeaks, true}});
    QCOMPARE(changes.count(), 1); // it was not let go in between
    QCOMPARE(clock.note(), u"1x while a phone speaks, then 20x"_s);
    clock.setActing(ClockModel::Act::PhoneRings, true); // another one, which has to be answered
    QCOMPARE(clock.note(), u"1x while a phone rings, then 20x"_s);
}

void tst_ClockModel::whereNothingHoldsItSkipIsSaidToGoOn()
{
    EngineRun run({engine::ClockMode::Scaled, 1, false});
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::PhoneRings, true);
    QCOMPARE(clock.note(), u"a phone rings; Skip does not wait for it"_s);
    clock.setActing(ClockModel::Act::PhoneRings, false);
    QCOMPARE(clock.note(), u"simulated time"_s);
}

void tst_ClockModel::aSpeedChosenWhileHeldComesAfterwards()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::Typing, true);
    clock.setSpeed(60);
    QCOMPARE(clock.note(), u"1x while you type, then 60x"_s);
    QTRY_COMPARE(settingOf(run).speed, 1.0);
    clock.setActing(ClockModel::Act::Typing, false);
    QTRY_COMPARE(settingOf(run).speed, 60.0);
}

void tst_ClockModel::aSpeedChosenWhileHeldAndPausedLetsTheClockRun()
{
    EngineRun run({ClockMode::Scaled, 20, true});
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::PhoneRings, true);
    QVERIFY(clock.isHeld());
    clock.setSpeed(20);
    QTRY_COMPARE(settingOf(run), (ClockSetting{ClockMode::Scaled, 1, false}));
    QCOMPARE(clock.note(), u"1x while a phone rings, then 20x"_s);
}

void tst_ClockModel::anUnseenPhoneIsNamed()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::PhoneRings, true);
    QSignalSpy changes(&clock, &ClockModel::changed);
    clock.setUnseenPhone(u"+44 7700 900112"_s);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(clock.note(), u"1x while +44 7700 900112 rings, then 20x"_s);
    clock.setUnseenPhone({});
    QCOMPARE(clock.note(), u"1x while a phone rings, then 20x"_s);
}

void tst_ClockModel::onceChosenWhileHeldEndsTheHold()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::Typing, true);
    clock.setSpeed(1);
    QVERIFY(!clock.isHeld());
    clock.setActing(ClockModel::Act::Typing, false);
    QTRY_COMPARE(settingOf(run).speed, 1.0);
}

void tst_ClockModel::holdingCanBeSwitchedOff()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::Typing, true);
    QTRY_COMPARE(settingOf(run).speed, 1.0);
    clock.setHolds(false);
    QTRY_COMPARE(settingOf(run).speed, 20.0);
    QVERIFY(!clock.isHeld());
}

void tst_ClockModel::aSlowOrRealClockIsNotHeld()
{
    EngineRun real(Real);
    ClockModel realClock(*real.engine);
    realClock.setActing(ClockModel::Act::Typing, true);
    QVERIFY(!realClock.isHeld());
    EngineRun slow({ClockMode::Scaled, 0.5, false});
    ClockModel slowClock(*slow.engine);
    slowClock.setActing(ClockModel::Act::Typing, true);
    QVERIFY(!slowClock.isHeld());
}

void tst_ClockModel::whatSomebodyElseChoosesIsNotUndone()
{
    EngineRun run(Scaled20);
    ClockModel clock(*run.engine);
    clock.setActing(ClockModel::Act::Typing, true);
    QTRY_COMPARE(settingOf(run).speed, 1.0);
    QTest::qWait(0); // its answer arrives here as well
    const ClockSetting theirs{ClockMode::Scaled, 5, false};
    EngineRun::await<engine::ClockReply>([&](auto reply) { run.engine->changeClock({theirs}, reply); });
    QTRY_VERIFY(!clock.isHeld());
    clock.setActing(ClockModel::Act::Typing, false);
    QTRY_COMPARE(clock.speed(), 5.0);
    QCOMPARE(settingOf(run), theirs);
}

PINPATH_TEST(tst_ClockModel, "tst_clockmodel")

} // namespace tst_clockmodel

#include "tst_clockmodel.moc"
