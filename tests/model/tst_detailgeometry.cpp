// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/detailgeometry.h"
#include "model/timeline/timelinetext.h"
#include "tests/support/layoutdump.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>

namespace tst_detailgeometry {

using namespace Qt::StringLiterals;
using tests::dump;
using tests::line;

class tst_DetailGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDetailOfTheBoardStandsWhereItIsDrawn();
    void aStretchOfTwentySecondsIsNotCut();
    void theCutThatHoldsNowIsWideAndFills();
    void openCutsShowAllOnOneEvenScale();
    void theDigitsOfAPinStandInTheFirstStretchWideEnough();
    void digitsAreLeftOutWhereNobodyKnowsThem();
    void whatWasNotNeededIsDrawnAfterTheEnd();
    void whatWasNotSentOfACancelledOneSaysSo();
    void whatASuccessCostsStandsAtTheEnd();
    void aPinThatLivesShowsItsDigitsAndEveryMessageItsTime_data();
    void aPinThatLivesShowsItsDigitsAndEveryMessageItsTime();
    void aTickLabelThatWouldTouchACutGoes();
    void theCancelWindowEndsWithTheSecondMessage();
    void aVerificationThatEndsBeforeItHasNoCancelWindow();
    void aCallRingsThenSpeaks();
    void aNewPinHasABarOfItsOwn();
    void codesOfOneMomentKeepTheirDigits_data();
    void codesOfOneMomentKeepTheirDigits();
    void aPinThatLivesShowsItsDigitsAtEveryWidth_data();
    void aPinThatLivesShowsItsDigitsAtEveryWidth();
    void aPinToComeIsNamedAtEveryWidth();
    void theWordOfACodeDoesNotRunThroughTheEnd();
    void onStageTheAxisStaysWhateverHappens();
    void onStageWhatWasNotNeededSaysSo();
    void onStageTheAxisTellsWhereItBegins();
    void onStageTheProgressCoversNoLabel();
    void textsNeitherTouchNorLeaveThePicture_data();
    void textsNeitherTouchNorLeaveThePicture();
    void nowRunsThroughNoWordsOfMessagesAndPins();
    void stopsTellWhatHappenedInTheOrderOfTime();
    void whatAnImportDoesNotKnowIsHatchedAndSaid();
    void theWordOfACodeEndsBeforeACut();
    void theHeightDoesNotDependOnTheRecord();
    void lengthsGrowWithTheScale();
};

const QString OfTheBoard = u"a wf4 sms@0 delivered@7 wrong@21 sms@120 delivered@123 now@137"_s;

qreal textWidth(const QString &text, model::TextRole role)
{
    return (role == model::TextRole::StrongCode ? 8.0 : 6.0) * double(text.size());
}

model::DetailGeometry laidOut(const QString &text, qreal width = 808, bool areCutsOpen = false)
{
    const model::WrittenTimeline row = model::timelineFromText(text).front();
    return model::layOutDetail(*row.record, {width, row.now, row.isPaused, areCutsOpen, 1, textWidth});
}

constexpr qreal StageWidth = 494; // of the picture in a window of 1440 x 900

model::DetailGeometry laidOutOnStage(const QString &text, qreal width = StageWidth, bool areCutsOpen = false)
{
    const model::WrittenTimeline row = model::timelineFromText(text).front();
    return model::layOutDetail(*row.record,
                               {width, row.now, row.isPaused, areCutsOpen, 1, textWidth, model::DetailPlace::Stage});
}

QStringList texts(const model::DetailGeometry &geometry)
{
    QStringList texts;
    for (const model::DetailText &text : geometry.texts)
        texts << text.text;
    return texts;
}

const model::DetailText *find(const model::DetailGeometry &geometry, const QString &wanted)
{
    const auto found = std::ranges::find(geometry.texts, wanted, &model::DetailText::text);
    return found == geometry.texts.end() ? nullptr : &*found;
}

