// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/costchart.h"
#include "model/compare/pairtable.h"
#include "model/compare/timechart.h"
#include "model/compare/trendchart.h"
#include "tests/support/comparisons.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <map>

namespace tst_comparecharts {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Market;
using engine::Verdict;
using tests::market;

Verdict judged(const Market &market)
{
    return judge(market, {}, tests::ManualTime::Start);
}

// Half of the verified within 10 s, the others within 40 s.
Market timed(std::initializer_list<tests::Counts> counts)
{
    Market all = market("IN", counts);
    for (engine::WorkflowTally &tally : all.workflows)
        tally.verifiedIn = {{10, tally.verified / 2}, {40, tally.verified - tally.verified / 2}};
    return all;
}

model::TimeChart timeChart(const Market &market)
{
    return model::timeChart(market, judged(market), 1);
}

// Every request of a workflow cost as much as is said here, in thousandths of a EUR.
Market priced(Market market, const std::map<engine::WorkflowId, std::int64_t> &milli)
{
    for (engine::WorkflowTally &tally : market.workflows) {
        const engine::Money each = engine::Money::fromMilli(milli.at(tally.id()));
        tally.cost.all = each * tally.ended();
        tally.cost.ofVerified = each * tally.verified;
        tally.cost.squares = each.toDouble() * each.toDouble() * double(tally.ended());
    }
    return market;
}

model::CostChart costChart(const Market &market)
{
    return model::costChart(market, judged(market), 1);
}

constexpr engine::Instant Monday = engine::fromMilliseconds(1'795'392'000'000); // 23 November 2026

model::TrendChart trendChart(const Market &market, std::optional<engine::Instant> now = Monday + std::chrono::weeks(4))
{
    return model::trendChart(market, judged(market), now);
}

class tst_CompareCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCurveSaysWhatWasVerifiedByWhen()
    {
        const model::TimeChart chart = timeChart(timed({{1, 4520, 5790}, {2, 4766, 5646}}));
        QCOMPARE(chart.lines.size(), std::size_t(2));
        const model::TimeLine &best = chart.lines.front();
        QCOMPARE(best.line.workflow, engine::WorkflowId(2));
        QCOMPARE(best.sentence(9s), u"Workflow 2: 0.0 % verified by 9 s"_s);
        QCOMPARE(best.sentence(10s), u"Workflow 2: 42.2 % verified by 10 s, 95 % interval 40.9 to 43.5 %"_s);
        QCOMPARE(best.sentence(605s), u"Workflow 2: 84.4 % verified by 10:05, 95 % interval 83.4 to 85.3 %"_s);
        const model::TimeChart few = timeChart(timed({{1, 2, 3}}));
        QVERIFY(few.lines.empty()); // too few for a rate are too few for a curve
        QCOMPARE(few.words.waits, u"Waits for 30 ended with a workflow."_s);
        QCOMPARE(timeChart(timed({{1, 4520, 5790}, {2, 2, 3}})).lines.size(), std::size_t(1));
    }

    void messagesLeaveWhenThePlanSays()
    {
        const model::TimeChart chart = timeChart(timed({{1, 4520, 5790}, {2, 4766, 5646}, {3, 634, 1655}}));
        QCOMPARE(chart.lanes.size(), std::size_t(2));
        const model::DispatchLane &best = chart.lanes[0];
        QCOMPARE(best.line.workflow, engine::WorkflowId(2));
        QCOMPARE(best.dispatches.size(), std::size_t(3));
        QCOMPARE(best.dispatches[1].at, engine::milliseconds(125s));
        QCOMPARE(best.dispatches[2].at, engine::milliseconds(305s));
        QCOMPARE(best.dispatches[2].channel, engine::Channel::Tts);
        QCOMPARE(best.life, engine::milliseconds(605s));
        QCOMPARE(chart.lanes[1].line.workflow, engine::WorkflowId(1)); // that the best is compared with
    }

    void halfIsOfAllThatEnded()
    {
        const model::TimeChart chart = timeChart(timed({{1, 600, 1000}, {2, 400, 1000}}));
        QVERIFY(chart.half);
        QCOMPARE(chart.half->workflow, engine::WorkflowId(1));
        QCOMPARE(chart.half->words, u"half by 40 s"_s);
        QCOMPARE(chart.words.finding, u"Time to verify: half of all requests within 40 s with workflow 1."_s);
        QVERIFY(!timeChart(timed({{1, 400, 1000}})).half);
    }

