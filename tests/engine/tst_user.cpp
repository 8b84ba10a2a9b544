// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/population/presets.h"
#include "engine/population/user.h"
#include "tests/support/life.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <array>
#include <cmath>

namespace tst_user {

using namespace engine;
using namespace engine::distributions;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Everything arrives, in whole seconds, and nobody ever errs or leaves.
Population perfect()
{
    Population population;
    population.smsDelivered = 1;
    population.smsDelay = Constant{7};
    population.callAnswered = 1;
    population.callDelay = Constant{20};
    population.entry = Constant{10};
    population.entryAfterCall = Constant{8};
    return population;
}

StepPlan planned(const Population &population, Channel channel, milliseconds sinceRequest = 0ms, std::uint64_t user = 1,
                 std::uint8_t step = 0)
{
    const UserKey key{1, user};
    return planStep(population, drawTraits(population, key), channel, key, step, sinceRequest);
}

bool isLost(const StepPlan &plan)
{
    return plan.delivery == StepPlan::Delivery::IsLost;
}

// How many of ten thousand users have it so.
template <class Predicate>
double share(Predicate predicate)
{
    int count = 0;
    for (std::uint64_t user = 0; user < 10'000; ++user)
        count += predicate(user) ? 1 : 0;
    return count / 10'000.0;
}

class tst_User : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anSmsIsDeliveredThenEntered();
    void aCallIsAnsweredThenEntered();
    void whoIsUnreachableGetsNothing();
    void whoGetsNoSmsStillAnswersCalls();
    void aCallThatNobodyAnswersRingsForTwentyFiveSeconds();
    void whoHasLeftEntersNothingThoughTheMessageArrives();
    void withoutAPatienceNobodyLeaves();
    void aTraitHoldsForEveryMessage();
    void luckIsDrawnAnewForEveryMessage();
    void aWrongCodeIsFollowedByAnotherTry();
    void theSameKeyGivesTheSameLife();
    void aFigureChangesNoOtherDraw();
    void successRatesAreThoseOfTheReference_data();
    void successRatesAreThoseOfTheReference();
};

void tst_User::anSmsIsDeliveredThenEntered()
{
    const StepPlan expected{StepPlan::Delivery::Arrives, 0, true, 7s, 10s};
    QVERIFY(planned(perfect(), Channel::Sms) == expected);
}

void tst_User::aCallIsAnsweredThenEntered()
{
    const StepPlan expected{StepPlan::Delivery::Arrives, 0, true, 20s, 8s};
    QVERIFY(planned(perfect(), Channel::Tts) == expected);
}

void tst_User::whoIsUnreachableGetsNothing()
{
    Population population = perfect();
    population.unreachable = 1;
    QVERIFY(planned(population, Channel::Sms) == (StepPlan{StepPlan::Delivery::IsLost, 0, false, 7s, 0s}));
    QVERIFY(isLost(planned(population, Channel::Tts)));
}

void tst_User::whoGetsNoSmsStillAnswersCalls()
{
    Population population = perfect();
    population.noSms = 1;
    QVERIFY(isLost(planned(population, Channel::Sms)));
    QVERIFY(planned(population, Channel::Tts).isEntered);
}

void tst_User::aCallThatNobodyAnswersRingsForTwentyFiveSeconds()
{
    const StepPlan unanswered{StepPlan::Delivery::IsLost, 0, false, 25s, 0s};
    Population never = perfect();
    never.neverAnswersCalls = 1;
    QVERIFY(planned(never, Channel::Tts) == unanswered);
    QVERIFY(planned(never, Channel::Sms).isEntered);
    Population unlucky = perfect();
    unlucky.callAnswered = 0;
    QVERIFY(planned(unlucky, Channel::Tts) == unanswered);
}

void tst_User::whoHasLeftEntersNothingThoughTheMessageArrives()
{
    Population population = perfect();
    population.patience = Constant{142};
    const StepPlan inTime = planned(population, Channel::Sms, 125s - 1ms); // 125 s + 7 s + 10 s is the end of patience
    QVERIFY(inTime.isEntered);
    const StepPlan tooLate = planned(population, Channel::Sms, 125s);
    QVERIFY(!tooLate.isEntered);
    QVERIFY(!isLost(tooLate));
}

void tst_User::withoutAPatienceNobodyLeaves()
{
    QVERIFY(planned(perfect(), Channel::Sms, 24h * 365).isEntered);
}

void tst_User::aTraitHoldsForEveryMessage()
{
    Population population = perfect();
    population.noSms = 0.5;
    QCOMPARE(share([&](std::uint64_t user) {
                 return isLost(planned(population, Channel::Sms, 0s, user, 0))
                     != isLost(planned(population, Channel::Sms, 0s, user, 1));
             }),
             0.0);
}

void tst_User::luckIsDrawnAnewForEveryMessage()
{
    Population population = perfect();
    population.smsDelivered = 0.5;
    const double differing = share([&](std::uint64_t user) {
        return isLost(planned(population, Channel::Sms, 0s, user, 0))
            != isLost(planned(population, Channel::Sms, 0s, user, 1));
    });
    QVERIFY2(std::abs(differing - 0.5) < 0.02, qPrintable(QString::number(differing)));
}

void tst_User::aWrongCodeIsFollowedByAnotherTry()
{
    Population population = perfect();
    population.wrongCode = 0.5;
    const auto withWrongCodes = [&](int count) {
        return share(
            [&](std::uint64_t user) { return planned(population, Channel::Sms, 0s, user).wrongCodes == count; });
    };
    QVERIFY(std::abs(withWrongCodes(0) - 0.5) < 0.02);
    QVERIFY(std::abs(withWrongCodes(1) - 0.25) < 0.02);
    QVERIFY(std::abs(withWrongCodes(2) - 0.125) < 0.02);
    QVERIFY(std::abs(withWrongCodes(3) - 0.125) < 0.02); // three are an end: nobody plans a fourth

    population.wrongCode = 1;
    QCOMPARE(int(planned(population, Channel::Sms).wrongCodes), MaxWrongCodes);
    QCOMPARE(tests::life(standardWorkflow(1, Dialect::Vonage).value(), population, {1, 1}).status, Status::Failed);
}

void tst_User::theSameKeyGivesTheSameLife()
{
    const Population &typical = presets().front();
    const Workflow workflow = standardWorkflow(1, Dialect::Vonage).value();
    int differing = 0;
    for (std::uint64_t user = 0; user < 100; ++user) {
        const Verification once = tests::life(workflow, typical, {7, user});
        QVERIFY(once == tests::life(workflow, typical, {7, user}));
        differing += once == tests::life(workflow, typical, {8, user}) ? 0 : 1;
    }
    QVERIFY(differing > 50); // another seed is other luck
}

void tst_User::aFigureChangesNoOtherDraw()
{
    const Population &typical = presets().front();
    Population slow = typical;
    slow.smsDelay = Exponential{60};
    slow.unreachable = 0;
    for (std::uint64_t user = 0; user < 1000; ++user) {
        const Traits a = drawTraits(typical, {1, user});
        const Traits b = drawTraits(slow, {1, user});
        QCOMPARE(a.getsNoSms, b.getsNoSms);
        QCOMPARE(a.patience.count(), b.patience.count());
        QCOMPARE(a.entry.count(), b.entry.count());
    }
}

void tst_User::successRatesAreThoseOfTheReference_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("workflow");
    QTest::addColumn<double>("expected");