void tst_DetailGeometry::theDetailOfTheBoardStandsWhereItIsDrawn()
{
    // As measured in the picture of the Board, from the pane's left padding.
    const QStringList detail = dump(laidOut(OfTheBoard));
    QCOMPARE(line(detail, u"cuts"_s), u"cuts 417-453 585-695(0.04)"_s);
    QCOMPARE(line(detail, u"travels"_s), u"travels thin 81-152. thin 483-514."_s);
    QCOMPARE(line(detail, u"marks"_s), u"marks sms-delivered@81,19 sms-delivered@483,19 x@295,104"_s);
    QCOMPARE(line(detail, u"pins"_s), u"pins 81-589|589-715"_s);
    QCOMPARE(line(detail, u"strokes"_s), u"strokes 435"_s);
    QCOMPARE(line(detail, u"cancel"_s), u"cancel 386-483"_s);
    QCOMPARE(line(detail, u"end"_s), u"end 715"_s);
    QCOMPARE(line(detail, u"now"_s), u"now 589"_s);
    for (const QString &text :
         {u"7 s"_s,  u"3 s"_s,  u"delivered"_s, u"EUR 0.014"_s, u"wait"_s,    u"1:24"_s,      u"PIN 1"_s,
          u"4821"_s, u"0000"_s, u"wrong"_s,     u"expires"_s,   u"at 5:00"_s, u"2:43 left"_s, u"can be cancelled"_s,
          u"0:00"_s, u"0:10"_s, u"0:20"_s,      u"0:30"_s,      u"2:00"_s,    u"5:00"_s})
        QVERIFY2(texts(laidOut(OfTheBoard)).contains(text), qPrintable(text));
}

void tst_DetailGeometry::aStretchOfTwentySecondsIsNotCut()
{
    // Around a happening 8 s and 3 s stay; between them lie 20 s here, and a second more there.
    QCOMPARE(laidOut(u"a wf6 sms@0 wrong@29 wrong@60 verified@90"_s).cuts.size(), 0U);
    QCOMPARE(laidOut(u"a wf6 sms@0 wrong@29 wrong@60 verified@92"_s).cuts.size(), 1U);
}

void tst_DetailGeometry::theCutThatHoldsNowIsWideAndFills()
{
    const auto cutAt = [](int now) {
        return line(dump(laidOut(u"a wf4 sms@0 delivered@7 sms@120 delivered@123 now@%1"_s.arg(now))), u"cuts"_s);
    };
    const model::DetailGeometry geometry = laidOut(u"a wf4 sms@0 delivered@7 sms@120 delivered@123 now@214"_s);
    QCOMPARE(geometry.cuts.back().strip.width(), 110.0);
    QCOMPARE(*geometry.cuts.back().progress, 0.5); // of 2:10 to 4:58
    QVERIFY(std::abs(*geometry.now - geometry.cuts.back().strip.center().x()) < 0.001);
    QVERIFY(find(geometry, u"1:26 left"_s));
    // The cut stays where it is while now moves through it.
    QCOMPARE(cutAt(140).section(u'(', 0, 0), cutAt(290).section(u'(', 0, 0));
    QVERIFY(cutAt(140) != cutAt(290));
    // Elsewhere it tells how long it is.
    QVERIFY(find(laidOut(u"a wf4 sms@0 delivered@7 sms@120 delivered@123 now@125"_s), u"2:48"_s));
}

void tst_DetailGeometry::openCutsShowAllOnOneEvenScale()
{
    const model::DetailGeometry geometry = laidOut(OfTheBoard, 808, true);
    QCOMPARE(geometry.cuts.size(), 0U);
    QCOMPARE(geometry.cutStrokes.size(), 0U);
    QCOMPARE(qRound(*geometry.end), 715);
    QCOMPARE(qRound(*geometry.now), qRound(81 + (715 - 81) * 137 / 300.0));
}

