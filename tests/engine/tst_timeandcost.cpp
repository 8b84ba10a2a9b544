// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/contingency.h"
#include "engine/statistics/costpersuccess.h"
#include "engine/statistics/pairs.h"
#include "engine/statistics/survival.h"
#include "engine/statistics/timetoverify.h"
#include "engine/statistics/wilson.h"
#include "tests/support/comparisons.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <random>

namespace tst_timeandcost {

using namespace engine;
using tests::market;

bool isNear(double a, double b, double within = 1e-9)
{
    return std::abs(a - b) < within;
}

// Three verified after 7 s, two after 40 s, one after 200 s, four expired.
WorkflowTally tenRequests()
{
    WorkflowTally tally = market("GB", {{1, 6, 10}}).workflows.front();
    tally.verifiedIn = {{7, 3}, {40, 2}, {200, 1}};
    return tally;
}

// Requests of which each is verified with the probability 0.8 and costs more the later it is.
WorkflowTally drawnCosts(std::mt19937 &random, int requests)
{
    std::bernoulli_distribution isVerified(0.8);
    std::bernoulli_distribution isSecond(0.3);
    WorkflowTally tally;
    for (int i = 0; i < requests; ++i) {
        const bool isSuccess = isVerified(random);
        const Money cost = Money::fromMilli((isSecond(random) || !isSuccess ? 56 : 28) + (isSuccess ? 50 : 0));
        (isSuccess ? tally.verified : tally.expired)++;
        tally.cost.all += cost;
        tally.cost.squares += cost.toDouble() * cost.toDouble();
        if (isSuccess)
            tally.cost.ofVerified += cost;
    }
    return tally;
}

class tst_TimeAndCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCurveIsTheOneOfAalenAndJohansen()
    {
        const WorkflowTally tally = tenRequests();
        std::vector<Finished> finished;
        for (const EndedIn &each : tally.verifiedIn) {
            for (std::int64_t i = 0; i < each.count; ++i)
                finished.push_back({double(each.second), 1});
        }
        for (std::int64_t i = 0; i < tally.expired; ++i)
            finished.push_back({605, 2});
        const std::vector<IncidencePoint> reference = cumulativeIncidence(finished, 2);
        const std::vector<VerifiedShare> curve = verifiedByTime(tally);
        QCOMPARE(curve.size(), std::size_t(3));
        for (std::size_t i = 0; i < curve.size(); ++i) {
            QCOMPARE(double(curve[i].second), reference[i].time);
            QVERIFY(isNear(curve[i].share, reference[i].incidences[0]));
        }
    }

    void theCurveEndsAtTheSuccessRateWithItsInterval()
    {
        const VerifiedShare last = verifiedByTime(tenRequests()).back();
        QVERIFY(isNear(last.share, 0.6));
        QCOMPARE(last.interval, wilsonInterval(6, 10));
    }

    void aShareHoldsUntilTheNextOneIsVerified()
    {
        const std::vector<VerifiedShare> curve = verifiedByTime(tenRequests());
        QCOMPARE(verifiedBy(curve, 6).share, 0.0);
        QCOMPARE(verifiedBy(curve, 7).share, 0.3);
        QCOMPARE(verifiedBy(curve, 39).share, 0.3);
        QCOMPARE(verifiedBy(curve, 10'000).share, 0.6);
    }

    void halfIsOfAllThatEndedNotOfTheVerified()
    {
        WorkflowTally tally = tenRequests();
        QCOMPARE(halfVerifiedBy(tally), std::optional<std::int64_t>(40));
        tally.expired += 3; // 6 of 13 are less than half
        QCOMPARE(halfVerifiedBy(tally), std::nullopt);
    }

    void costIsThatOfAllOverTheVerified()
    {
        WorkflowTally tally;
        QCOMPARE(costPerSuccess(tally).has_value(), false);
        // Costs of 0.1, 0.1 and 0.2 for three verified, 0.05 for one that expired: 0.45 for 3.
        tally.verified = 3;
        tally.expired = 1;
        tally.cost = {Money::fromMilli(450), Money::fromMilli(400), 0.01 + 0.01 + 0.04 + 0.0025};
        const CostPerSuccess cost = *costPerSuccess(tally);
        QVERIFY(isNear(cost.estimate, 0.15));
        // Residuals -0.05, -0.05, 0.05, 0.05: a variance of 0.01 / 3, of which the mean of 4 over 3/4.
        const double error = std::sqrt(0.01 / 3 / 4) / 0.75;
        QVERIFY(isNear(cost.interval.high - cost.estimate, 1.959963985 * error, 1e-8));
        QVERIFY(isNear(cost.estimate - cost.interval.low, 1.959963985 * error, 1e-8));
    }

    void theIntervalOfTheCostCoversTheTruth()
    {
        // A success costs 50 and 28, or 56 with a probability of 0.3; what fails costs 56.
        const double truth = (0.8 * (0.050 + 0.7 * 0.028 + 0.3 * 0.056) + 0.2 * 0.056) / 0.8;
        int covered = 0;
        std::mt19937 random(1);
        for (int i = 0; i < 1000; ++i)
            covered += costPerSuccess(drawnCosts(random, 4000))->interval.contains(truth);
        QVERIFY2(936 <= covered && covered <= 964, qPrintable(QString::number(covered)));
    }

    void everyPairIsTestedAndAdjustedAsOneFamily()
    {
        const Market of = market("IN", {{1, 4520, 5790}, {2, 4766, 5646}, {3, 20, 40}, {4, 2, 3}});
        const std::vector<PairTest> pairs = pairsOf(of);
        QCOMPARE(pairs.size(), std::size_t(3)); // 4 has too few
        QCOMPARE(pairs[0].a, WorkflowId(2));
        QCOMPARE(pairs[0].b, WorkflowId(1));
        QCOMPARE(pairs[0].difference, newcombeDifference({4766, 5646}, {4520, 5790}));
        QCOMPARE(pairs[2].a, WorkflowId(1));
        QCOMPARE(pairs[2].b, WorkflowId(3));
        QCOMPARE(pairs[2].fisher, fisherExact({4520, 5790}, {20, 40}));
        const std::vector<double> adjusted = holm({pairs[0].fisher, pairs[1].fisher, pairs[2].fisher});
        for (std::size_t i = 0; i < pairs.size(); ++i)
            QCOMPARE(pairs[i].fisherHolm, adjusted[i]);
    }

    void pairsAreTestedOnTheirTimesToo()
    {
        // 30 of 40 verified with both, but with 1 three times as late.
        Market of = market("IN", {{1, 30, 40}, {2, 30, 40}});
        of.workflows[0].verifiedIn = {{30, 10}, {60, 10}, {90, 10}};
        of.workflows[1].verifiedIn = {{10, 10}, {20, 10}, {30, 10}};
        for (WorkflowTally &tally : of.workflows)
            tally.otherwiseIn = {{605, 10}};
        const PairTest pair = pairsOf(of).front();
        QCOMPARE(pair.fisher, 1.0);
        std::vector<Observed> slow{{605, false, 10}};
        std::vector<Observed> fast{{605, false, 10}};
        for (const double second : {10.0, 20.0, 30.0}) {
            fast.push_back({second, true, 10});
            slow.push_back({3 * second, true, 10});
        }
        QCOMPARE(pair.logRank, logRank(slow, fast).p);
        QVERIFY(pair.logRank < 0.05);
    }
};

PINPATH_TEST(tst_TimeAndCost, "tst_timeandcost")

} // namespace tst_timeandcost

#include "tst_timeandcost.moc"