    void aBandIsDrawnWhereItCanBeSeen()
    {
        const model::TimeChart many = timeChart(timed({{1, 9000, 10'000}, {2, 8000, 10'000}}));
        QVERIFY(!many.hasBands);
        QVERIFY2(many.words.note.endsWith(u"95 % lies within the line"_s), qPrintable(many.words.note));
        const model::TimeChart few = timeChart(timed({{1, 203, 251}, {2, 201, 246}}));
        QVERIFY(few.hasBands);
        QVERIFY2(few.words.note.endsWith(u"band: Wilson 95 %"_s), qPrintable(few.words.note));
    }

    void theTableOfTimesHoldsEveryMoment()
    {
        const model::TimeChart chart = timeChart(timed({{1, 4520, 5790}, {2, 4766, 5646}}));
        QCOMPARE(chart.moments, (std::vector<engine::seconds>{10s, 30s, 60s, 120s, 300s, 605s}));
        QCOMPARE(chart.valueCount(), 12);
        const model::ChartTwin &twin = chart.words.twin;
        QCOMPARE(twin.heads.mid(3, 3),
                 (QStringList{u"Half verified by"_s, u"Verified by 10 s, %"_s, u"Verified by 30 s, %"_s}));
        QCOMPARE(twin.rows.front(),
                 (QStringList{u"2"_s, u"5,646"_s, u"SMS 0:00, SMS 2:05, call 5:05"_s, u"40 s"_s, u"42.2"_s, u"42.2"_s,
                              u"84.4"_s, u"84.4"_s, u"84.4"_s, u"84.4"_s, u"83.4"_s, u"85.3"_s}));
        QCOMPARE(twin.rows.front().size(), twin.heads.size());
    }

    void theAxisCoversTheLongestLife()
    {
        const model::TimeChart shorter = timeChart(timed({{4, 80, 100}, {6, 70, 100}}));
        QCOMPARE(shorter.axis.xAt(shorter.lines.front().life), 1.0);
        const model::TimeChart both = timeChart(timed({{4, 80, 100}, {1, 70, 100}}));
        QVERIFY(both.axis.xAt(both.lines.front().life) < 1);
    }

    void timesWaitForTheFirstToEnd()
    {
        const model::TimeChart none = timeChart(timed({{1, 0, 0}}));
        QVERIFY(none.lines.empty());
        QCOMPARE(none.words.waits, u"Waits for 30 ended with a workflow."_s);
    }

    void costsArePerThousandVerifiedUsers()
    {
        // 70 of 100 verified at EUR 0.07 a request: EUR 0.1 a user.
        const model::CostChart chart
            = costChart(priced(market("IN", {{1, 70, 100}, {2, 80, 100}}), {{1, 70}, {2, 60}}));
        QCOMPARE(chart.points.size(), std::size_t(2));
        QCOMPARE(chart.points[0].line.workflow, engine::WorkflowId(2));
        QCOMPARE(chart.points[1].cost, 100.0);
        QCOMPARE(chart.points[1].percent, 70.0);
        QVERIFY(chart.points[1].isToday && !chart.points[0].isToday);
        QVERIFY2(chart.points[1].spoken.startsWith(
                     u"Workflow 1: 70 % verified, EUR 100.0 per 1,000 verified users, 95 % interval "_s),
                 qPrintable(chart.points[1].spoken));
        QVERIFY(chart.points[1].spoken.endsWith(u", today's"_s));
        for (const model::CostPoint &point : chart.points) {
            QVERIFY(chart.cost.contains(point.costInterval.low) && chart.cost.contains(point.costInterval.high));
            QVERIFY(chart.percent.contains(point.percentInterval.low));
            QVERIFY(chart.percent.contains(point.percentInterval.high));
        }
        QCOMPARE(chart.words.twin.rows.back().mid(0, 3), (QStringList{u"1"_s, u"100"_s, u"70"_s}));
        QCOMPARE(chart.words.twin.rows.back().at(5), u"100.0"_s);
        QCOMPARE(chart.words.twin.rows.back().size(), chart.words.twin.heads.size());
    }

    void anAxisThatStartsAboveZeroSaysSo()
    {
        const auto chart = costChart(priced(market("IN", {{1, 7000, 10'000}, {2, 7100, 10'000}}), {{1, 70}, {2, 60}}));
        QVERIFY(chart.cost.from > 0 && chart.percent.from > 0);
        QVERIFY2(chart.words.note.startsWith(u"Axes start above 0."_s), qPrintable(chart.words.note));
    }