void tst_DetailGeometry::theDigitsOfAPinStandInTheFirstStretchWideEnough()
{
    const model::DetailGeometry wide = laidOut(OfTheBoard);
    QCOMPARE(qRound(find(wide, u"PIN 1"_s)->at.x()), 92);
    QVERIFY(find(wide, u"4821"_s)->at.x() > find(wide, u"PIN 1"_s)->at.x());
    // The first 33 s have too few pixels here, so they stand behind the cut.
    const model::DetailGeometry narrow = laidOut(u"a wf4 sms@0 wrong@70 wrong@90 sms@100 delivered@110 now@112"_s, 440);
    const model::DetailText *digits = find(narrow, u"4821"_s);
    QVERIFY(digits);
    for (const model::DetailCut &cut : narrow.cuts)
        QVERIFY(digits->at.x() >= cut.strip.right() || digits->at.x() + 32 <= cut.strip.left());
    QVERIFY(digits->at.x() > narrow.cuts.front().strip.right());
}

void tst_DetailGeometry::digitsAreLeftOutWhereNobodyKnowsThem()
{
    model::WrittenTimeline row = model::timelineFromText(OfTheBoard).front();
    engine::Record record = *row.record;
    record.pins.front().digits.clear();
    const auto geometry = model::layOutDetail(record, {808, row.now, false, false, 1, textWidth});
    QVERIFY(find(geometry, u"PIN 1"_s));
    QVERIFY(!find(geometry, u"4821"_s));
}

void tst_DetailGeometry::whatWasNotNeededIsDrawnAfterTheEnd()
{
    const model::DetailGeometry geometry = laidOut(u"a wf1 sms@0 delivered@7 verified@17"_s);
    const QString marks = line(dump(geometry), u"marks"_s);
    QVERIFY2(marks.contains(u"sms-used"_s), qPrintable(marks));
    QCOMPARE(marks.count(u"call-planned"_s), 2);
    QCOMPARE(marks.count(u"verified"_s), 2); // at the code, and where the PIN's bar ends
    QCOMPARE(texts(geometry).count(u"not needed"_s), 2);
    QVERIFY(find(geometry, u"verified"_s));
    QVERIFY(find(geometry, u"after 17 s"_s));
    QVERIFY(!geometry.now);
    QVERIFY(!geometry.isRunning);
}

void tst_DetailGeometry::whatWasNotSentOfACancelledOneSaysSo()
{
    const model::DetailGeometry geometry = laidOut(u"a wf5 sms@0 delivered@11 cancelled@45"_s);
    QVERIFY(find(geometry, u"cancelled"_s));
    QVERIFY(!find(geometry, u"not needed"_s));
}

void tst_DetailGeometry::whatASuccessCostsStandsAtTheEnd()
{
    const model::DetailGeometry geometry = laidOut(u"a wf1 sms@0 delivered@7 verified@17"_s);
    QVERIFY(find(geometry, u"EUR 0.050"_s));
    QVERIFY(find(geometry, u"EUR 0.050"_s)->at.x() > *geometry.end);
    QVERIFY(!find(laidOut(u"a wf1 sms@0 delivered@7 expired@605"_s), u"EUR 0.050"_s));
}

void tst_DetailGeometry::aPinThatLivesShowsItsDigitsAndEveryMessageItsTime_data()
{
    QTest::addColumn<int>("now");
    for (int now = 305; now < 605; now += now < 345 ? 1 : 20)
        QTest::addRow("%d s", now) << now;
}

void tst_DetailGeometry::aPinThatLivesShowsItsDigitsAndEveryMessageItsTime()
{
    QFETCH(int, now);
    const QString story = u"a wf1 sms@0 delivered@4 call@125 unanswered@150 call@305 %1now@%2"_s;
    const QString answered = now >= 312 ? u"answered@312 "_s : QString();
    for (const qreal width : {808.0, 1100.0}) {
        const model::WrittenTimeline row = model::timelineFromText(story.arg(answered).arg(now)).front();
        engine::Record record = *row.record;
        QCOMPARE(record.pins.size(), 2U);
        record.pins.back().digits = u"9034"_s;
        const auto geometry = model::layOutDetail(record, {width, row.now, false, false, 1, textWidth});
        for (const QString &text : {u"9034"_s, u"2:05"_s, u"5:05"_s})
            QVERIFY2(find(geometry, text), qPrintable(text + u" at width "_s + QString::number(width)));
    }
}

