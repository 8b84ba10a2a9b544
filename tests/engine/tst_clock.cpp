// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/clock.h"
#include "tests/support/manualtime.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_clock {

using namespace engine;
using namespace std::chrono_literals;
using tests::ManualTime;

class tst_Clock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRealClockFollowsTheMachine()
    {
        ManualTime time;
        const Clock clock(time, {}, std::nullopt);
        QCOMPARE(clock.now(), ManualTime::Start);
        time.pass(90s);
        QCOMPARE(clock.now(), ManualTime::Start + 90s);
    }

    void aScaledClockRunsFasterFromTheMomentItIsSet()
    {
        ManualTime time;
        Clock clock(time, {}, std::nullopt);
        time.pass(10s);
        clock.set({ClockMode::Scaled, 20.0, false});
        QCOMPARE(clock.now(), ManualTime::Start + 10s);
        time.pass(3s);
        QCOMPARE(clock.now(), ManualTime::Start + 70s);
        QCOMPARE(clock.machineTimeUntil(ManualTime::Start + 80s), std::optional(500ms));
    }

    void aPausedClockStandsAndGoesOnFromThere()
    {
        ManualTime time;
        Clock clock(time, {ClockMode::Scaled, 10.0, false}, std::nullopt);
        clock.set({ClockMode::Scaled, 10.0, true});
        time.pass(60s);
        QCOMPARE(clock.now(), ManualTime::Start);
        QVERIFY(!clock.machineTimeUntil(ManualTime::Start + 1s));
        clock.set({ClockMode::Scaled, 10.0, false});
        time.pass(1s);
        QCOMPARE(clock.now(), ManualTime::Start + 10s);
    }

    void aManualClockMovesByJumpsAndNeverBack()
    {
        ManualTime time;
        Clock clock(time, {ClockMode::Manual, 1.0, false}, std::nullopt);
        time.pass(60s);
        QCOMPARE(clock.now(), ManualTime::Start);
        clock.jumpTo(ManualTime::Start + 125s);
        QCOMPARE(clock.now(), ManualTime::Start + 125s);
        clock.jumpTo(ManualTime::Start);
        QCOMPARE(clock.now(), ManualTime::Start + 125s);
    }

    void realResumesAtTheLaterOfWallAndLastInstant()
    {
        ManualTime time;
        QCOMPARE(Clock(time, {}, ManualTime::Start - 8h).now(), ManualTime::Start);
        const Clock ahead(time, {}, ManualTime::Start + 1h);
        QCOMPARE(ahead.now(), ManualTime::Start + 1h);
        QCOMPARE(ahead.lead(), milliseconds(1h));
    }

    void scaledAndManualResumeAtTheLastInstant()
    {
        ManualTime time;
        for (const ClockMode mode : {ClockMode::Scaled, ClockMode::Manual})
            QCOMPARE(Clock(time, {mode, 20.0, false}, ManualTime::Start - 8h).now(), ManualTime::Start - 8h);
    }

    void goingBackToRealCatchesUpWithTheWallButNeverRunsBack()
    {
        ManualTime time;
        Clock behind(time, {ClockMode::Manual, 1.0, false}, ManualTime::Start - 1h);
        behind.set({});
        QCOMPARE(behind.now(), ManualTime::Start);
        QCOMPARE(behind.resumedAt(), ManualTime::Start);
        Clock ahead(time, {ClockMode::Manual, 1.0, false}, ManualTime::Start + 1h);
        ahead.set({});
        QCOMPARE(ahead.now(), ManualTime::Start + 1h);
    }

    void aForwardJumpOfTheWallIsAResume()
    {
        ManualTime time;
        Clock clock(time, {}, std::nullopt);
        time.pass(10s);
        QCOMPARE(clock.watchWall(), Clock::WallJump::None);
        time.setWall(ManualTime::Start + 8h);
        QCOMPARE(clock.watchWall(), Clock::WallJump::Forward);
        QCOMPARE(clock.now(), ManualTime::Start + 8h);
        QCOMPARE(clock.resumedAt(), ManualTime::Start + 8h);
    }

    void aBackwardJumpOfTheWallIsIgnoredAndReportedOnce()
    {
        ManualTime time;
        Clock clock(time, {}, std::nullopt);
        time.pass(10s);
        time.setWall(ManualTime::Start - 1h);
        QCOMPARE(clock.watchWall(), Clock::WallJump::Backward);
        QCOMPARE(clock.watchWall(), Clock::WallJump::None);
        QCOMPARE(clock.now(), ManualTime::Start + 10s);
    }

    void aLeadFromASpellAtHighSpeedIsNoJumpOfTheWall()
    {
        ManualTime time;
        Clock clock(time, {ClockMode::Scaled, 60.0, false}, std::nullopt);
        time.pass(60s);
        clock.set({});
        QCOMPARE(clock.lead(), milliseconds(59min));
        QCOMPARE(clock.watchWall(), Clock::WallJump::None);
        Clock resumed(time, {}, ManualTime::Start + 1h);
        QCOMPARE(resumed.watchWall(), Clock::WallJump::None);
    }
};

PINPATH_TEST(tst_Clock, "tst_clock")

} // namespace tst_clock

#include "tst_clock.moc"
