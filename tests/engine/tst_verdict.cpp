// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/countrymix.h"
#include "engine/statistics/timemix.h"
#include "engine/statistics/verdict.h"
#include "tests/support/manualtime.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>

namespace tst_verdict {

using namespace engine;
using namespace std::chrono_literals;

constexpr Instant Until = tests::ManualTime::Start;

struct Counts {
    WorkflowId id;
    std::int64_t verified;
    std::int64_t ended;
};

Market market(const std::string &country, std::initializer_list<Counts> counts)
{
    Market market{country, {}};
    for (const Counts &each : counts) {
        WorkflowTally tally;
        tally.workflow = *standardWorkflow(each.id, Dialect::Vonage);
        tally.requests = each.ended;
        tally.verified = each.verified;
        tally.expired = each.ended - each.verified;
        tally.firstAt = Until - std::chrono::hours(24 * 10);
        market.workflows.push_back(tally);
    }
    return market;
}

Verdict judged(std::initializer_list<Counts> counts, double margin = 0.02)
{
    return judge(market("IN", counts), {1, margin}, Until);
}

using Ids = std::vector<WorkflowId>;

// The rules of ux.md, "Compare": the first that fits.
class tst_Verdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAnEndThereIsNothingToSay() { QCOMPARE(judged({{1, 0, 0}}).finding, Finding::NothingEnded); }

    void underThirtyIsTooFew()
    {
        const Verdict verdict = judged({{1, 2, 3}, {2, 20, 29}});
        QCOMPARE(verdict.finding, Finding::TooFew);
        QCOMPARE(verdict.tooSmall, (Ids{1, 2}));
    }

    void aClosedPeriodIsDecidedSooner()
    {
        const Market market = tst_verdict::market("IN", {{1, 840, 1000}, {2, 800, 1000}});
        QCOMPARE(judge(market, {1, 0.02, Looks::Repeated}, Until).finding, Finding::CannotTell);
        const Verdict once = judge(market, {1, 0.02, Looks::Once}, Until);
        QCOMPARE(once.finding, Finding::Leads);
        QCOMPARE(once.lead, newcombeDifference({840, 1000}, {800, 1000}));
        QVERIFY(sizeForHalfWidth(Looks::Once, .84, .80, .05, .02)
                < sizeForHalfWidth(Looks::Repeated, .84, .80, .05, .02));
    }

    void trafficIsThatOfTheLatestWeeksWithAny()
    {
        constexpr auto Day = std::chrono::hours(24);
        Market market = tst_verdict::market("IN", {{1, 160, 200}, {2, 164, 200}});
        const Instant monday = fromMilliseconds(1'772'409'600'000); // 2 March 2026
        for (WorkflowTally &tally : market.workflows) {
            tally.firstAt = monday - 365 * Day; // a single one, a year before
            tally.lastAt = monday + 28 * Day;
            tally.weeks = {{monday - 364 * Day, 0, 1}};
            for (int week = 0; week < 4; ++week)
                tally.weeks.push_back({monday + week * 7 * Day, 40, 49 + (week == 3)});
        }
        const Verdict verdict = judge(market, {1, 0.02, Looks::Once}, monday + 250 * Day);
        QCOMPARE(verdict.finding, Finding::CannotTell);
        const double perDay = 197.0 / 28;
        QVERIFY(std::abs(*verdict.daysLeft - double(verdict.needed - 200) / perDay) < 1e-6);
    }

    void oneWorkflowAloneCannotBeCompared()
    {
        const Verdict verdict = judged({{1, 25, 30}, {2, 3, 3}});
        QCOMPARE(verdict.finding, Finding::OnlyOne);
        QCOMPARE(verdict.inLead, Ids{1});
        QCOMPARE(verdict.tooSmall, Ids{2});
    }

    void oneLeadsWhenItsIntervalsOverAllOthersLeaveOutZero()
    {
        const Verdict verdict
            = judged({{1, 4520, 5790}, {2, 4766, 5646}, {3, 634, 1655}, {4, 3074, 3847}, {5, 2924, 3862}});
        QCOMPARE(verdict.finding, Finding::Leads);
        QCOMPARE(verdict.inLead, Ids{2});
        QCOMPARE(verdict.behind, (Ids{4, 1, 5, 3}));
        QCOMPARE(verdict.pairs, std::size_t(10));
        QCOMPARE(verdict.comparedWith, WorkflowId(1));
        QVERIFY(std::abs(verdict.lead.interval.low - .035197) < 1e-6);
        QVERIFY(std::abs(verdict.lead.interval.high - .091765) < 1e-6);
    }

