// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/ruler.h"
#include "model/timeline/timelinegeometry.h"
#include "model/timeline/timelinetext.h"
#include "tests/support/layoutdump.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_timelinegeometry {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::TimeAxis;
using tests::dump;
using tests::line;

class tst_TimelineGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFormOfARowIsLaidOutAsDrawn_data();
    void eachFormOfARowIsLaidOutAsDrawn();
    void theSelectedRowOfTheBoardStandsWhereItIsDrawn();
    void thinUntilTheSmsIsAtThePhone();
    void noPinIsValidBetweenItsEndAndTheNextMessage();
    void aPinThatIsOnItsWayAgainIsThin();
    void nothingIsDrawnAfterTheEnd();
    void aReportAfterTheEndChangesNoLine();
    void aVoiceStopsWhenTheCodeIsAccepted();
    void marksThatWouldTouchMoveRightNeverLeft();
    void theLineFollowsAMarkThatMoved();
    void aDeliveryTimeNeedsRoom();
    void aDeliveryTimeThatWouldTouchAMarkGoes();
    void crossesThatWouldTouchMerge();
    void aCrossKeepsClearOfTheBubbleBeforeIt();
    void messagesThatWouldMoveByMoreThanTheirWidthMerge();
    void aMessageWhoseCodeWasUsedIsSeenAmongMergedOnes();
    void nowStandsAtTheEndWhenTheEngineIsLate();
    void aClockThatIsBehindTheRequestShowsItsBeginning();
    void marksKeepTheirDistanceOnEveryAxis();
    void aRowOfTheDayStandsAtItsTime();
};

qreal captionWidth(const QString &text)
{
    return 6.0 * double(text.size());
}

model::WrittenTimeline written(const QString &text)
{
    return model::timelineFromText(text).front();
}

QStringList laidOut(const QString &text, const TimeAxis &axis = model::Ruler().axis(868, 1))
{
    const model::WrittenTimeline row = written(text);
    return dump(model::layOut(*row.record, {axis, row.now, row.isPaused, 1, captionWidth}));
}

void tst_TimelineGeometry::eachFormOfARowIsLaidOutAsDrawn_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("on its way, then at the phone")
        << u"on its way, then at the phone: wf1 sms@0 delivered@12 now@39"_s
        << QStringList{u"running"_s, u"line thin 24-110 thick 110-238 dotted 238-808"_s,
                       u"marks sms-delivered@24 call-planned@446 call-planned@644 expiry@808"_s, u"labels 12 s@71"_s,
                       u"now@238"_s};
    QTest::newRow("paused") << u"paused: wf4 sms@0 delivered@6 wrong@21 now@39 paused"_s
                            << QStringList{u"running"_s,
                                           u"line thin 24-71 thick 71-238 dotted 238-640"_s,
                                           u"marks sms-delivered@24 sms-planned@437 expiry@640"_s,
                                           u"codes x@160"_s,
                                           u"labels 6 s@51"_s,
                                           u"paused@238"_s};
    QTest::newRow("rings, is answered, speaks")
        << u"rings, is answered, speaks: wf7 call@0 answered@9 verified@30"_s
        << QStringList{u"ended"_s, u"line rings 24-91 speaks 91-184 thick 184-202"_s,
                       u"marks call-used@24 verified@202"_s};
    QTest::newRow("rings in vain") << u"rings in vain: wf3 call@0 unanswered@25 now@73"_s
                                   << QStringList{
                                          u"running"_s, u"line rings-in-vain 24-180 thin 180-341 dotted 341-640"_s,
                                          u"marks call-unanswered@24 call-planned@484 expiry@640"_s, u"now@341"_s};
    QTest::newRow("two wrong codes that would touch")
        << u"two wrong codes that would touch: wf5 sms@0 delivered@5 wrong@25 wrong@26 failed@45"_s
        << QStringList{u"ended"_s, u"line thin 24-64 thick 64-259"_s, u"marks sms-delivered@24 failed@259"_s,
                       u"codes x@180×2"_s, u"labels 5 s@48"_s};
    QTest::newRow("second PIN: double line")
        << u"second PIN: double line: wf1 sms@0 delivered@10 call@125 unanswered@150 call@305 answered@308 expired@605"_s
        << QStringList{
               u"ended"_s,
               u"line thin 24-98 thick 98-446 rings-in-vain 446-484 thick 484-640 dotted 640-644 rings 644-646 speaks 646-659 double 659-808"_s,
               u"marks sms-delivered@24 call-unanswered@446 call-answered@644 expired@808"_s, u"labels 10 s@65"_s};
    QTest::newRow("third PIN: triple line, waits of 120 s")
        << u"third PIN: triple line, waits of 120 s: wf2 wait=120 pin=120 sms@0 delivered@6 sms@120 delivered@121 call@240 answered@243 expired@360"_s
        << QStringList{
               u"ended"_s,
               u"line thin 24-71 thick 71-437 thin 437-439 double 439-588 rings 588-591 speaks 591-607 triple 607-683"_s,
               u"marks sms-delivered@24 sms-delivered@437 call-answered@588 expired@683"_s, u"labels 6 s@51"_s};
    QTest::newRow("imported: step times not known")
        << u"imported: step times not known: wf1 sms@0 verified@44 imported"_s
        << QStringList{u"ended"_s, u"line unknown 24-256"_s, u"marks sms@24 verified@256"_s};
}