void tst_DetailGeometry::aTickLabelThatWouldTouchACutGoes()
{
    const model::DetailGeometry geometry = laidOut(OfTheBoard);
    // 2:10 is where the cut begins that holds now: its hairline stays.
    QVERIFY(!find(geometry, u"2:10"_s));
    QVERIFY(std::ranges::any_of(geometry.ticks, [](qreal x) { return qRound(x) == 585; }));
}

void tst_DetailGeometry::theCancelWindowEndsWithTheSecondMessage()
{
    const auto window = [](const QString &text) { return line(dump(laidOut(text)), u"cancel"_s); };
    QCOMPARE(window(OfTheBoard), u"cancel 386-483"_s);
    QVERIFY(window(u"a wf4 sms@0 sms@10 now@40"_s).isEmpty()); // sent by hand before it began
    QVERIFY(!window(u"a wf6 sms@0 now@40"_s).isEmpty()); // only one message: until the end
    // While the wait is counted inside it, one line tells both.
    const model::DetailGeometry waiting = laidOut(u"a wf4 sms@0 delivered@7 now@60"_s);
    QVERIFY(find(waiting, u"SMS in 1:00, can be cancelled"_s));
    QVERIFY(!find(waiting, u"can be cancelled"_s));
}

void tst_DetailGeometry::aVerificationThatEndsBeforeItHasNoCancelWindow()
{
    QVERIFY(!laidOut(u"a wf1 sms@0 delivered@7 verified@17"_s).cancelWindow);
}

void tst_DetailGeometry::aCallRingsThenSpeaks()
{
    const auto travels = [](const QString &text) { return laidOut(text).travels; };
    using Form = model::TimelineRun::Form;
    const auto answered = travels(u"a wf7 call@0 answered@12 now@20"_s);
    QCOMPARE(answered.size(), 2U);
    QCOMPARE(answered.at(0).run.form, Form::Ringing);
    QCOMPARE(answered.at(1).run.form, Form::Speech);
    QCOMPARE(answered.at(0).run.x2, answered.at(1).run.x1);
    QCOMPARE(answered.at(1).run.x2, *laidOut(u"a wf7 call@0 answered@12 now@20"_s).now);
    QVERIFY(find(laidOut(u"a wf7 call@0 answered@12 now@20"_s), u"speaking"_s));
    QVERIFY(find(laidOut(u"a wf7 call@0 answered@12 now@50"_s), u"answered"_s));
    QCOMPARE(travels(u"a wf7 call@0 unanswered@25 now@40"_s).at(0).run.form, Form::RingsInVain);
    QCOMPARE(travels(u"a wf6 sms@0 lost@2 now@40"_s).size(), 0U);
}

void tst_DetailGeometry::aNewPinHasABarOfItsOwn()
{
    const model::DetailGeometry geometry = laidOut(u"a wf1 sms@0 delivered@3 now@20"_s);
    QCOMPARE(geometry.pins.size(), 2U);
    QVERIFY(!geometry.pins.at(0).past.isEmpty());
    QVERIFY(geometry.pins.at(1).past.isEmpty());
    QVERIFY(geometry.pins.at(0).toCome.right() < geometry.pins.at(1).toCome.left()); // 5:00 and 5:05
    QCOMPARE(geometry.pins.at(1).toCome.right(), *geometry.end);
    QVERIFY(find(geometry, u"PIN 2"_s));
}