    const struct {
        const char *preset;
        std::array<double, 7> rates; // of workflows 1 to 7
    } table[]{{"typical", {85.1, 85.6, 52.5, 85.4, 84.7, 82.6, 46.3}},
              {"clean direct route", {93.2, 93.3, 53.2, 93.1, 93.1, 92.6, 47.0}},
              {"poor route", {64.2, 64.1, 52.0, 61.5, 63.1, 53.7, 46.0}},
              {"landlines", {62.1, 38.8, 84.5, 14.1, 59.3, 13.6, 77.3}},
              {"dislikes calls", {83.0, 85.2, 11.4, 85.3, 83.1, 82.5, 10.1}},
              {"carrier brown-out", {53.9, 53.1, 52.7, 48.4, 52.4, 0, 0}}};
    for (const auto &row : table) {
        for (int i = 0; i < 7; ++i) {
            const double expected = row.rates[static_cast<std::size_t>(i)];
            if (expected > 0) {
                QTest::addRow("%s, workflow %d", row.preset, i + 1)
                    << QString::fromLatin1(row.preset) << i + 1 << expected;
            }
        }
    }
}

// Reference: the independent estimates in population.md, good to a point or so.
void tst_User::successRatesAreThoseOfTheReference()
{
    QFETCH(const QString, preset);
    QFETCH(const int, workflow);
    QFETCH(const double, expected);
    const double rate = tests::successRate(standardWorkflow(static_cast<WorkflowId>(workflow), Dialect::Vonage).value(),
                                           *findPreset(preset), 50'000);
    QVERIFY2(std::abs(rate - expected) <= 1.5, qPrintable(u"%1 %, expected %2 %"_s.arg(rate).arg(expected)));
}

PINPATH_TEST(tst_User, "tst_user")

} // namespace tst_user

#include "tst_user.moc"
