// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/delivery/magicnumbers.h"
#include "engine/delivery/simulatedcarrier.h"
#include "engine/population/presets.h"
#include "engine/population/user.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <set>

namespace tst_simulatedcarrier {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

const PhoneNumber number(447700900112);

constexpr StepPlan arrivesAfter(milliseconds after)
{
    return {StepPlan::Delivery::Arrives, 0, false, after, 0ms};
}

constexpr StepPlan lostAfter(milliseconds after)
{
    return {StepPlan::Delivery::IsLost, 0, false, after, 0ms};
}

Dispatch dispatch(PhoneNumber to, Channel channel, const Population *population = nullptr)
{
    Dispatch dispatch;
    dispatch.number = to;
    dispatch.channel = channel;
    dispatch.userKey = 5;
    dispatch.population = population;
    return dispatch;
}

// Somebody to whom nothing gets through.
Population nobody()
{
    Population population;
    population.name = u"nobody"_s;
    population.unreachable = 1;
    return population;
}

class tst_SimulatedCarrier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byHandAnSmsArrivesAtOnce();
    void atTheWindowACallRingsUntilSomebodyAnswers();
    void withoutAWindowACallIsAnsweredAtOnce();
    void aHandsetDoesWhatItsSwitchesSay_data();
    void aHandsetDoesWhatItsSwitchesSay();
    void switchesHoldForOneNumberUntilTheyAreSetAgain();
    void aPopulationActsInsteadOfTheHandset();
    void everyRequestOfAPopulationMeetsAnotherUser();
    void aMagicNumberDoesWhatItAlwaysDoes_data();
    void aMagicNumberDoesWhatItAlwaysDoes();
    void aMagicNumberHeedsNeitherPopulationNorSwitches_data() { aMagicNumberDoesWhatItAlwaysDoes_data(); }
    void aMagicNumberHeedsNeitherPopulationNorSwitches();
    void theTableHoldsTheMagicNumbersAndTheirSummaries();
};

void tst_SimulatedCarrier::byHandAnSmsArrivesAtOnce()
{
    for (const CallsByHand calls : {CallsByHand::AskMe, CallsByHand::AnswerAtOnce})
        QVERIFY(SimulatedCarrier(calls).plan(dispatch(number, Channel::Sms)) == arrivesAfter(0ms));
}

void tst_SimulatedCarrier::atTheWindowACallRingsUntilSomebodyAnswers()
{
    SimulatedCarrier carrier(CallsByHand::AskMe);
    QVERIFY(carrier.plan(dispatch(number, Channel::Tts)) == lostAfter(25s));
    QVERIFY(carrier.handset(number).calls == HandsetSettings::Calls::AskMe);
}

void tst_SimulatedCarrier::withoutAWindowACallIsAnsweredAtOnce()
{
    SimulatedCarrier carrier(CallsByHand::AnswerAtOnce);
    QVERIFY(carrier.plan(dispatch(number, Channel::Tts)) == arrivesAfter(0ms));
    QVERIFY(carrier.handset(number).calls == HandsetSettings::Calls::Answered);
}

void tst_SimulatedCarrier::aHandsetDoesWhatItsSwitchesSay_data()
{
    QTest::addColumn<HandsetSettings>("settings");
    QTest::addColumn<StepPlan>("sms");
    QTest::addColumn<StepPlan>("call");
    using enum HandsetSettings::Messages;
    using enum HandsetSettings::Calls;
    QTest::newRow("messages arrive, calls ask") << HandsetSettings{} << arrivesAfter(0ms) << lostAfter(25s);
    QTest::newRow("messages are late") << HandsetSettings{AreLate, 40s, Answered, true} << arrivesAfter(40s)
                                       << arrivesAfter(0ms);
    QTest::newRow("messages are lost") << HandsetSettings{AreLost, 0s, Answered, true} << lostAfter(0ms)
                                       << arrivesAfter(0ms);
    QTest::newRow("calls are not answered")
        << HandsetSettings{Arrive, 0s, NotAnswered, true} << arrivesAfter(0ms) << lostAfter(25s);
    QTest::newRow("switched off") << HandsetSettings{Arrive, 0s, Answered, false} << lostAfter(0ms) << lostAfter(0ms);
}

void tst_SimulatedCarrier::aHandsetDoesWhatItsSwitchesSay()
{
    QFETCH(const HandsetSettings, settings);
    QFETCH(const StepPlan, sms);
    QFETCH(const StepPlan, call);
    for (const CallsByHand byHand : {CallsByHand::AskMe, CallsByHand::AnswerAtOnce}) {
        SimulatedCarrier carrier(byHand);
        carrier.setHandset(number, settings);
        QVERIFY(carrier.handset(number) == settings);
        QVERIFY(carrier.plan(dispatch(number, Channel::Sms)) == sms);
        QVERIFY(carrier.plan(dispatch(number, Channel::Tts)) == call);
    }
}