void tst_DetailGeometry::codesOfOneMomentKeepTheirDigits_data()
{
    QTest::addColumn<QString>("timeline");
    QTest::addColumn<int>("wrong");
    QTest::newRow("one") << u"a wf1 sms@0 delivered@3 wrong@20 verified@20"_s << 1;
    QTest::newRow("two") << u"a wf1 sms@0 delivered@3 wrong@20 wrong@20 verified@20"_s << 2;
    QTest::newRow("three") << u"a wf1 sms@0 delivered@3 wrong@20 wrong@20 failed@20"_s << 3;
    QTest::newRow("running") << u"a wf1 sms@0 delivered@3 wrong@20 wrong@20 now@20"_s << 2;
    QTest::newRow("at once") << u"a wf1 sms@0 delivered@0 wrong@0 wrong@0 verified@0"_s << 2;
}

void tst_DetailGeometry::codesOfOneMomentKeepTheirDigits()
{
    QFETCH(QString, timeline);
    QFETCH(int, wrong);
    for (const qreal width : {StageWidth, 808.0, 1400.0}) {
        for (const model::DetailGeometry &geometry : {laidOut(timeline, width), laidOutOnStage(timeline, width)})
            QCOMPARE(texts(geometry).count(u"0000"_s), wrong);
    }
}

void tst_DetailGeometry::aPinThatLivesShowsItsDigitsAtEveryWidth_data()
{
    QTest::addColumn<QString>("story");
    QTest::newRow("an SMS") << u"a wf1 sms@0 delivered@4 now@%1"_s;
    QTest::newRow("an SMS and a call") << u"a wf1 sms@0 delivered@4 call@125 now@%1"_s;
    QTest::newRow("wrong codes") << u"a wf4 sms@0 delivered@7 wrong@21 wrong@60 sms@120 delivered@123 now@%1"_s;
    QTest::newRow("two SMS and a call") << u"a wf2 sms@0 lost@2 sms@125 delivered@130 call@305 now@%1"_s;
}

void tst_DetailGeometry::aPinThatLivesShowsItsDigitsAtEveryWidth()
{
    QFETCH(QString, story);
    QStringList missing;
    const int last = story.contains(u"@305"_s) ? 305 : story.contains(u"@12"_s) ? 130 : 4;
    for (int now = last; now < last + 115; now += 3) {
        for (qreal width = 420; width <= 820; width += 10) {
            const model::WrittenTimeline row = model::timelineFromText(story.arg(now)).front();
            engine::Record record = *row.record;
            record.pins.back().digits = u"9034"_s;
            for (const auto place : {model::DetailPlace::Board, model::DetailPlace::Stage}) {
                const auto geometry = model::layOutDetail(record, {width, row.now, false, false, 1, textWidth, place});
                if (!find(geometry, u"9034"_s))
                    missing << u"%1 px at %2 s%3"_s.arg(width).arg(now).arg(
                        place == model::DetailPlace::Stage ? u" on Stage"_s : QString());
            }
        }
    }
    QCOMPARE(missing.join(u", "_s), QString());
}

void tst_DetailGeometry::aPinToComeIsNamedAtEveryWidth()
{
    for (int width = 400; width <= 1400; width += 20) {
        const QStringList all = texts(laidOut(u"a wf1 sms@0 now@7"_s, width));
        QVERIFY2(all.contains(u"PIN 2"_s) || all.contains(u"2"_s), qPrintable(QString::number(width)));
    }
    QVERIFY(texts(laidOut(u"a wf1 sms@0 now@7"_s)).contains(u"PIN 2"_s));
}

void tst_DetailGeometry::theWordOfACodeDoesNotRunThroughTheEnd()
{
    for (int width = 400; width <= 1400; width += 20) {
        const model::DetailGeometry geometry = laidOut(
            u"a wf1 sms@0 delivered@9 call@125 unanswered@150 call@305 answered@310 wrong@590 now@595"_s, width);
        if (const model::DetailText *word = find(geometry, u"wrong"_s))
            QVERIFY2(word->at.x() > *geometry.end || word->at.x() + textWidth(word->text, word->role) < *geometry.end,
                     qPrintable(QString::number(width)));
        QVERIFY(find(geometry, u"0000"_s));
    }
}

