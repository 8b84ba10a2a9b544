// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/handsetsmodel.h"
#include "model/handsets/phonelistmodel.h"
#include "model/handsets/wallorder.h"
#include "model/words/numberwords.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_handsets {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::ClockMode;
using engine::PhoneNumber;
using model::PhoneListModel;

const PhoneNumber Number(447700900112);
const PhoneNumber Other(447700900177);
const PhoneNumber Indian(919876543210);

struct Phones {
    explicit Phones(engine::ClockSetting clockSetting = {ClockMode::Manual, 1, false})
        : run(clockSetting)
    { }

    // Until the store has been read.
    void open()
    {
        clock = std::make_unique<model::ClockModel>(*run.engine);
        phones = std::make_unique<model::HandsetsModel>(*run.engine, *clock, mask);
        QTRY_VERIFY(phones->isRead());
    }

    engine::RequestId start(PhoneNumber number, engine::WorkflowId workflow)
    {
        return run.start(number.digits(), workflow, u"4821"_s);
    }

    void startOfPopulation(PhoneNumber number, engine::WorkflowId workflow)
    {
        engine::StartRequest request;
        request.account = run.engine->account().apiKey;
        request.number = number;
        request.brand = u"Acme"_s;
        request.senderId = u"VERIFY"_s;
        request.locale = u"en-gb"_s;
        request.workflow = *engine::standardWorkflow(workflow, engine::Dialect::Vonage);
        request.population = u"typical"_s;
        tests::EngineRun::await<engine::StartReply>([&](auto reply) { run.engine->start(request, reply); });
    }

    model::PhoneContent content(PhoneNumber number) const { return phones->content(*phones->find(number)); }
    bool rings(PhoneNumber number) const
    {
        const model::Phone *phone = phones->find(number);
        return phone && phones->state(*phone) == model::PhoneState::Ringing;
    }

    tests::EngineRun run;
    std::unique_ptr<model::ClockModel> clock;
    model::NumberMask mask;
    std::unique_ptr<model::HandsetsModel> phones;
};

// The list as somebody reads it.
QStringList dump(const PhoneListModel &list)
{
    QStringList lines;
    for (int row = 0; row < list.rowCount(); ++row) {
        const QModelIndex index = list.index(row);
        const bool isHead = index.data(PhoneListModel::CountRole).isValid();
        const QString second = index.data(isHead ? PhoneListModel::CountRole : PhoneListModel::TimeRole).toString();
        lines << (isHead ? QString() : u"  "_s) + index.data().toString() + u' ' + second;
    }
    return lines;
}

// What stands on a phone, line by line.
QStringList dump(const model::PhoneContent &content)
{
    QStringList lines;
    if (content.call)
        lines << content.call->headline << content.call->detail << content.call->caption << content.call->digits;
    for (const model::PhoneMessage &message : content.messages)
        lines << message.sender + u' ' + message.time + u": "_s + message.text;
    lines << content.emptyWords << content.note;
    lines.removeAll(QString());
    return lines;
}

class tst_Handsets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListGroupsPhonesByWhatTheyDo();
    void theListFindsNumberCountryAndBrand();
    void maskedNumbersAreMaskedInListAndWall();
    void aPhoneShowsWhatArrived();
    void aMissedCallIsToldWithWhatComesNext();
    void aPhoneThatIsSwitchedOffShowsNothing();
    void anAnsweredCallShowsEachWordAsItIsSpoken();
    void aCallEndsWithItsVerification();
    void aCallOnAPausedClockSaysHowItGoesOn();
    void aPhoneThatAPopulationRunsSaysSoAndDoesNotRing();
    void anyRingingPhoneHoldsTheClockUntilItIsDeclined();
    void anAnsweredCallHoldsTheClockWhileItSpeaks();
    void aPhoneThatNobodySeesIsNamedInTheNote();
    void whereOnlySeenPhonesHoldTheClockTheOthersDoNot();
    void aPhoneOfAPopulationHoldsNothing();
    void onlyACallAnsweredHereIsHeard();
    void aPlayedCallIsHeardFromItsBeginning();
    void aVoiceSaysDigitsOneByOneAndTwice();
    void theSentenceCountsPhones();
    void phonesInViewKeepTheirPlaces();
    void theWallHasFourColumnsAtTheUsualWidth();
};