void tst_TimelineGeometry::eachFormOfARowIsLaidOutAsDrawn()
{
    QFETCH(QString, row);
    QFETCH(QStringList, expected);
    QCOMPARE(laidOut(row).join(u'\n'), expected.join(u'\n'));
}

void tst_TimelineGeometry::theSelectedRowOfTheBoardStandsWhereItIsDrawn()
{
    // On the page, as measured in the picture: the column begins at 500.
    const QStringList row = laidOut(u"a wf4 sms@0 delivered@7 wrong@21 sms@120 delivered@123 now@137"_s);
    QCOMPARE(line(row, u"marks"_s), u"marks sms-delivered@24 sms-delivered@437 expiry@640"_s); // 524, 937, 1140
    QCOMPARE(line(row, u"codes"_s), u"codes x@160"_s); // 660
    QCOMPARE(row.last(), u"now@465"_s); // 965
}

void tst_TimelineGeometry::thinUntilTheSmsIsAtThePhone()
{
    QCOMPARE(line(laidOut(u"a wf1 sms@0 now@30"_s), u"line"_s), u"line thin 24-202 dotted 202-808"_s);
    QCOMPARE(line(laidOut(u"a wf1 sms@0 delivered@10 now@30"_s), u"line"_s),
             u"line thin 24-98 thick 98-202 dotted 202-808"_s);
}

void tst_TimelineGeometry::noPinIsValidBetweenItsEndAndTheNextMessage()
{
    // Even, 1 px a second: PIN 1 ends at 300 s, the next message brings PIN 2 at 305 s.
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 605s, 0, 605);
    const QStringList row
        = laidOut(u"a wf1 sms@0 delivered@5 call@125 unanswered@150 call@305 answered@312 now@400"_s, axis);
    const QString runs = line(row, u"line"_s);
    QVERIFY2(runs.contains(u"thick 150-300 dotted 300-305 rings 305-312"), qPrintable(runs));
}

void tst_TimelineGeometry::aPinThatIsOnItsWayAgainIsThin()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 605s, 0, 605);
    const QString runs
        = line(laidOut(u"a wf2 wait=120 pin=120 sms@0 delivered@20 sms@120 delivered@150 now@200"_s, axis), u"line"_s);
    QCOMPARE(runs, u"line thin 0-20 thick 20-120 thin 120-150 double 150-200 dotted 200-360"_s);
}