void tst_DetailGeometry::onStageTheAxisStaysWhateverHappens()
{
    const QString first = line(dump(laidOutOnStage(u"a wf1 sms@0 now@0"_s)), u"cuts"_s);
    QCOMPARE(first.count(u'-'), 3);
    const auto cuts = [](const QString &text) {
        QStringList strips;
        for (const model::DetailCut &cut : laidOutOnStage(text).cuts)
            strips << QString::number(qRound(cut.strip.left())) + u'-' + QString::number(qRound(cut.strip.right()));
        return u"cuts "_s + strips.join(u' ');
    };
    for (const QString &later :
         {u"a wf1 sms@0 delivered@7 now@9"_s, u"a wf1 sms@0 delivered@7 wrong@50 now@60"_s,
          u"a wf1 sms@0 lost@2 call@125 now@130"_s, u"a wf1 sms@0 lost@2 call@125 answered@140 now@150"_s,
          u"a wf1 sms@0 lost@2 call@125 answered@140 wrong@160 call@305 now@500"_s,
          u"a wf1 sms@0 delivered@7 verified@17"_s, u"a wf1 sms@0 delivered@7 cancelled@45"_s,
          u"a wf1 sms@0 delivered@88 call@125 unanswered@150 call@305 answered@312 verified@338"_s,
          u"a wf1 sms@0 lost@2 call@125 unanswered@150 call@305 unanswered@330 expired@605"_s})
        QCOMPARE(cuts(later), first);
}

void tst_DetailGeometry::onStageWhatWasNotNeededSaysSo()
{
    const QStringList words = texts(laidOutOnStage(u"a wf1 sms@0 delivered@7 verified@17"_s));
    QCOMPARE(words.count(u"not needed"_s), 2);
    QVERIFY(words.contains(u"0:17"_s));
    QVERIFY(texts(laidOutOnStage(u"a wf6 sms@0 delivered@7 verified@17"_s)).contains(u"after 17 s"_s));
    QCOMPARE(texts(laidOutOnStage(u"a wf1 sms@0 delivered@7 now@9"_s)).count(u"if needed"_s), 2);
}

void tst_DetailGeometry::onStageTheAxisTellsWhereItBegins()
{
    QVERIFY(texts(laidOutOnStage(u"a wf1 sms@0 delivered@2 verified@4"_s)).contains(u"0:00"_s));
    QVERIFY(texts(laidOutOnStage(u"a wf1 sms@0 delivered@2 now@4"_s)).contains(u"0:00"_s));
}

void tst_DetailGeometry::onStageTheProgressCoversNoLabel()
{
    const model::DetailLanes stage = model::detailLanes(1, model::DetailPlace::Stage);
    QVERIFY(stage.progress + 4 < stage.time - 7);
}