void tst_Handsets::theListGroupsPhonesByWhatTheyDo()
{
    Phones phones;
    const engine::RequestId verified = phones.start(Number, 1);
    phones.run.check(verified, u"4821"_s);
    phones.start(Other, 4);
    phones.start(Indian, 7);
    phones.run.advance(11s);
    phones.open();
    PhoneListModel list(*phones.phones);
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(dump(list),
             (QStringList{u"Ringing 1"_s, u"  +91 98765 43210 14 s"_s, u"Waiting for a code 1"_s,
                          u"  +44 7700 900177 4:49"_s, u"Quiet 1"_s, u"  +44 7700 900112 14:00"_s}));
    QCOMPARE(list.index(1).data(Qt::AccessibleTextRole).toString(), u"+91 98765 43210, rings for 14 s more"_s);
    phones.phones->decline(Indian);
    QTRY_COMPARE(dump(list).value(0), u"Waiting for a code 2"_s);
    QCOMPARE(phones.phones->counts(), (model::PhoneCounts{0, 2, 0, 1}));
}

void tst_Handsets::theListFindsNumberCountryAndBrand()
{
    Phones phones;
    phones.start(Number, 1);
    phones.start(Indian, 1);
    phones.open();
    PhoneListModel list(*phones.phones);
    for (const auto &[text, count] : {std::pair{u"98765"_s, 1}, std::pair{u"+4477"_s, 1}, std::pair{u"india"_s, 1},
                                      std::pair{u"acme"_s, 2}, std::pair{u"nobody"_s, 0}}) {
        list.setFind(text);
        QCOMPARE(int(list.numbers().size()), count);
    }
}

