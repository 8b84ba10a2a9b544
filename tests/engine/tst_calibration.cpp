// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/presets.h"
#include "engine/simulation/calibration.h"
#include "tests/support/simulatedruns.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>

namespace tst_calibration {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What `users` of a population left in a store.
Market traces(const Population &population, std::initializer_list<WorkflowId> workflows, std::int64_t users,
              std::uint64_t seed = 99)
{
    const auto mix = PopulationMix::of(population);
    return keptPopulation(mix, tests::simulated(mix, workflows, users, seed), tests::somePrices()).market;
}

double medianOf(const Distribution &delay)
{
    const auto &plain = std::get<Distribution::Plain>(delay.shape());
    if (const auto *constant = std::get_if<distributions::Constant>(&plain))
        return constant->value;
    return std::get<distributions::Lognormal>(plain).median;
}

QStringList pathsOf(const Calibration &calibration)
{
    QStringList paths;
    for (const CalibratedFigure &each : calibration.figures)
        paths << each.path;
    return paths;
}

// Figures of a population from what real requests left.
class tst_Calibration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itFindsTheFiguresThatTheTracesWereMadeWith()
    {
        Population truth = presets().front();
        truth.smsDelivered = 0.80;
        truth.smsDelay = Distribution(distributions::Lognormal{15, 1.306});
        truth.callAnswered = 0.60;
        truth.callDelay = Distribution(distributions::Constant{18});
        const Market market = traces(truth, {1, 2, 3}, 50'000);
        const Calibration found = calibrate(presets().front(), market);
        QCOMPARE(pathsOf(found), (QStringList{u"sms.delay"_s, u"sms.delivered"_s, u"tts.delay"_s, u"tts.answered"_s}));
        QVERIFY(std::abs(found.population.smsDelivered - 0.80) < 0.02);
        QVERIFY(std::abs(medianOf(found.population.smsDelay) / 15 - 1) < 0.06);
        QVERIFY(std::abs(found.population.callAnswered - 0.60) < 0.02);
        QVERIFY(std::abs(medianOf(found.population.callDelay) - 18) < 1);
        QCOMPARE(found.figures[1].requests, 100'000); // both workflows that begin with an SMS
        QVERIFY(found.figures[0].requests > 50'000 && found.figures[0].requests < 80'000);
        // And with them its users succeed as the others did, also after the first message.
        const Market again = traces(found.population, {1, 2, 3}, 50'000, 7);
        for (const WorkflowId id : std::initializer_list<WorkflowId>{1, 2, 3})
            QVERIFY(std::abs(again.find(id)->success().rate() - market.find(id)->success().rate()) < 0.015);
    }

    void moreUsersAnswerWhereAllCallsWouldNotDo()
    {
        Population truth = presets().front();
        truth.neverAnswersCalls = 0.05;
        truth.callAnswered = 1;
        const Market market = traces(truth, {3}, 50'000);
        const Calibration found = calibrate(presets().front(), market);
        QCOMPARE(pathsOf(found), (QStringList{u"tts.delay"_s, u"tts.answered"_s, u"user.never_answers_calls"_s}));
        QCOMPARE(found.population.callAnswered, 1.0);
        QVERIFY(std::abs(found.population.neverAnswersCalls - 0.05) < 0.02);
        const Market again = traces(found.population, {3}, 50'000, 7);
        QVERIFY(std::abs(again.find(3)->success().rate() - market.find(3)->success().rate()) < 0.015);
    }

    void whatIsAsAssumedStaysAsItIs()
    {
        const Calibration found = calibrate(presets().front(), traces(presets().front(), {1, 3}, 100'000));
        QVERIFY(std::abs(found.population.smsDelivered - 0.95) < 0.015);
        QVERIFY(std::abs(medianOf(found.population.smsDelay) / 7 - 1) < 0.06);
        QVERIFY(std::abs(found.population.callAnswered - 0.75) < 0.015);
        QCOMPARE(found.population.entry, presets().front().entry);
        QCOMPARE(found.population.name, presets().front().name);
    }

    void aChannelWithTooFewStaysAsItIs()
    {
        const Calibration found = calibrate(presets().front(), traces(presets().front(), {1}, 1'000));
        QCOMPARE(pathsOf(found), (QStringList{u"sms.delay"_s, u"sms.delivered"_s}));
        QCOMPARE(found.population.callAnswered, presets().front().callAnswered);
        QVERIFY(found.population.callDelay == presets().front().callDelay);
        const Market few = traces(presets().front(), {1, 3}, 90);
        QVERIFY(!canCalibrate(few));
        QVERIFY(calibrate(presets().front(), few).figures.empty());
    }

    // No delay makes up for typing that takes longer than what was seen.
    void aDelayThatCannotExplainTheTimesIsLeft()
    {
        Population quick = presets().front();
        quick.smsDelay = Distribution(distributions::Constant{1});
        quick.entry = Distribution(distributions::Constant{2});
        const Calibration found = calibrate(presets().front(), traces(quick, {1}, 10'000));
        QVERIFY(!pathsOf(found).contains(u"sms.delay"_s));
        QVERIFY(found.population.smsDelay == presets().front().smsDelay);
        QVERIFY(found.population.smsDelivered <= 1);
    }

    void theEarliestSecondMessageEndsTheWindow()
    {
        const Market market = traces(presets().front(), {1, 4, 6}, 1'000); // 125 s, 120 s, no second one
        const auto seen = firstMessages(market, Channel::Sms);
        QVERIFY(seen);
        QCOMPARE(seen->window, 120s);
        QCOMPARE(seen->ended, 3'000);
        std::int64_t verified = 0;
        for (const WorkflowTally &tally : market.workflows) {
            for (const EndedIn &each : tally.verifiedIn)
                verified += each.second < 120 ? each.count : 0;
        }
        QCOMPARE(seen->verified, verified);
        QVERIFY(!firstMessages(market, Channel::Tts));
    }
};

PINPATH_TEST(tst_Calibration, "tst_calibration")

} // namespace tst_calibration

#include "tst_calibration.moc"
