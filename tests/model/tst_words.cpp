// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/phonecalls.h"
#include "model/timeline/preview.h"
#include "model/timeline/timelinetext.h"
#include "model/words/countrywords.h"
#include "model/words/counts.h"
#include "model/words/eventwords.h"
#include "model/words/headline.h"
#include "model/words/moneywords.h"
#include "model/words/parameterwords.h"
#include "model/words/replywords.h"
#include "model/words/statuswords.h"
#include "model/words/story.h"
#include "model/words/times.h"
#include "model/words/workflowwords.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_words {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Dialect;
using engine::Money;
using engine::Outcome;
using engine::Parameter;
using engine::ParameterProblem;
using engine::Trouble;
using Kind = ParameterProblem::Kind;

class tst_Words : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spansAreWholeSecondsMinutesAndHours();
    void whatHasPassedAndWhatIsLeftAddUp();
    void momentsCountFromTheRequest();
    void spansAreSpokenInWords();
    void moneyHasThreeDigitsAndItsCurrency();
    void countsAgreeWithTheirNoun();
    void aVerificationIsToldInItsStateItsHeadlineAndItsStory_data();
    void aVerificationIsToldInItsStateItsHeadlineAndItsStory();
    void everyMessageHasAWordForItsState();
    void eventsReadAsAListOfWhatHappenedAndWhatIsToCome();
    void aNewPinIsNamedInTheListOfEvents();
    void anOldPinInTheListOfEventsIsNoLongerValid();
    void wrongCodesTellHowManyTriesAreLeft();
    void aCodeThatWasAnEarlierPinIsToldSo();
    void aCodeWhosePinHasExpiredIsToldSo();
    void codesAfterTheEndAreRefusedWithTheReason_data();
    void codesAfterTheEndAreRefusedWithTheReason();
    void aCodeThatWasAcceptedTellsItsTime();
    void troubleWithTheStoreIsToldAndUsedNoTry();
    void theFieldTellsWhatItTakes();
    void buttonsTellBeforehandWhyTheyWouldBeRefused_data();
    void buttonsTellBeforehandWhyTheyWouldBeRefused();
    void aRefusedButtonTellsWhy();
    void workflowsReadAsTheirMessages();
    void whatWillHappenHasItsMessagesPinsAndPrice();
    void everyProblemOfAParameterHasASentence();
    void aLifeOfThePinThatIsNoMultipleOfTheWaitIsNoted();
    void countriesHaveNames();
};

model::WrittenTimeline written(const QString &text)
{
    return model::timelineFromText(text).front();
}

engine::CheckReply wrongCode(int matchedGeneration, int pinGeneration, int triesLeft)
{
    engine::CheckReply reply;
    reply.outcome = Outcome::WrongCode;
    reply.matchedGeneration = std::uint8_t(matchedGeneration);
    reply.pinGeneration = std::uint8_t(pinGeneration);
    reply.triesLeft = triesLeft;
    return reply;
}

QStringList texts(const QString &timeline)
{
    QStringList texts;
    for (const model::EventLine &line : model::eventLines(*written(timeline).record))
        texts << model::position(line.at) + u' ' + line.text + (line.isToCome ? u" ..."_s : u""_s);
    return texts;
}