    void whatIsFarOffIsWrittenAtTheEdge()
    {
        const auto chart = costChart(priced(market("IN", {{1, 7000, 10'000}, {2, 7100, 10'000}, {3, 3000, 10'000}}),
                                            {{1, 70}, {2, 70}, {3, 70}}));
        QCOMPARE(chart.far, QStringList{u"3: 30.0 % at EUR 233.3 →"_s});
        QVERIFY(!chart.points.back().isShown);
        QVERIFY(chart.percent.from >= 50);
    }

    void costsThatNobodyKnowsAreNotDrawn()
    {
        QCOMPARE(costChart(market("IN", {{1, 70, 100}})).words.waits, u"What these requests cost is not known."_s);
        QCOMPARE(costChart(market("IN", {{1, 2, 3}})).words.waits, u"Waits for 30 ended in a workflow."_s);
    }

    void weeksFollowWithoutGaps()
    {
        Market one = market("IN", {{1, 60, 100}, {2, 30, 40}});
        one.workflows[0].weeks = {{Monday, 40, 60}, {Monday + std::chrono::weeks(2), 20, 40}};
        one.workflows[1].weeks = {{Monday + std::chrono::weeks(1), 12, 20}, {Monday + std::chrono::weeks(2), 18, 20}};
        const model::TrendChart chart = trendChart(one);
        QCOMPARE(chart.weeks, (QStringList{u"23 Nov"_s, u"30 Nov"_s, u"7 Dec"_s}));
        QCOMPARE(chart.rows.size(), std::size_t(2));
        const model::TrendRow &second = chart.rows[0]; // the higher rate
        QCOMPARE(second.line.workflow, engine::WorkflowId(2));
        QCOMPARE(second.weeks.size(), std::size_t(3));
        QCOMPARE(second.weeks[0].ended, 0);
        QCOMPARE(second.weeks[0].spoken, u"Workflow 2, week from 23 Nov: none ended"_s);
        QVERIFY(!second.weeks[1].isEnough);
        QCOMPARE(second.weeks[1].spoken,
                 u"Workflow 2, week from 30 Nov: 12 of 20 verified, 95 % interval 39 to 78 %, 20 ended"_s);
        QVERIFY(chart.rows[1].weeks[0].isEnough);
        QCOMPARE(chart.rows[1].weeks[2].percent, 50.0);
        QCOMPARE(chart.rows[1].latest, u"50 %"_s);
        Market ended = one; // another week's figure would stand beside the last one's
        ended.workflows[0].weeks.pop_back();
        QCOMPARE(trendChart(ended).rows[1].latest, u"–"_s);
        QCOMPARE(chart.words.twin.rows.size(), 4); // none of a week without any
        QVERIFY(!chart.words.note.contains(u"not over"_s));
        QVERIFY(trendChart(one, Monday + std::chrono::days(16)).words.note.contains(u"; the last is not over"_s));
        QVERIFY(!trendChart(one, std::nullopt).words.note.contains(u"not over"_s)); // closed
    }

    void oneWeekIsNoTrend()
    {
        Market one = market("IN", {{1, 60, 100}});
        one.workflows[0].weeks = {{Monday, 60, 100}};
        QCOMPARE(trendChart(one).words.waits, u"Waits for requests of a second week."_s);
        QVERIFY(trendChart(one).rows.empty());
    }

    void pairsHaveTheirTests()
    {
        const model::PairTable table = model::pairTable(market("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 20, 40}}));
        QCOMPARE(table.rows.size(), std::size_t(3));
        const model::PairRow &best = table.rows.front();
        QCOMPARE(best.points, u"+6.3"_s);
        QCOMPARE(best.between, u"4.9 to 7.8"_s);
        QCOMPARE(best.fisher, u"< 0.001"_s);
        QVERIFY(best.isDecided);
        QVERIFY2(
            best.spoken.startsWith(
                u"Workflow 2 against 1: +6.3 points, between 4.9 and 7.8; p < 0.001 by Fisher, < 0.001 after Holm"_s),
            qPrintable(best.spoken));
        QCOMPARE(table.words.twin.rows.front().size(), table.words.twin.heads.size());
        QCOMPARE(table.words.finding, u"All pairs: 3 of 3 differ at the 5 % level after Holm, looked at once."_s);
        QVERIFY(!model::pairTable(market("IN", {{1, 203, 251}, {2, 201, 246}})).rows.front().isDecided);
        QCOMPARE(model::pairTable(market("IN", {{1, 203, 251}})).words.waits,
                 u"Waits for 30 ended in each of two workflows."_s);
    }

    void probabilitiesAreWrittenWithThreeDigits()
    {
        QCOMPARE(model::probability(0.0004), u"< 0.001"_s);
        QCOMPARE(model::probability(0.0231), u"0.023"_s);
        QCOMPARE(model::probability(1), u"1"_s);
    }
};

PINPATH_TEST(tst_CompareCharts, "tst_comparecharts")

} // namespace tst_comparecharts

#include "tst_comparecharts.moc"