void tst_DetailGeometry::textsNeitherTouchNorLeaveThePicture_data()
{
    const QStringList timelines{
        u"wf2 sms@0 now@6"_s,
        u"wf1 sms@0 delivered@7 verified@17"_s,
        u"wf1 sms@0 delivered@5 wrong@21 now@39"_s,
        u"wf5 sms@0 delivered@11 cancelled@45"_s,
        u"wf3 call@0 unanswered@25 now@100"_s,
        u"wf1 sms@0 lost@2 call@125 now@136"_s,
        u"wf4 sms@0 delivered@7 wrong@21 sms@120 delivered@123 now@137"_s,
        u"wf2 sms@0 lost@2 sms@125 delivered@130 verified@144"_s,
        u"wf1 sms@0 delivered@4 wrong@16 wrong@24 failed@41"_s,
        u"wf1 sms@0 delivered@4 wrong@5 wrong@6 failed@7"_s,
        u"wf1 sms@0 lost@2 call@125 answered@132 verified@161"_s,
        u"wf2 sms@0 lost@3 sms@125 delivered@171 call@305 answered@308 expired@605"_s,
        u"wf1 sms@0 delivered@88 wrong@115 call@125 unanswered@150 call@305 answered@312 verified@338"_s,
        u"wf2 sms@0 delivered@2 sms@4 delivered@6 call@8 answered@9 verified@20"_s,
        u"wf1 sms@0 lost@2 call@125 unanswered@150 now@302"_s,
        u"wf1 wait=120 pin=120 sms@0 delivered@6 call@120 answered@130 call@240 answered@250 expired@360"_s,
        u"wf1 sms@0 delivered@2 call@125 unanswered@150 call@305 answered@310 old@320 now@330"_s,
        u"wf1 sms@0 verified@44 imported"_s,
        u"wf6 pin=3600 sms@0 delivered@2 now@3000"_s,
        u"wf1 sms@0 delivered@3 wrong@20 wrong@20 verified@20"_s,
        u"wf1 sms@0 delivered@3 wrong@20 wrong@20 failed@20"_s,
        u"wf1 sms@0 delivered@0 wrong@0 now@0"_s,
    };
    QTest::addColumn<QString>("timeline");
    QTest::addColumn<qreal>("width");
    QTest::addColumn<bool>("areCutsOpen");
    QTest::addColumn<bool>("isStage");
    for (const QString &timeline : timelines) {
        for (const qreal width : {440.0, 600.0, 808.0, 1400.0}) {
            for (const bool isOpen : {false, true})
                QTest::addRow("%s, %d px%s", qPrintable(timeline), int(width), isOpen ? ", open" : "")
                    << u"a "_s + timeline << width << isOpen << false;
        }
        for (const qreal width : {StageWidth, 800.0})
            QTest::addRow("%s, %d px on Stage", qPrintable(timeline), int(width))
                << u"a "_s + timeline << width << false << true;
    }
}

void tst_DetailGeometry::textsNeitherTouchNorLeaveThePicture()
{
    QFETCH(QString, timeline);
    QFETCH(qreal, width);
    QFETCH(bool, areCutsOpen);
    QFETCH(bool, isStage);
    const model::DetailGeometry geometry
        = isStage ? laidOutOnStage(timeline, width, areCutsOpen) : laidOut(timeline, width, areCutsOpen);
    constexpr qreal LineHeight = 12;
    std::vector<std::pair<QRectF, QString>> areas;
    for (const model::DetailText &text : geometry.texts) {
        const qreal textWide = textWidth(text.text, text.role);
        areas.push_back({QRectF(text.at.x(), text.at.y() - LineHeight / 2, textWide, LineHeight), text.text});
        QVERIFY2(areas.back().first.right() <= width && text.at.x() >= 0, qPrintable(text.text));
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        for (std::size_t j = i + 1; j < areas.size(); ++j) {
            const bool touches = areas[i].first.intersects(areas[j].first);
            QVERIFY2(!touches, qPrintable(areas[i].second + u" touches "_s + areas[j].second));
        }
        for (const model::DetailMark &mark : geometry.marks) {
            const qreal half = 7 * mark.scale;
            const QRectF box(mark.centre.x() - half, mark.centre.y() - 4, 2 * half, 8);
            QVERIFY2(mark.symbol == model::Symbol::WrongCode || !box.intersects(areas[i].first),
                     qPrintable(areas[i].second + u" touches a mark"_s));
        }
    }
}

void tst_DetailGeometry::nowRunsThroughNoWordsOfMessagesAndPins()
{
    for (int now = 0; now < 120; ++now) {
        const model::DetailGeometry geometry = laidOut(u"a wf1 sms@0 delivered@0 wrong@0 now@%1"_s.arg(now));
        for (const model::DetailText &text : geometry.texts) {
            if (text.at.y() >= geometry.lanes.codesBottom)
                continue; // the time lane is about now
            const qreal end = text.at.x() + textWidth(text.text, text.role);
            QVERIFY2(*geometry.now <= text.at.x() || *geometry.now >= end,
                     qPrintable(u"%1 at %2 s"_s.arg(text.text).arg(now)));
        }
    }
}

