// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/axis.h"
#include "model/timeline/ruler.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_axis {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Instant;
using model::Ruler;
using model::TimeAxis;

class tst_Axis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBoardAt1440PutsZeroAt524AndTheEndAt1308();
    void theFirstMinuteGetsAThirdOfTenMinutes();
    void aPixelTellsTheTimeItStandsFor_data();
    void aPixelTellsTheTimeItStandsFor();
    void compressedTicksEndWithTheRange();
    void evenTicksKeepTheirDistance();
    void ticksOfTheDayAreWholeMinutesOfTheDay();
    void timeOfDayPlacesEachRowAtItsOwnStart();
    void aTickOfTheClockMovesNoAxis();
    void theRangeFollowsWhatItIsTold();
    void aWorkflowLivesAsLongAsItIsPlanned();
};

QStringList labels(const std::vector<model::AxisTick> &ticks)
{
    QStringList labels;
    for (const model::AxisTick &tick : ticks)
        labels << tick.label;
    return labels;
}

constexpr qreal ColumnLeft = 500; // of the timeline, on a page 1368 px wide
constexpr qreal ColumnWidth = 868;

void tst_Axis::theBoardAt1440PutsZeroAt524AndTheEndAt1308()
{
    const TimeAxis axis = Ruler().axis(ColumnWidth, 1);
    QCOMPARE(ColumnLeft + axis.xAt(0s), 524.0);
    QCOMPARE(ColumnLeft + axis.xAt(10min + 5s), 1308.0);
    // As drawn: the ticks, measured in the picture of the Board.
    QCOMPARE(qRound(ColumnLeft + axis.xAt(10s)), 598);
    QCOMPARE(qRound(ColumnLeft + axis.xAt(30s)), 702);
    QCOMPARE(qRound(ColumnLeft + axis.xAt(1min)), 806);
    QCOMPARE(qRound(ColumnLeft + axis.xAt(2min)), 937);
    QCOMPARE(qRound(ColumnLeft + axis.xAt(5min)), 1140);
}

void tst_Axis::theFirstMinuteGetsAThirdOfTenMinutes()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Compressed, 10min, 0, 900);
    QVERIFY(axis.xAt(1min) > 300);
    QVERIFY(axis.xAt(1min) < 340);
}

void tst_Axis::aPixelTellsTheTimeItStandsFor_data()
{
    QTest::addColumn<TimeAxis::Kind>("kind");
    QTest::newRow("compressed") << TimeAxis::Kind::Compressed;
    QTest::newRow("even") << TimeAxis::Kind::Even;
}

void tst_Axis::aPixelTellsTheTimeItStandsFor()
{
    QFETCH(TimeAxis::Kind, kind);
    const auto axis = TimeAxis::sinceRequest(kind, 605s, 24, 808);
    for (const engine::milliseconds time : {0ms, 1ms, 7'300ms, 125'000ms, 605'000ms})
        QCOMPARE(axis.timeAt(axis.xAt(time)), time);
    for (qreal x = 25; x <= 808; ++x)
        QVERIFY(axis.timeAt(x) > axis.timeAt(x - 1));
}

void tst_Axis::compressedTicksEndWithTheRange()
{
    const auto upTo = [](engine::milliseconds range) {
        return labels(TimeAxis::sinceRequest(TimeAxis::Kind::Compressed, range, 0, 800).ticks());
    };
    const QStringList fiveMinutes{u"0"_s, u"10 s"_s, u"30 s"_s, u"1 min"_s, u"2 min"_s, u"5 min"_s};
    QCOMPARE(upTo(5min), fiveMinutes);
    QCOMPARE(upTo(605s), fiveMinutes + QStringList{u"10 min"_s});
    QCOMPARE(upTo(90min), fiveMinutes + QStringList({u"10 min"_s, u"30 min"_s, u"60 min"_s}));
}

void tst_Axis::evenTicksKeepTheirDistance()
{
    const auto axis = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 605s, 24, 808);
    QCOMPARE(labels(axis.ticks()), QStringList({u"0"_s, u"2 min"_s, u"4 min"_s, u"6 min"_s, u"8 min"_s, u"10 min"_s}));
    const auto ticks = axis.ticks(40);
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QVERIFY(ticks[i].x - ticks[i - 1].x >= 40);
    QCOMPARE(ticks.at(1).label, u"1 min"_s);
}

void tst_Axis::ticksOfTheDayAreWholeMinutesOfTheDay()
{
    const Instant from(14h + 7min + 12s);
    const auto axis = TimeAxis::timeOfDay(from, from + 1h, 0, 400);
    QCOMPARE(labels(axis.ticks()), QStringList({u"14:15"_s, u"14:30"_s, u"14:45"_s, u"15:00"_s}));
    QCOMPARE(qRound(axis.ticks().front().x), qRound(400 * (7 * 60 + 48) / 3600.0));
}

void tst_Axis::timeOfDayPlacesEachRowAtItsOwnStart()
{
    const Instant from(14h);
    const auto axis = TimeAxis::timeOfDay(from, from + 100s, 0, 1000);
    QCOMPARE(axis.xOf(from + 20s, from + 20s), 200.0);
    QCOMPARE(axis.xOf(from + 30s, from + 20s), 300.0);
    const auto sinceRequest = TimeAxis::sinceRequest(TimeAxis::Kind::Even, 100s, 0, 1000);
    QCOMPARE(sinceRequest.xOf(from + 30s, from + 20s), 100.0);
}

void tst_Axis::aTickOfTheClockMovesNoAxis()
{
    Ruler ruler;
    const TimeAxis before = ruler.axis(ColumnWidth, 1);
    QSignalSpy changed(&ruler, &Ruler::changed);
    ruler.setNow(Instant(5h), true);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(ruler.axis(ColumnWidth, 1), before);
    QCOMPARE(ruler.now(), Instant(5h));
    QVERIFY(ruler.isPaused());
}

void tst_Axis::theRangeFollowsWhatItIsTold()
{
    Ruler ruler;
    QSignalSpy changed(&ruler, &Ruler::changed);
    ruler.setRange(300s);
    ruler.setRange(300s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(ruler.axis(ColumnWidth, 1).xAt(300s), 808.0);
    ruler.setMode(Ruler::Mode::SinceRequestEven);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(ruler.axis(ColumnWidth, 1).xAt(150s), 416.0);
    ruler.setDay(Instant(1h), Instant(2h)); // not shown
    QCOMPARE(changed.count(), 2);
    ruler.setMode(Ruler::Mode::TimeOfDay);
    QCOMPARE(ruler.axis(ColumnWidth, 1).xOf(Instant(2h), Instant(90min)), 808.0);
}

void tst_Axis::aWorkflowLivesAsLongAsItIsPlanned()
{
    const auto length = [](engine::WorkflowId id, engine::Timing timing = {}) {
        return model::plannedLength(*engine::standardWorkflow(id, engine::Dialect::Vonage, timing));
    };
    QCOMPARE(length(1), engine::milliseconds(605s));
    QCOMPARE(length(4), engine::milliseconds(300s));
    QCOMPARE(length(6, {std::nullopt, 3600s}), engine::milliseconds(1h));
}

PINPATH_TEST(tst_Axis, "tst_axis")

} // namespace tst_axis

#include "tst_axis.moc"