void tst_Words::spansAreWholeSecondsMinutesAndHours()
{
    QCOMPARE(model::duration(0s), u"0 s"_s);
    QCOMPARE(model::duration(17'999ms), u"17 s"_s);
    QCOMPARE(model::duration(59'999ms), u"59 s"_s);
    QCOMPARE(model::duration(60s), u"1:00"_s);
    QCOMPARE(model::duration(125s), u"2:05"_s);
    QCOMPARE(model::duration(1h + 2min + 5s), u"1:02:05"_s);
    QCOMPARE(model::duration(-5s), u"0 s"_s);
}

void tst_Words::whatHasPassedAndWhatIsLeftAddUp()
{
    QCOMPARE(model::timeLeft(162'001ms), u"2:43"_s);
    QCOMPARE(model::timeLeft(163s), u"2:43"_s);
    QCOMPARE(model::timeLeft(1ms), u"1 s"_s);
    QCOMPARE(model::timeLeft(-1s), u"0 s"_s);
}

void tst_Words::momentsCountFromTheRequest()
{
    QCOMPARE(model::position(0s), u"0:00"_s);
    QCOMPARE(model::position(45'900ms), u"0:45"_s);
    QCOMPARE(model::position(605s), u"10:05"_s);
    QCOMPARE(model::position(3600s), u"1:00:00"_s);
}

void tst_Words::spansAreSpokenInWords()
{
    QCOMPARE(model::spokenDuration(0s), u"0 seconds"_s);
    QCOMPARE(model::spokenDuration(61s), u"1 minute 1 second"_s);
    QCOMPARE(model::spokenDuration(2h + 5s), u"2 hours 5 seconds"_s);
}

void tst_Words::moneyHasThreeDigitsAndItsCurrency()
{
    QCOMPARE(model::money(Money::fromMilli(28)), u"EUR 0.028"_s);
    QCOMPARE(model::money(Money::fromMilli(120)), u"EUR 0.120"_s);
    QCOMPARE(model::money(Money::fromMilli(12'000)), u"EUR 12.000"_s);
    QCOMPARE(model::money(Money::fromHundredMillionths(4'675'000)), u"EUR 0.047"_s);
    QCOMPARE(model::money(Money::fromHundredMillionths(-4'675'000)), u"EUR -0.047"_s);
    QCOMPARE(model::money(Money()), u"EUR 0.000"_s);
}

void tst_Words::countsAgreeWithTheirNoun()
{
    QCOMPARE(model::counted(1, u"try"_s, u"tries"_s), u"1 try"_s);
    QCOMPARE(model::counted(0, u"try"_s, u"tries"_s), u"0 tries"_s);
    QCOMPARE(model::counted(2, u"message"_s), u"2 messages"_s);
    QCOMPARE(model::ordinal(2), u"second"_s);
    QCOMPARE(model::ordinal(11), u"11th"_s);
    QCOMPARE(model::numberWord(2), u"two"_s);
    QCOMPARE(model::numberWord(11), u"11"_s);
}

void tst_Words::aVerificationIsToldInItsStateItsHeadlineAndItsStory_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("story");
    QTest::newRow("a wf1 sms@0 now@6") << u"9:59 left"_s
                                       << u"Running: SMS on its way, 3 tries left, 9:59 until it expires."_s
                                       << u"SMS on its way; 9:59 left"_s;
    QTest::newRow("a wf4 sms@0 delivered@7 wrong@21 sms@120 delivered@123 now@137")
        << u"2:43 left"_s << u"Running: second SMS delivered, 2 tries left, 2:43 until it expires."_s
        << u"SMS delivered after 7 s; wrong code at 21 s; second SMS delivered after 3 s; 2:43 left"_s;
    QTest::newRow("a wf1 sms@0 lost@2 call@125 now@136")
        << u"ringing, 7:49 left"_s << u"Running: call ringing, 3 tries left, 7:49 until it expires."_s
        << u"SMS not delivered; call ringing; 7:49 left"_s;
    QTest::newRow("a wf1 sms@0 lost@2 call@125 answered@137 now@144")
        << u"speaking, 7:41 left"_s << u"Running: call speaking, 3 tries left, 7:41 until it expires."_s
        << u"SMS not delivered; call answered after 12 s; 7:41 left"_s;
    QTest::newRow("a wf1 sms@0 delivered@7 call@125 unanswered@150 now@302")
        << u"5:03 left"_s
        << u"Running: call not answered, PIN 1 has expired, second call in 3 s, 5:03 until it expires."_s
        << u"SMS delivered after 7 s; call not answered; 5:03 left"_s;
    QTest::newRow("a wf4 sms@0 delivered@0 wrong@1 wrong@2 now@3")
        << u"4:57 left"_s << u"Running: SMS delivered, 1 try left, 4:57 until it expires."_s
        << u"SMS delivered at once; wrong code at 1 s; wrong code at 2 s; 4:57 left"_s;
    QTest::newRow("a wf1 sms@0 delivered@7 verified@17")
        << u"verified in 17 s"_s << u"Verified in 17 s with the code of the SMS."_s
        << u"SMS delivered after 7 s; code accepted at 17 s"_s;
    QTest::newRow("a wf2 sms@0 lost@2 sms@125 delivered@130 verified@144")
        << u"verified in 2:24"_s << u"Verified in 2:24 with the code of the second SMS."_s
        << u"SMS not delivered; second SMS delivered after 5 s; code accepted at 2:24"_s;
    QTest::newRow("a wf1 sms@0 delivered@4 wrong@16 wrong@24 failed@41")
        << u"3 wrong codes"_s << u"Failed at 0:41: three wrong codes were entered."_s
        << u"SMS delivered after 4 s; wrong code at 16 s; wrong code at 24 s; third wrong code at 41 s"_s;
    QTest::newRow("a wf4 sms@0 lost@3 wrong@60 sms@120 delivered@122 expired@300")
        << u"expired at 5:00"_s << u"Expired at 5:00: 2 messages were sent, 1 wrong code was entered."_s
        << u"SMS not delivered; wrong code at 1:00; second SMS delivered after 2 s; expired at 5:00"_s;
    QTest::newRow("a wf6 sms@0 expired@300")
        << u"expired at 5:00"_s << u"Expired at 5:00: no message reached the user."_s
        << u"SMS on its way; expired at 5:00"_s;
    QTest::newRow("a wf5 sms@0 delivered@11 cancelled@45")
        << u"cancelled at 0:45"_s << u"Cancelled at 0:45."_s << u"SMS delivered after 11 s; cancelled at 45 s"_s;
    QTest::newRow("a wf1 sms@0 verified@44 imported") << u"verified in 44 s"_s << u"Verified in 44 s."_s
                                                      << u"step times are not in the import; code accepted at 44 s"_s;
}

void tst_Words::aVerificationIsToldInItsStateItsHeadlineAndItsStory()
{
    QFETCH(QString, state);
    QFETCH(QString, headline);
    QFETCH(QString, story);
    const model::WrittenTimeline row = written(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(model::stateText(*row.record, row.now), state);
    QCOMPARE(model::headline(*row.record, row.now), headline);
    QCOMPARE(model::story(*row.record, row.now), story);
}

void tst_Words::everyMessageHasAWordForItsState()
{
    const auto states = [](const QString &timeline) {
        const model::WrittenTimeline row = written(timeline);
        QStringList found;
        for (std::size_t i = 0; i < row.record->steps.size(); ++i)
            found << model::messageName(*row.record, i) + u' ' + model::messageState(*row.record, i, row.now);
        return found;
    };
    QCOMPARE(states(u"a wf1 sms@0 delivered@2 now@9"_s),
             QStringList({u"SMS delivered"_s, u"call if needed"_s, u"second call if needed"_s}));
    QCOMPARE(states(u"a wf1 sms@0 lost@2 call@9 unanswered@34 verified@50"_s),
             QStringList({u"SMS not delivered"_s, u"call not answered"_s, u"second call not needed"_s}));
    QCOMPARE(states(u"a wf3 call@0 answered@5 call@150 now@155"_s),
             QStringList({u"call answered"_s, u"second call ringing"_s}));
    QCOMPARE(states(u"a wf6 sms@0 verified@9 imported"_s), QStringList{u"SMS step times are not in the import"_s});

    // Where the report tells when the first message and the last were sent, it tells no more of them.
    model::WrittenTimeline reported = written(u"a wf1 sms@0 call@125 verified@150"_s);
    engine::Record imported = *reported.record;
    imported.request.source = engine::Source::Import;
    QCOMPARE(model::messageState(imported, 0, reported.now), u"sent"_s);
    QCOMPARE(model::messageState(imported, 1, reported.now), u"sent"_s);
    QVERIFY(!model::isOperatedByHand(imported));
    QVERIFY(!model::ringingStep(imported, {}));
    QVERIFY(!model::ringingStep(*reported.record, {})); // nor does a call outlast its verification
    QVERIFY(model::ringingStep(*written(u"a wf7 call@0 now@5"_s).record, {}));
}

void tst_Words::eventsReadAsAListOfWhatHappenedAndWhatIsToCome()
{
    QCOMPARE(texts(u"a wf4 sms@0 delivered@7 wrong@21 sms@120 delivered@123 now@137"_s),
             QStringList({u"0:00 requested, PIN 1 made"_s, u"0:00 SMS sent"_s, u"0:07 SMS delivered"_s,
                          u"0:21 code 0000, wrong"_s, u"2:00 SMS sent, same PIN"_s, u"2:03 SMS delivered"_s,
                          u"5:00 expires ..."_s}));
    QCOMPARE(texts(u"a wf5 sms@0 lost@2 verified@20"_s),
             QStringList({u"0:00 requested, PIN 1 made"_s, u"0:00 SMS sent"_s, u"0:02 SMS not delivered"_s,
                          u"0:20 code accepted, verified"_s}));
    const auto last = [](const QString &timeline) { return texts(timeline).last(); };
    QCOMPARE(last(u"a wf5 sms@0 wrong@2 wrong@3 failed@4"_s), u"0:04 third wrong code, failed"_s);
    QCOMPARE(last(u"a wf5 sms@0 cancelled@40"_s), u"0:40 cancelled"_s);
    QCOMPARE(last(u"a wf6 sms@0 expired@300"_s), u"5:00 expired"_s);
}

void tst_Words::aNewPinIsNamedInTheListOfEvents()
{
    QCOMPARE(
        texts(u"a wf1 sms@0 call@125 now@130"_s).mid(2),
        QStringList({u"2:05 call rings, same PIN"_s, u"5:05 call if needed, PIN 2 ..."_s, u"10:05 expires ..."_s}));
    QVERIFY(texts(u"a wf1 sms@0 call@125 unanswered@150 call@305 now@306"_s).contains(u"5:05 call rings, PIN 2"_s));
}

void tst_Words::anOldPinInTheListOfEventsIsNoLongerValid()
{
    QVERIFY(texts(u"a wf1 sms@0 call@125 call@305 old@310 now@311"_s).contains(u"5:10 code 4821, no longer valid"_s));
}

void tst_Words::wrongCodesTellHowManyTriesAreLeft()
{
    const model::WrittenTimeline row = written(u"a wf4 sms@0 delivered@7 wrong@21 now@22"_s);
    const model::ReplyText two = model::codeReply(wrongCode(0, 1, 2), *row.record, row.now);
    QCOMPARE(two.text, u"Wrong code. 2 tries left."_s);
    QCOMPARE(two.symbol, model::Symbol::WrongCode);
    QCOMPARE(model::codeReply(wrongCode(0, 1, 1), *row.record, row.now).text, u"Wrong code. 1 try left."_s);

    engine::CheckReply third;
    third.outcome = Outcome::TooManyWrongCodes;
    const model::ReplyText failed = model::codeReply(third, *row.record, row.now);
    QCOMPARE(failed.text, u"Third wrong code: the request has failed."_s);
    QCOMPARE(failed.symbol, model::Symbol::Failed);
}

void tst_Words::aCodeThatWasAnEarlierPinIsToldSo()
{
    const model::WrittenTimeline row = written(u"a wf1 sms@0 call@125 unanswered@150 call@305 old@320 now@321"_s);
    QCOMPARE(model::codeReply(wrongCode(1, 2, 2), *row.record, row.now).text,
             u"That was PIN 1; PIN 2 was sent at 5:05. 2 tries left."_s);
}

void tst_Words::aCodeWhosePinHasExpiredIsToldSo()
{
    const model::WrittenTimeline row = written(u"a wf1 sms@0 call@125 unanswered@150 now@302"_s);
    QCOMPARE(model::codeReply(wrongCode(1, 1, 2), *row.record, row.now).text,
             u"PIN 1 expired at 5:00. 2 tries left."_s);
}

void tst_Words::codesAfterTheEndAreRefusedWithTheReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a wf1 sms@0 verified@17") << u"Verified after 17 s."_s;
    QTest::newRow("a wf1 sms@0 call@125 call@305 expired@605") << u"Expired at 10:05; codes are refused now."_s;
    QTest::newRow("a wf1 sms@0 cancelled@45") << u"Cancelled at 0:45; codes are refused now."_s;
    QTest::newRow("a wf1 sms@0 wrong@1 wrong@2 failed@3") << u"Third wrong code: the request has failed."_s;
}

void tst_Words::codesAfterTheEndAreRefusedWithTheReason()
{
    QFETCH(QString, text);
    const model::WrittenTimeline row = written(QString::fromUtf8(QTest::currentDataTag()));
    const model::ReplyText reply = model::codeReply(engine::CheckReply(), *row.record, row.now);
    QCOMPARE(reply.text, text);
    QCOMPARE(reply.symbol, model::symbolOf(row.record->status()));
    QCOMPARE(model::codeHint(*row.record), reply);
}

void tst_Words::aCodeThatWasAcceptedTellsItsTime()
{
    engine::CheckReply accepted;
    accepted.outcome = Outcome::Accepted;
    // The window may hear of it before or after it has read the verification again.
    const model::WrittenTimeline before = written(u"a wf1 sms@0 delivered@7 now@17"_s);
    QCOMPARE(model::codeReply(accepted, *before.record, before.now).text, u"Verified after 17 s."_s);
    const model::WrittenTimeline after = written(u"a wf1 sms@0 delivered@7 verified@17 now@19"_s);
    QCOMPARE(model::codeReply(accepted, *after.record, after.now).text, u"Verified after 17 s."_s);
}

void tst_Words::troubleWithTheStoreIsToldAndUsedNoTry()
{
    const model::WrittenTimeline row = written(u"a wf1 sms@0 now@17"_s);
    for (const Trouble trouble : {Trouble::UnknownRequest, Trouble::StoreFailed, Trouble::KeyMissing}) {
        engine::CheckReply reply;
        reply.trouble = trouble;
        const model::ReplyText text = model::codeReply(reply, *row.record, row.now);
        QVERIFY(!text.symbol);
        QVERIFY2(text.text.contains(u"Nothing was done"_s) || text.text.contains(u"used no try"_s),
                 qPrintable(text.text));
    }
}

void tst_Words::theFieldTellsWhatItTakes()
{
    QCOMPARE(model::codeHint(*written(u"a wf1 sms@0 now@1"_s).record).text, u"4 digits. Enter sends."_s);
    QCOMPARE(model::notACode().text, u"Only letters and digits; this used no try."_s);
}

void tst_Words::buttonsTellBeforehandWhyTheyWouldBeRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a wf1 sms@0 now@40") << QString();
    QTest::newRow("a wf1 sms@0 now@18") << u"Cancel would be refused: cancelling is possible from 0:30 on, in 12 s"_s;
    QTest::newRow("a wf1 sms@0 call@125 now@130") << u"Cancel would be refused: two messages were sent"_s;
    QTest::newRow("a wf4 sms@0 sms@120 now@130") << u"both would be refused: two of two messages were sent"_s;
    QTest::newRow("a wf1 sms@0 call@125 call@305 now@310")
        << u"both would be refused: three of three messages were sent"_s;
    QTest::newRow("a wf6 sms@0 now@40") << u"the next message would be refused: the only message was sent"_s;
    QTest::newRow("a wf6 sms@0 now@18") << u"both would be refused: the only message was sent; "
                                           "cancelling is possible from 0:30 on, in 12 s"_s;
    QTest::newRow("a wf6 sms@0 expired@300") << u"both would be refused: the verification has ended"_s;
}

void tst_Words::buttonsTellBeforehandWhyTheyWouldBeRefused()
{
    QFETCH(QString, text);
    const model::WrittenTimeline row = written(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(model::refusals(*row.record, row.now), text);
}

void tst_Words::aRefusedButtonTellsWhy()
{
    const model::WrittenTimeline row = written(u"a wf4 sms@0 sms@120 now@130"_s);
    const auto text = [&](Outcome outcome, Trouble trouble = Trouble::None) {
        engine::ControlReply reply;
        reply.outcome = outcome;
        reply.trouble = trouble;
        return model::controlReply(reply, *row.record, row.now);
    };
    QCOMPARE(text(Outcome::Accepted), QString());
    QCOMPARE(text(Outcome::NothingLeft), u"Refused: two of two messages were sent."_s);
    QCOMPARE(text(Outcome::NotRunning), u"Refused: the verification has ended."_s);
    QCOMPARE(text(Outcome::Accepted, Trouble::StoreFailed),
             u"The store cannot be written. Nothing was done; try again."_s);
}

void tst_Words::workflowsReadAsTheirMessages()
{
    const auto text = [](int id, engine::Timing timing = {}) {
        return model::workflowDescription(*engine::standardWorkflow(engine::WorkflowId(id), Dialect::Vonage, timing));
    };
    QCOMPARE(text(1), u"SMS, call at 2:05, call at 5:05"_s);
    QCOMPARE(text(2), u"SMS, SMS at 2:05, call at 5:05"_s);
    QCOMPARE(text(3), u"call, call at 2:30"_s);
    QCOMPARE(text(4), u"SMS, SMS at 2:00"_s);
    QCOMPARE(text(5), u"SMS, call at 2:00"_s);
    QCOMPARE(text(6), u"SMS only"_s);
    QCOMPARE(text(7), u"call only"_s);
    QCOMPARE(text(1, {60s, std::nullopt}), u"SMS, call at 1:00, call at 2:00"_s);
}

void tst_Words::whatWillHappenHasItsMessagesPinsAndPrice()
{
    const engine::Prices prices{Money::fromMilli(50), Money::fromMilli(14), Money::fromMilli(28)};
    const model::Preview one = model::preview(*engine::standardWorkflow(1, Dialect::Vonage), prices);
    QCOMPARE(one.cost, u"at most EUR 0.120"_s);
    QCOMPARE(one.endsAt, engine::milliseconds(605s));
    QCOMPARE(one.steps.size(), 3U);
    QCOMPARE(one.steps.at(2).at, engine::milliseconds(305s));
    QCOMPARE(one.steps.at(2).symbol, model::Symbol::CallPlanned);
    QCOMPARE(one.pins.size(), 2U);
    QCOMPARE(one.pins.at(0).text, u"PIN 1, valid for 5:00"_s);
    QCOMPARE(one.pins.at(0).until, engine::milliseconds(300s));
    QCOMPARE(one.pins.at(1).text, u"PIN 2, new"_s);
    QCOMPARE(one.pins.at(1).from, engine::milliseconds(305s));
    QCOMPARE(one.sentence, u"SMS, call at 2:05, call at 5:05; expires at 10:05; at most EUR 0.120."_s);

    const model::Preview renewed = model::preview(*engine::standardWorkflow(1, Dialect::Vonage, {120s, 120s}), prices);
    QCOMPARE(renewed.pins.size(), 3U);
    QCOMPARE(renewed.pins.at(1).until, engine::milliseconds(240s));
}

void tst_Words::everyProblemOfAParameterHasASentence()
{
    engine::StartParameters parameters;
    parameters.brand = u"The most brilliant 🌟"_s;
    parameters.workflowId = u"9"_s;
    parameters.locale = u"en_us"_s;
    const auto text = [&](Parameter parameter, Kind kind) { return model::problemText({parameter, kind}, parameters); };
    QCOMPARE(text(Parameter::Number, Kind::Missing), u"A number is needed."_s);
    parameters.number = u"+44 7700 900112"_s + QString(28, u'0');
    QCOMPARE(text(Parameter::Number, Kind::Invalid),
             u"Too long: a phone number has at most 15 digits, and this one has 40."_s);
    parameters.number = u"nobody"_s;
    QVERIFY(text(Parameter::Number, Kind::Invalid).startsWith(u"No phone number."_s));
    QCOMPARE(text(Parameter::Brand, Kind::TooLong), u"A brand may have 18 characters; this has 20."_s);
    QCOMPARE(text(Parameter::ChosenWorkflow, Kind::Invalid), u"There is no workflow 9."_s);
    QVERIFY(text(Parameter::Locale, Kind::Invalid).startsWith(u"\"en_us\" is none"_s));
    QVERIFY(text(Parameter::PinCode, Kind::FeatureOff) != text(Parameter::PinCode, Kind::Invalid));
    for (int parameter = 0; parameter <= int(Parameter::PinCode); ++parameter) {
        for (int kind = 0; kind <= int(Kind::FeatureOff); ++kind)
            QVERIFY(text(Parameter(parameter), Kind(kind)).endsWith(u'.'));
    }
}

void tst_Words::aLifeOfThePinThatIsNoMultipleOfTheWaitIsNoted()
{
    const auto notes = [](const QString &pinExpiry, const QString &wait) {
        engine::StartParameters parameters;
        parameters.pinExpiry = pinExpiry;
        parameters.nextEventWait = wait;
        return model::notes(parameters);
    };
    QCOMPARE(notes(u"300"_s, u"120"_s), QStringList{u"300 is not a multiple of 120, so each PIN lives 120 s."_s});
    QCOMPARE(notes(u"360"_s, u"120"_s), QStringList());
    QCOMPARE(notes(u"300"_s, u""_s), QStringList());
    QCOMPARE(notes(u"300"_s, u"often"_s), QStringList());
    QCOMPARE(model::numberTaken(14s), u"This number has a running verification, started 14 s ago."_s);
}

void tst_Words::countriesHaveNames()
{
    QCOMPARE(model::countryName(u"GB"_s), u"United Kingdom"_s);
    QCOMPARE(model::countryName(u"IN"_s), u"India"_s);
    QCOMPARE(model::countryName(QString()), QString());
    QCOMPARE(model::countryName(u"??"_s), QString());
    QCOMPARE(model::numberDescription(engine::PhoneNumber(919876543210)), u"India, mobile"_s);
}

PINPATH_TEST(tst_Words, "tst_words")

} // namespace tst_words

#include "tst_words.moc"