void tst_DetailGeometry::stopsTellWhatHappenedInTheOrderOfTime()
{
    const model::DetailGeometry geometry = laidOut(OfTheBoard);
    QStringList sentences;
    for (const model::DetailStop &stop : geometry.stops) {
        sentences << stop.sentence;
        QVERIFY(stop.area.isValid());
    }
    QCOMPARE(sentences,
             QStringList({u"0:00, requested, PIN 1 made"_s, u"0:00, SMS sent"_s, u"0:07, SMS delivered"_s,
                          u"0:21, code 0000, wrong"_s, u"2:00, SMS sent, same PIN"_s, u"2:03, SMS delivered"_s,
                          u"5:00, expires"_s}));
    // Each stands on what it tells.
    QCOMPARE(geometry.stops.at(2).area.center(), QPointF(geometry.travels.front().run.x2, geometry.lanes.messages));
    QCOMPARE(geometry.stops.at(3).area.center().y(), geometry.lanes.codes);
    QCOMPARE(geometry.stops.back().area.center().x(), *geometry.end);
}

void tst_DetailGeometry::whatAnImportDoesNotKnowIsHatchedAndSaid()
{
    const model::DetailGeometry geometry = laidOut(u"a wf1 sms@0 verified@44 imported"_s);
    QCOMPARE(geometry.travels.size(), 1U);
    QCOMPARE(geometry.travels.front().run.form, model::TimelineRun::Form::Unknown);
    QCOMPARE(geometry.travels.front().run.x2, *geometry.end);
    QVERIFY(find(geometry, u"step times are not in the import"_s));
    QVERIFY(!find(geometry, u"EUR 0.014"_s)); // nor is it known what was paid
    QVERIFY(!find(geometry, u"EUR 0.050"_s));
    QVERIFY(geometry.cuts.empty() || geometry.cuts.back().strip.right() <= *geometry.end); // and what would have come
    QCOMPARE(line(dump(geometry), u"marks"_s).count(u"planned"_s), 0);
    QStringList sentences;
    for (const model::DetailStop &stop : geometry.stops)
        sentences << stop.sentence;
    QVERIFY(sentences.contains(u"0:00, step times are not in the import"_s));
    QVERIFY(!sentences.join(u' ').contains(u"SMS sent"));
}

void tst_DetailGeometry::theWordOfACodeEndsBeforeACut()
{
    for (const qreal width : {440.0, 600.0, 808.0}) {
        const model::DetailGeometry geometry = laidOut(OfTheBoard, width);
        const model::DetailText *word = find(geometry, u"wrong"_s);
        if (!word)
            continue;
        const qreal end = word->at.x() + textWidth(word->text, word->role);
        for (const model::DetailCut &cut : geometry.cuts)
            QVERIFY(end <= cut.strip.left() || word->at.x() >= cut.strip.right());
    }
}

void tst_DetailGeometry::theHeightDoesNotDependOnTheRecord()
{
    QCOMPARE(laidOut(OfTheBoard).lanes.height, laidOut(u"a wf1 sms@0 now@1"_s).lanes.height);
    QCOMPARE(laidOut(OfTheBoard).lanes.height, model::detailLanes(1).height);
}

void tst_DetailGeometry::lengthsGrowWithTheScale()
{
    const model::WrittenTimeline row = model::timelineFromText(OfTheBoard).front();
    const auto doubled = [](const QString &text, model::TextRole role) { return 2 * textWidth(text, role); };
    const auto once = model::layOutDetail(*row.record, {808, row.now, false, false, 1, textWidth});
    const auto twice = model::layOutDetail(*row.record, {1616, row.now, false, false, 2, doubled});
    QCOMPARE(twice.lanes.height, 2 * once.lanes.height);
    QCOMPARE(*twice.end, 2 * *once.end);
    QCOMPARE(twice.texts.size(), once.texts.size());
    for (std::size_t i = 0; i < once.texts.size(); ++i)
        QVERIFY(qAbs(twice.texts[i].at.x() - 2 * once.texts[i].at.x()) <= 1); // marks stand on whole pixels
}

PINPATH_TEST(tst_DetailGeometry, "tst_detailgeometry")

} // namespace tst_detailgeometry

#include "tst_detailgeometry.moc"