void tst_Handsets::maskedNumbersAreMaskedInListAndWall()
{
    Phones phones;
    phones.start(Number, 1);
    phones.open();
    PhoneListModel list(*phones.phones);
    QSignalSpy changed(phones.phones.get(), &model::HandsetsModel::changed);
    phones.mask.setOn(true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(list.index(1).data().toString(), u"+44 •••• •••112"_s);
    QVERIFY(list.index(1).data(Qt::AccessibleTextRole).toString().startsWith(u"+44 •••• •••112, waits for a code"));
    QCOMPARE(phones.content(Number).number, u"+44 •••• •••112"_s);
    list.setFind(u"900112"_s); // is still found by who knows it
    QCOMPARE(list.numbers(), std::vector{Number});
}

void tst_Handsets::aPhoneShowsWhatArrived()
{
    Phones phones;
    phones.start(Number, 4);
    phones.run.advance(120s);
    phones.open();
    QCOMPARE(dump(phones.content(Number)),
             (QStringList{u"VERIFY 14:00: Acme code: 4821. Valid for 5 minutes."_s,
                          u"VERIFY 14:02: Acme code: 4821. Valid for 5 minutes."_s}));
    QCOMPARE(phones.content(Number).country, u"United Kingdom"_s);
}

void tst_Handsets::aMissedCallIsToldWithWhatComesNext()
{
    Phones phones;
    phones.start(Number, 3);
    phones.run.advance(30s);
    phones.open();
    QCOMPARE(dump(phones.content(Number)),
             (QStringList{u"Call not answered : 14:00, rang 25 s"_s, u"The next call comes in 2:00."_s}));
}

void tst_Handsets::aPhoneThatIsSwitchedOffShowsNothing()
{
    Phones phones;
    phones.start(Number, 1);
    phones.open();
    engine::HandsetSettings off;
    off.isSwitchedOn = false;
    phones.phones->setSettings(Number, off);
    QCOMPARE(dump(phones.content(Number)), (QStringList{u"Switched off.\nNothing is delivered."_s}));
    QCOMPARE(phones.run.engine->handset(Number), off); // it holds at once
}

void tst_Handsets::anAnsweredCallShowsEachWordAsItIsSpoken()
{
    Phones phones({ClockMode::Scaled, 20, false});
    phones.start(Indian, 7);
    phones.open();
    QCOMPARE(dump(phones.content(Indian)), (QStringList{u"VERIFY calls"_s, u"rings for 25 s more"_s}));
    phones.phones->answer(Indian);
    QTRY_COMPARE(dump(phones.content(Indian)), (QStringList{u"VERIFY speaks"_s}));
    phones.run.advance(1200ms);
    QCOMPARE(dump(phones.content(Indian)), (QStringList{u"VERIFY speaks"_s, u"Hello."_s}));
    phones.run.advance(4500ms);
    QCOMPARE(dump(phones.content(Indian)),
             (QStringList{u"VERIFY speaks"_s, u"Hello. Please enter the code for Acme: 4, 8,"_s, u"4 8"_s}));
    phones.run.advance(60s);
    QCOMPARE(dump(phones.content(Indian)),
             (QStringList{u"VERIFY spoke 14:00: "_s + engine::spokenText(u"en-gb"_s, u"Acme"_s, u"4821"_s, 300s)}));
}

void tst_Handsets::aCallEndsWithItsVerification()
{
    Phones phones;
    const engine::RequestId id = phones.start(Indian, 7);
    phones.open();
    QVERIFY(phones.rings(Indian));
    QCOMPARE(phones.phones->ringingCalls(), std::vector{id});
    phones.run.check(id, u"4821"_s);
    QTRY_VERIFY(!phones.rings(Indian));
    QVERIFY(!phones.content(Indian).call); // nothing to answer, as list and badge have it
    QVERIFY(phones.phones->ringingCalls().empty());
}

void tst_Handsets::aCallOnAPausedClockSaysHowItGoesOn()
{
    Phones phones({ClockMode::Scaled, 20, true});
    phones.start(Indian, 7);
    phones.open();
    const QString paused = u"the clock is paused, F8 lets it run"_s;
    QCOMPARE(dump(phones.content(Indian)), (QStringList{u"VERIFY calls"_s, u"rings for 25 s more:\n"_s + paused}));
    phones.phones->answer(Indian);
    QTRY_COMPARE(dump(phones.content(Indian)), (QStringList{u"VERIFY speaks"_s, paused}));
    phones.phones->play(Indian); // goes on in the machine's time
    QCOMPARE(phones.content(Indian).call->detail, QString());
}

void tst_Handsets::aPhoneThatAPopulationRunsSaysSoAndDoesNotRing()
{
    Phones phones;
    phones.startOfPopulation(Number, 7);
    phones.open();
    const model::Phone &phone = *phones.phones->find(Number);
    QCOMPARE(model::whoAnswers(phone), u"The population “typical” answers this phone. It takes no typing."_s);
    QCOMPARE(phones.phones->state(phone), model::PhoneState::Automatic);
    QVERIFY(!phones.phones->ringing());
}

void tst_Handsets::anyRingingPhoneHoldsTheClockUntilItIsDeclined()
{
    Phones phones({ClockMode::Scaled, 20, false});
    phones.start(Indian, 7);
    phones.open();
    QTRY_COMPARE(phones.clock->note(), u"1x while a phone rings, then 20x"_s);
    QCOMPARE(phones.phones->ringing(), std::optional(Indian));
    phones.phones->decline(Indian);
    QTRY_VERIFY(!phones.clock->isHeld());
    QTRY_COMPARE(phones.run.engine->clock().setting().speed, 20.0);
}

void tst_Handsets::anAnsweredCallHoldsTheClockWhileItSpeaks()
{
    Phones phones({ClockMode::Scaled, 20, false});
    phones.start(Indian, 7);
    phones.open();
    QTRY_VERIFY(phones.rings(Indian));
    phones.phones->answer(Indian);
    QTRY_VERIFY(!phones.rings(Indian));
    QVERIFY(phones.clock->isHeld());
    QCOMPARE(phones.clock->note(), u"1x while a phone speaks, then 20x"_s);
    QVERIFY(phones.content(Indian).call);
    QCOMPARE(phones.phones->speaking(), 1);
    phones.run.advance(60s);
    QCOMPARE(phones.phones->speaking(), 0);
    QTRY_VERIFY(!phones.clock->isHeld());
    QVERIFY(!phones.content(Indian).call);
}

void tst_Handsets::aPhoneThatNobodySeesIsNamedInTheNote()
{
    Phones phones({ClockMode::Scaled, 20, false});
    phones.start(Number, 7);
    phones.start(Indian, 7);
    phones.open();
    std::optional<PhoneNumber> seen;
    phones.phones->setSeen([&seen](PhoneNumber number) { return seen == number; });
    QTRY_COMPARE(phones.clock->note(), u"1x while +44 7700 900112 rings, then 20x"_s);
    phones.mask.setOn(true);
    QTRY_COMPARE(phones.clock->note(), u"1x while +44 •••• •••112 rings, then 20x"_s);
    seen = Indian;
    QTRY_COMPARE(phones.clock->note(), u"1x while a phone rings, then 20x"_s);
}

void tst_Handsets::whereOnlySeenPhonesHoldTheClockTheOthersDoNot()
{
    Phones phones({ClockMode::Scaled, 20, false});
    phones.start(Number, 7);
    phones.open();
    bool isSeen = false;
    phones.phones->setSeen([&isSeen](PhoneNumber) { return isSeen; });
    phones.phones->holdForSeenOnly();
    QVERIFY(phones.rings(Number));
    QVERIFY(!phones.clock->isHeld());
    isSeen = true;
    QTRY_COMPARE(phones.clock->note(), u"1x while a phone rings, then 20x"_s);
}

void tst_Handsets::aPhoneOfAPopulationHoldsNothing()
{
    Phones phones({ClockMode::Scaled, 20, false});
    phones.startOfPopulation(Number, 7);
    phones.open();
    QSignalSpy ticks(phones.clock.get(), &model::ClockModel::ticked);
    QTRY_VERIFY(ticks.count() > 2);
    QVERIFY(!phones.clock->isHeld());
}

void tst_Handsets::onlyACallAnsweredHereIsHeard()
{
    Phones phones;
    const engine::RequestId id = phones.start(Indian, 7);
    phones.start(Number, 7);
    phones.open();
    tests::EngineRun::await<engine::ControlReply>([&](auto reply) { phones.run.engine->answerCall(id, 0, reply); });
    QTRY_VERIFY(!phones.rings(Indian));
    QVERIFY(phones.content(Indian).call);
    QVERIFY(!phones.phones->heard());
    phones.phones->answer(Number);
    QTRY_VERIFY(phones.phones->heard());
    QCOMPARE(phones.phones->heard()->record->request.number, Number);
}

void tst_Handsets::aPlayedCallIsHeardFromItsBeginning()
{
    Phones phones;
    phones.start(Indian, 7);
    phones.open();
    phones.phones->answer(Indian);
    QTRY_VERIFY(!phones.rings(Indian));
    phones.run.advance(60s);
    QVERIFY(!phones.phones->heard());
    QVERIFY(phones.phones->wasHeard(*phones.phones->find(Indian)));
    phones.phones->play(Indian);
    QVERIFY(phones.phones->heard()->isPlayed);
    QVERIFY(phones.phones->heard()->sinceAnswer < 1s);
    QCOMPARE(phones.content(Indian).call->headline, u"VERIFY speaks"_s);
}

void tst_Handsets::aVoiceSaysDigitsOneByOneAndTwice()
{
    QStringList said;
    for (const model::Phrase &phrase : model::phrases(engine::spoken(u"en-gb"_s, u"Acme"_s, u"4821"_s, 300s)))
        said << phrase.text;
    QCOMPARE(said,
             (QStringList{u"Hello."_s, u"Please enter the code for Acme:"_s, u"4,"_s, u"8,"_s, u"2,"_s, u"1."_s,
                          u"Once more,"_s, u"your code is:"_s, u"4,"_s, u"8,"_s, u"2,"_s, u"1."_s,
                          u"It is valid for 5 minutes."_s, u"Goodbye."_s}));
}

void tst_Handsets::theSentenceCountsPhones()
{
    using model::handsetsSentence;
    QCOMPARE(handsetsSentence({1, 3, 0, 31}, 0), u"One phone is ringing. Three wait for a code."_s);
    QCOMPARE(handsetsSentence({2, 1, 0, 0}, 0), u"Two phones are ringing. One waits for a code."_s);
    QCOMPARE(handsetsSentence({1, 0, 0, 0}, 0), u"One phone is ringing."_s);
    QCOMPARE(handsetsSentence({0, 1, 2, 0}, 0), u"One phone waits for a code."_s);
    QCOMPARE(handsetsSentence({0, 12, 0, 0}, 0), u"12 phones wait for a code."_s);
    QCOMPARE(handsetsSentence({0, 1, 0, 0}, 1), u"One phone is speaking the code."_s);
    QCOMPARE(handsetsSentence({1, 3, 0, 0}, 2),
             u"One phone is ringing. Two are speaking the code. One more waits for a code."_s);
    QCOMPARE(handsetsSentence({0, 0, 2, 5}, 0), u"No phone rings, and none waits for a code."_s);
}

void tst_Handsets::phonesInViewKeepTheirPlaces()
{
    using Numbers = model::WallOrder::Numbers;
    const PhoneNumber a(1), b(2), c(3), d(4), e(5);
    model::WallOrder order;
    order.arrange({a, b, c, d});
    order.follow({e, d, c, a}, 1); // b is in view
    QCOMPARE(order.numbers(), (Numbers{a, b, c, d, e}));
    order.follow({e, c, a}, 1); // d is not
    QCOMPARE(order.numbers(), (Numbers{a, b, c, e}));
    order.follow({e, c, a}, -1); // nobody looks
    QCOMPARE(order.numbers(), (Numbers{a, c, e}));
}

void tst_Handsets::theWallHasFourColumnsAtTheUsualWidth()
{
    const auto wall = [](int width) { return model::WallGeometry::forWidth(width, {264, 356}, 16, 16); };
    QCOMPARE(wall(1136).columns, 4);
    QCOMPARE(wall(1135).columns, 3);
    QCOMPARE(wall(720).columns, 2);
    QCOMPARE(wall(100).columns, 1);
    QCOMPARE(wall(1136).placeRect(0), QRect(16, 0, 264, 356));
    QCOMPARE(wall(1136).placeRect(5), QRect(296, 372, 264, 356));
    QCOMPARE(wall(1136).height(5), 744);
    QCOMPARE(wall(1136).placesBetween(0, 700, 30), (std::pair{0, 7}));
    QCOMPARE(wall(1136).placesBetween(360, 800, 10), (std::pair{4, 9}));
    QCOMPARE(wall(1136).placesBetween(0, 700, 0), (std::pair{0, -1}));
}

PINPATH_TEST(tst_Handsets, "tst_handsets")

} // namespace tst_handsets

#include "tst_handsets.moc"