    void theBaselineThatLeadsIsComparedWithTheNext()
    {
        const Verdict verdict = judged({{1, 9000, 10'000}, {2, 8000, 10'000}, {3, 4000, 10'000}});
        QCOMPARE(verdict.finding, Finding::Leads);
        QCOMPARE(verdict.comparedWith, WorkflowId(2));
    }

    void theRunnerUpIsTheNextBestWhateverTheBaseline()
    {
        const Verdict verdict
            = judge(market("DE", {{1, 1106, 1600}, {2, 782, 1600}, {3, 1245, 1600}}), {2, 0.02}, Until);
        QCOMPARE(verdict.finding, Finding::Leads);
        QCOMPARE(verdict.inLead, Ids{3});
        QCOMPARE(verdict.comparedWith, WorkflowId(2));
        QCOMPARE(verdict.runnerUp, WorkflowId(1));
        QVERIFY(std::abs(verdict.leadOverRunnerUp.estimate - (1245.0 - 1106) / 1600) < 1e-12);
    }

    // The same counts: what lies inside the margin is asked before who leads.
    void theMarginIsAskedBeforeTheLead()
    {
        const auto counts = {Counts{1, 1106, 1600}, Counts{3, 1245, 1600}};
        QCOMPARE(judged(counts, 0.02).finding, Finding::Leads);
        const double high = judged(counts, 0.02).lead.interval.high;
        QCOMPARE(judged(counts, high - 0.001).finding, Finding::Leads); // part of the interval lies outside
        QCOMPARE(judged(counts, high + 0.001).finding, Finding::NoDifference);
    }

    void aBaselineThatIsTooSmallIsNotComparedWith()
    {
        const Verdict verdict = judged({{1, 9, 10}, {2, 9000, 10'000}, {3, 4000, 10'000}});
        QCOMPARE(verdict.finding, Finding::Leads);
        QCOMPARE(verdict.comparedWith, WorkflowId(3));
    }

    void withinTheMarginNoDifferenceMatters()
    {
        const Verdict verdict = judged({{1, 8373, 9495}, {2, 8396, 9503}});
        QCOMPARE(verdict.finding, Finding::NoDifference);
        QCOMPARE(verdict.inLead, (Ids{2, 1}));
    }

    void aCertainLeadThatIsTooSmallToMatterIsNoLead()
    {
        const Verdict verdict = judged({{1, 800'000, 1'000'000}, {2, 806'000, 1'000'000}});
        QCOMPARE(verdict.finding, Finding::NoDifference);
    }

    void withoutAMarginTheSmallestCertainLeadCounts()
    {
        QCOMPARE(judged({{1, 800'000, 1'000'000}, {2, 806'000, 1'000'000}}, 0).finding, Finding::Leads);
    }

    void elseItCannotTellAndSaysWhatIsMissing()
    {
        const Verdict verdict = judged({{1, 203, 251}, {2, 201, 246}, {3, 119, 233}, {4, 204, 259}, {5, 185, 235}});
        QCOMPARE(verdict.finding, Finding::CannotTell);
        QCOMPARE(verdict.inLead, (Ids{2, 1, 4, 5}));
        QCOMPARE(verdict.behind, Ids{3});
        QCOMPARE(verdict.have, 235);
        QVERIFY(verdict.needed > 11'000 && verdict.needed < 14'000);
        // 235 in ten days.
        QVERIFY(verdict.daysLeft);
        QCOMPARE(std::llround(*verdict.daysLeft), std::llround(double(verdict.needed - 235) / 23.5));
    }

    void withoutAMarginNoNumberSuffices()
    {
        const Verdict verdict = judged({{1, 203, 251}, {2, 201, 246}}, 0);
        QCOMPARE(verdict.finding, Finding::CannotTell);
        QCOMPARE(verdict.needed, 0);
        QVERIFY(!verdict.daysLeft);
    }

    // Simpson: 1 leads over all because it has the easy market, 2 leads in each.
    void theMixThatTurnsTheOrderChangesTheHeadline()
    {
        Comparison comparison;
        comparison.until = Until;
        comparison.markets
            = {market("GB", {{1, 8550, 9000}, {2, 980, 1000}}), market("IN", {{1, 400, 1000}, {2, 5400, 9000}})};
        comparison.all = market({}, {{1, 8950, 10'000}, {2, 6380, 10'000}});
        QCOMPARE(judge(comparison.all, {}, Until).inLead, Ids{1});
        const Verdict verdict = judgeAll(comparison, {1, 0.01});
        QCOMPARE(verdict.finding, Finding::OrderTurns);
        QCOMPARE(verdict.inLead, Ids{1});
        QCOMPARE(verdict.leaders, (std::vector<MarketLeader>{{"GB", 2}, {"IN", 2}}));
    }

    // A wide margin makes the whole the same; it does not make the markets agree.
    void aMarketWhoseLeaderIsBehindOverAllChangesTheHeadline()
    {
        Comparison comparison;
        comparison.until = Until;
        comparison.markets
            = {market("US", {{1, 9250, 10'000}, {2, 9270, 10'000}}), market("DE", {{1, 690, 1600}, {3, 1250, 1600}})};
        comparison.all = market({}, {{1, 9940, 11'600}, {2, 9270, 10'000}, {3, 1250, 1600}});
        comparison.all.workflows[2].expired += 1000;
        QCOMPARE(judge(comparison.all, {1, 0.1}, Until).finding, Finding::NoDifference);
        const Verdict verdict = judgeAll(comparison, {1, 0.1});
        QCOMPARE(verdict.finding, Finding::OrderTurns);
        QCOMPARE(verdict.leaders, (std::vector<MarketLeader>{{"DE", 3}}));
    }

    void marketsThatAgreeLeaveTheHeadlineAlone()
    {
        Comparison comparison;
        comparison.until = Until;
        comparison.markets
            = {market("GB", {{1, 7000, 10'000}, {2, 8000, 10'000}}), market("IN", {{1, 10, 20}, {2, 11, 20}})};
        comparison.all = market({}, {{1, 7010, 10'020}, {2, 8011, 10'020}});
        QCOMPARE(judgeAll(comparison, {}).finding, Finding::Leads);
    }

    void leadsAreOverTheBaselineHighestFirst()
    {
        const std::vector<Lead> leads
            = leadsOver(market("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 4, 20}, {4, 3074, 3847}}), {1, 0.02});
        QCOMPARE(leads.size(), std::size_t(3)); // 3 is too small
        QCOMPARE(leads[0].workflow, WorkflowId(2));
        QVERIFY(leads[0].isDecided);
        QCOMPARE(leads[1].workflow, WorkflowId(4));
        QVERIFY(!leads[1].isDecided);
        QCOMPARE(leads[2].workflow, WorkflowId(1));
        QCOMPARE(leads[2].once, Difference());
        QVERIFY(leadsOver(market("IN", {{1, 4, 20}, {2, 4766, 5646}}), {1, 0.02}).empty());
    }

    void aWiderMarginIsReachedSooner()
    {
        const Verdict verdict = judged({{1, 203, 251}, {2, 201, 246}});
        QCOMPARE(verdict.finding, Finding::CannotTell);
        QVERIFY(verdict.daysLeft && verdict.daysLeftIfWider);
        QVERIFY(*verdict.daysLeftIfWider < *verdict.daysLeft);
        QVERIFY(!judged({{1, 203, 251}, {2, 201, 246}}, 0.05).daysLeftIfWider); // it is as wide
    }

    void countriesThatDifferBetweenWorkflowsAreFound()
    {
        Comparison comparison;
        comparison.all = market({}, {{1, 800, 1000}, {2, 700, 1000}, {3, 5, 10}});
        comparison.markets
            = {market("GB", {{1, 750, 900}, {2, 90, 100}}), market("IN", {{1, 50, 100}, {2, 610, 900}, {3, 5, 10}})};
        const auto mix = mixDifference(comparison);
        QVERIFY(mix);
        QCOMPARE(mix->country, std::string("GB"));
        QCOMPARE(mix->most, WorkflowId(1));
        QCOMPARE(mix->mostShare, 0.9);
        QCOMPARE(mix->least, WorkflowId(2)); // 3 has too few to be compared
        QCOMPARE(mix->leastShare, 0.1);
        comparison.markets
            = {market("GB", {{1, 450, 550}, {2, 390, 500}}), market("IN", {{1, 350, 450}, {2, 310, 500}})};
        QVERIFY(!mixDifference(comparison));
    }

    void aWorkflowThatRanAfterTheOtherIsTold()
    {
        const Instant monday = fromMilliseconds(1'795'392'000'000);
        const auto ran
            = [&](std::vector<std::pair<int, std::int64_t>> one, std::vector<std::pair<int, std::int64_t>> two) {
                  Market all = market("IN", {{1, 800, 1000}, {2, 700, 1000}});
                  for (const auto &[week, ended] : one)
                      all.workflows[0].weeks.push_back({monday + std::chrono::weeks(week), ended / 2, ended});
                  for (const auto &[week, ended] : two)
                      all.workflows[1].weeks.push_back({monday + std::chrono::weeks(week), ended / 2, ended});
                  return timesApart(all);
              };
        const auto apart = ran({{2, 500}, {3, 500}}, {{0, 500}, {1, 450}, {2, 50}});
        QVERIFY(apart);
        QCOMPARE(apart->earlier, WorkflowId(2));
        QCOMPARE(apart->later, WorkflowId(1));
        QCOMPARE(apart->together, 0.05);
        QVERIFY(!ran({{0, 500}, {1, 500}}, {{0, 400}, {1, 600}}));
        QVERIFY(!ran({{0, 800}, {1, 200}}, {{0, 300}, {1, 700}})); // one that takes over step by step
        QVERIFY(!ran({}, {{0, 1000}}));
        // Too few in each week: chance puts them apart.
        std::vector<std::pair<int, std::int64_t>> even;
        std::vector<std::pair<int, std::int64_t>> odd;
        for (int week = 0; week < 400; week += 2) {
            even.emplace_back(week, 5);
            odd.emplace_back(week + 1, 5);
        }
        QVERIFY(!ran(even, odd));
    }
};

PINPATH_TEST(tst_Verdict, "tst_verdict")

} // namespace tst_verdict

#include "tst_verdict.moc"