void tst_TimelineGeometry::nothingIsDrawnAfterTheEnd()
{
    const QStringList row = laidOut(u"a wf1 sms@0 delivered@7 verified@17"_s);
    QCOMPARE(row,
             QStringList({u"ended"_s, u"line thin 24-78 thick 78-139"_s, u"marks sms-used@24 verified@139"_s,
                          u"labels 7 s@55"_s}));
}

void tst_TimelineGeometry::aReportAfterTheEndChangesNoLine()
{
    const QString before = u"a wf2 sms@0 sms@5 cancelled@60"_s;
    const QString after = before + u" delivered@90"_s;
    QCOMPARE(line(laidOut(after), u"line"_s), line(laidOut(before), u"line"_s));
    QCOMPARE(line(laidOut(after), u"labels"_s), QString());
}

void tst_TimelineGeometry::aVoiceStopsWhenTheCodeIsAccepted()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 300s, 0, 300);
    QCOMPARE(line(laidOut(u"a wf7 call@0 answered@10 verified@13"_s, axis), u"line"_s),
             u"line rings 0-10 speaks 10-16"_s); // the end's mark moved right, and the voice with it
}

void tst_TimelineGeometry::marksThatWouldTouchMoveRightNeverLeft()
{
    QCOMPARE(line(laidOut(u"a wf2 sms@0 delivered@1 sms@2 delivered@3 call@4 answered@5 verified@6"_s), u"marks"_s),
             u"marks sms-delivered@24 sms-delivered@41 call-used@57 verified@73"_s);
}

void tst_TimelineGeometry::theLineFollowsAMarkThatMoved()
{
    const QString runs = line(laidOut(u"a wf2 sms@0 delivered@1 sms@1.5 now@60"_s), u"line"_s);
    QCOMPARE(runs, u"line thin 24-32 thick 32-306 dotted 306-752"_s);
    // The second message stands at 40 though its time lies at 37; what follows it begins there.
    QCOMPARE(line(laidOut(u"a wf2 sms@0 lost@1 sms@1.5 delivered@1.6 verified@60"_s), u"line"_s),
             u"line thin 24-40 thick 40-306"_s);
}

void tst_TimelineGeometry::aDeliveryTimeNeedsRoom()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 100s, 0, 1000); // 10 px a second
    QCOMPARE(line(laidOut(u"a wf6 sms@0 delivered@3.1 verified@90"_s, axis), u"labels"_s), QString());
    QCOMPARE(line(laidOut(u"a wf6 sms@0 delivered@3.2 verified@90"_s, axis), u"labels"_s), u"labels 3 s@20"_s);
}

void tst_TimelineGeometry::aDeliveryTimeThatWouldTouchAMarkGoes()
{
    // Late by 260 s, with the second message in the middle of its way.
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 300s, 0, 900);
    QCOMPARE(line(laidOut(u"a wf4 sms@0 sms@120 delivered@240 now@260"_s, axis), u"labels"_s), QString());
    QCOMPARE(line(laidOut(u"a wf4 sms@0 sms@120 delivered@200 now@260"_s, axis), u"labels"_s), u"labels 3:20@304"_s);
}

void tst_TimelineGeometry::crossesThatWouldTouchMerge()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 300s, 0, 300); // 1 px a second
    const auto codes
        = [&](const QString &times) { return line(laidOut(u"a wf6 sms@0 delivered@2 "_s + times, axis), u"codes"_s); };
    QCOMPARE(codes(u"wrong@100 wrong@109 now@200"_s), u"codes x@100 x@109"_s);
    QCOMPARE(codes(u"wrong@100 wrong@108 now@200"_s), u"codes x@100×2"_s);
    // The third one ends it: the octagon stands for it.
    QCOMPARE(codes(u"wrong@100 wrong@108 failed@180"_s), u"codes x@100×2"_s);
}