void tst_SimulatedCarrier::switchesHoldForOneNumberUntilTheyAreSetAgain()
{
    SimulatedCarrier carrier(CallsByHand::AskMe);
    HandsetSettings lost;
    lost.messages = HandsetSettings::Messages::AreLost;
    carrier.setHandset(number, lost);
    QVERIFY(carrier.plan(dispatch(PhoneNumber(447700900113), Channel::Sms)) == arrivesAfter(0ms));
    carrier.setHandset(number, {});
    QVERIFY(carrier.plan(dispatch(number, Channel::Sms)) == arrivesAfter(0ms));
}

void tst_SimulatedCarrier::aPopulationActsInsteadOfTheHandset()
{
    SimulatedCarrier carrier(CallsByHand::AnswerAtOnce);
    const Population population = nobody();
    QVERIFY(carrier.plan(dispatch(number, Channel::Sms, &population)).delivery == StepPlan::Delivery::IsLost);
    QVERIFY(carrier.plan(dispatch(number, Channel::Tts, &population)) == lostAfter(RingTime));

    HandsetSettings off;
    off.isSwitchedOn = false;
    carrier.setHandset(number, off);
    Population perfect;
    perfect.smsDelivered = 1;
    QVERIFY(carrier.plan(dispatch(number, Channel::Sms, &perfect)).isEntered);
}

void tst_SimulatedCarrier::everyRequestOfAPopulationMeetsAnotherUser()
{
    SimulatedCarrier carrier(CallsByHand::AskMe);
    std::set<std::int64_t> delays;
    for (std::uint64_t user = 0; user < 50; ++user) {
        Dispatch message = dispatch(number, Channel::Sms, &presets().front());
        message.userKey = user;
        const StepPlan plan = carrier.plan(message);
        QVERIFY(carrier.plan(message) == plan); // the same request: the same luck
        delays.insert(plan.reportAfter.count());
    }
    QVERIFY(delays.size() > 45);
}

void tst_SimulatedCarrier::aMagicNumberDoesWhatItAlwaysDoes_data()
{
    QTest::addColumn<PhoneNumber>("magic");
    QTest::addColumn<StepPlan>("sms");
    QTest::addColumn<StepPlan>("call");
    const StepPlan twoWrong{StepPlan::Delivery::Arrives, 2, true, 0s, 8s};
    const StepPlan threeWrong{StepPlan::Delivery::Arrives, 3, true, 0s, 8s};
    QTest::newRow("delivered") << PhoneNumber(447700900001) << arrivesAfter(0s) << arrivesAfter(0s);
    QTest::newRow("no SMS") << PhoneNumber(447700900002) << lostAfter(0s) << arrivesAfter(0s);
    QTest::newRow("late SMS") << PhoneNumber(447700900003) << arrivesAfter(90s) << arrivesAfter(0s);
    QTest::newRow("no answer") << PhoneNumber(447700900004) << arrivesAfter(0s) << lostAfter(25s);
    QTest::newRow("wrong code twice") << PhoneNumber(447700900007) << twoWrong << twoWrong;
    QTest::newRow("wrong code three times") << PhoneNumber(447700900008) << threeWrong << threeWrong;
}

void tst_SimulatedCarrier::aMagicNumberDoesWhatItAlwaysDoes()
{
    QFETCH(const PhoneNumber, magic);
    QFETCH(const StepPlan, sms);
    QFETCH(const StepPlan, call);
    SimulatedCarrier carrier(CallsByHand::AskMe);
    QVERIFY(carrier.plan(dispatch(magic, Channel::Sms)) == sms);
    QVERIFY(carrier.plan(dispatch(magic, Channel::Tts)) == call);
}

void tst_SimulatedCarrier::aMagicNumberHeedsNeitherPopulationNorSwitches()
{
    QFETCH(const PhoneNumber, magic);
    QFETCH(const StepPlan, sms);
    QFETCH(const StepPlan, call);
    SimulatedCarrier carrier(CallsByHand::AskMe);
    HandsetSettings off;
    off.isSwitchedOn = false;
    carrier.setHandset(magic, off);
    const Population population = nobody();
    QVERIFY(carrier.plan(dispatch(magic, Channel::Sms, &population)) == sms);
    QVERIFY(carrier.plan(dispatch(magic, Channel::Tts, &population)) == call);
}

void tst_SimulatedCarrier::theTableHoldsTheMagicNumbersAndTheirSummaries()
{
    for (const MagicNumber &magic : magicNumbers()) {
        QVERIFY(!magic.summary.isEmpty());
        QCOMPARE(findMagicNumber(magic.number), &magic);
        QVERIFY(magic.number.toString().startsWith(u"447700900"_s)); // kept for drama: nobody's phone
        QVERIFY(PhoneNumber::parse(magic.number.toString()));
    }
    QVERIFY(!findMagicNumber(number));
}

PINPATH_TEST(tst_SimulatedCarrier, "tst_simulatedcarrier")

} // namespace tst_simulatedcarrier

#include "tst_simulatedcarrier.moc"