void tst_TimelineGeometry::aCrossKeepsClearOfTheBubbleBeforeIt()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 300s, 0, 300);
    QCOMPARE(line(laidOut(u"a wf6 sms@0 delivered@2 wrong@5 now@200"_s, axis), u"codes"_s), u"codes x@12"_s);
}

void tst_TimelineGeometry::messagesThatWouldMoveByMoreThanTheirWidthMerge()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 3600s, 0, 360); // 10 s a pixel
    const QStringList row = laidOut(u"a wf2 sms@0 delivered@1 sms@2 delivered@3 call@4 now@600"_s, axis);
    QCOMPARE(line(row, u"marks"_s), u"marks sms-delivered@0 call-sent@16×2 expiry@30"_s);
    QCOMPARE(line(row, u"labels"_s), u"labels ×2@30"_s);
}

void tst_TimelineGeometry::aMessageWhoseCodeWasUsedIsSeenAmongMergedOnes()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 3600s, 0, 360);
    QCOMPARE(
        line(laidOut(u"a wf2 sms@0 lost@1 sms@2 delivered@3 call@4 unanswered@29 verified@200"_s, axis), u"marks"_s),
        u"marks sms-lost@0 sms-used@16×2 verified@32"_s);
}

void tst_TimelineGeometry::nowStandsAtTheEndWhenTheEngineIsLate()
{
    QCOMPARE(laidOut(u"a wf4 sms@0 delivered@2 sms@120 now@310"_s).last(), u"now@640"_s);
}

void tst_TimelineGeometry::aClockThatIsBehindTheRequestShowsItsBeginning()
{
    const QStringList row = laidOut(u"a wf4 sms@0 now@-3"_s);
    QCOMPARE(line(row, u"line"_s), u"line dotted 24-640"_s);
    QCOMPARE(row.last(), u"now@24"_s);
}

void tst_TimelineGeometry::marksKeepTheirDistanceOnEveryAxis()
{
    const QStringList rows{u"a wf1 sms@0 lost@2 call@3 unanswered@28 call@29 answered@31 wrong@32 verified@33"_s,
                           u"b wf2 sms@0 delivered@1 sms@1 delivered@1 call@1 answered@1 now@2"_s,
                           u"c wf5 sms@0 delivered@2 cancelled@31"_s, u"d wf1 sms@0 now@1"_s};
    for (const QString &row : rows) {
        for (const engine::seconds range : {60s, 605s, 5400s}) {
            for (const auto kind : {TimeAxis::Kind::Compressed, TimeAxis::Kind::Even}) {
                const model::WrittenTimeline timeline = written(row);
                const auto axis = TimeAxis::sinceRequest(kind, range, 24, 808);
                const auto geometry = model::layOut(*timeline.record, {axis, timeline.now, false, 1, captionWidth});
                for (std::size_t i = 1; i < geometry.marks.size(); ++i) {
                    const bool isBar = geometry.marks[i].symbol == model::Symbol::Expiry;
                    QVERIFY(geometry.marks[i].x - geometry.marks[i - 1].x >= (isBar ? 10 : 16));
                }
                for (std::size_t i = 1; i < geometry.runs.size(); ++i)
                    QCOMPARE(geometry.runs[i].x1, geometry.runs[i - 1].x2);
            }
        }
    }
}

void tst_TimelineGeometry::aRowOfTheDayStandsAtItsTime()
{
    const auto axis = TimeAxis::timeOfDay(engine::Instant(14h), engine::Instant(15h), 0, 3600);
    QCOMPARE(line(laidOut(u"a wf6 start=50414 sms@0 delivered@50 verified@100"_s, axis), u"marks"_s),
             u"marks sms-used@14 verified@114"_s);
}

PINPATH_TEST(tst_TimelineGeometry, "tst_timelinegeometry")

} // namespace tst_timelinegeometry

#include "tst_timelinegeometry.moc"
