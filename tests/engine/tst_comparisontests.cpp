// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/confidencesequence.h"
#include "engine/statistics/power.h"
#include "engine/statistics/stratified.h"
#include "engine/statistics/survival.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tst_comparisontests {

using namespace engine;

// To the digits that the reference gives.
bool isTheReferences(double value, double reference, double lastDigit = 1e-7)
{
    return std::abs(value - reference) <= 0.51 * lastDigit;
}

QByteArray text(double value)
{
    return QByteArray::number(value, 'f', 10);
}

// R's `aml`: weeks until a relapse.
const std::vector<Observed> Maintained{{9, true},  {13, true}, {13, false}, {18, true}, {23, true},  {28, false},
                                       {31, true}, {34, true}, {45, false}, {48, true}, {161, false}};
const std::vector<Observed> NotMaintained{{5, true},  {5, true},  {8, true},  {8, true},  {12, true}, {16, false},
                                          {23, true}, {27, true}, {30, true}, {33, true}, {43, true}, {45, true}};

// UC Berkeley 1973: admitted men and women of those who applied, by department.
const std::vector<Stratum> Berkeley{{{512, 825}, {89, 108}},  {{353, 560}, {17, 25}}, {{120, 325}, {202, 593}},
                                    {{138, 417}, {131, 375}}, {{53, 191}, {94, 393}}, {{22, 373}, {24, 341}}};

#define COMPARE_REFERENCE(value, ...) QVERIFY2(isTheReferences(value, __VA_ARGS__), text(value).constData())

// Reference values: statistics.md.
class tst_ComparisonTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fisherIsTheReference()
    {
        COMPARE_REFERENCE(fisherExact({2, 9}, {8, 10}), .0230141376, 1e-10);
        COMPARE_REFERENCE(fisherExact({7, 19}, {8, 11}), .1281359320, 1e-10);
        COMPARE_REFERENCE(fisherExact({100, 102}, {1000, 1005}), .1300759363, 1e-10);
        COMPARE_REFERENCE(fisherExact({5, 10}, {5, 10}), 1, 1e-10);
    }

    void fisherIsExactAndQuickForLargeTables()
    {
        QVERIFY(fisherExact({850'000, 1'000'000}, {700'000, 1'000'000}) < 1e-300);
        QCOMPARE(fisherExact({800'000, 1'000'000}, {800'000, 1'000'000}), 1.0);
        // Close to the normal test, which it approaches.
        const double p = fisherExact({4'000'000, 5'000'000}, {3'999'000, 5'000'000});
        const ChiSquare test = omnibusChiSquare({{4'000'000, 5'000'000}, {3'999'000, 5'000'000}});
        QVERIFY2(std::abs(p - test.p) < 1e-3, text(p).constData());
        QCOMPARE(fisherExact({0, 20}, {0, 30}), 1.0);
        QCOMPARE(fisherExact({20, 20}, {30, 30}), 1.0);
    }

    void countedObservationsAreTheSameAsEachAlone()
    {
        std::vector<Observed> alone;
        std::vector<Finished> ended;
        for (int i = 0; i < 3; ++i) {
            alone.push_back({5, true});
            ended.push_back({5, 1});
        }
        alone.push_back({7, false});
        alone.push_back({9, true});
        ended.push_back({7, 0});
        ended.push_back({9, 2});
        const std::vector<Observed> counted{{9, true}, {5, true, 2}, {7, false}, {5, true}};
        const std::vector<SurvivalPoint> curve = kaplanMeier(counted);
        QCOMPARE(curve.size(), std::size_t(2));
        QCOMPARE(curve.front().survival, kaplanMeier(alone).front().survival);
        QCOMPARE(curve.front().standardError, kaplanMeier(alone).front().standardError);
        QCOMPARE(logRank(counted, NotMaintained).statistic, logRank(alone, NotMaintained).statistic);
        const IncidencePoint last = cumulativeIncidence({{5, 1, 3}, {7, 0}, {9, 2}}, 2).back();
        COMPARE_REFERENCE(last.incidences[0], cumulativeIncidence(ended, 2).back().incidences[0], 1e-14);
        COMPARE_REFERENCE(last.incidences[1], cumulativeIncidence(ended, 2).back().incidences[1], 1e-14);
    }

    void sampleSizesAreTheReferences()
    {
        QCOMPARE(sampleSize(.80, .85), 906);
        QCOMPARE(sampleSize(.85, .80), 906);
        QCOMPARE(sampleSize(.90, .92), 3213);
        QVERIFY(powerOf(906, .80, .85) >= 0.8 && powerOf(905, .80, .85) < 0.8);
    }

    void chiSquareIsTheReference()
    {
        const ChiSquare test = omnibusChiSquare({{83, 86}, {90, 93}, {129, 136}, {70, 82}});
        COMPARE_REFERENCE(test.statistic, 12.60041130);
        QCOMPARE(test.degreesOfFreedom, 3);
        COMPARE_REFERENCE(test.p, .00558548, 1e-8);
        QCOMPARE(omnibusChiSquare({{5, 5}, {7, 7}}).p, 1.0);
    }

    void holmIsTheReferenceInAnyOrder()
    {
        const std::vector<double> adjusted = holm({.05, .01, .04, .02, .03});
        const std::vector<double> expected{.09, .05, .09, .08, .09};
        for (std::size_t i = 0; i < expected.size(); ++i)
            COMPARE_REFERENCE(adjusted[i], expected[i], 1e-12);
        QCOMPARE(holm({.6, .7}), (std::vector<double>{1, 1}));
    }

    void theStratifiedComparisonIsTheReference()
    {
        const StratifiedComparison comparison = compareStratified(Berkeley);
        COMPARE_REFERENCE(comparison.rawOddsRatio, 1.8410800);
        COMPARE_REFERENCE(comparison.commonOddsRatio, .9046968);
        COMPARE_REFERENCE(comparison.interval.low, .7719074);
        COMPARE_REFERENCE(comparison.interval.high, 1.0603298);
        COMPARE_REFERENCE(comparison.test.statistic, 1.4269462);
        COMPARE_REFERENCE(comparison.test.p, .2322635);
        COMPARE_REFERENCE(comparison.homogeneity.statistic, 17.9017125);
        QCOMPARE(comparison.homogeneity.degreesOfFreedom, 5);
        COMPARE_REFERENCE(comparison.homogeneity.p, .0030721);
    }

    void strataWithOneSideOnlySayNothing()
    {
        std::vector<Stratum> strata = Berkeley;
        strata.push_back({{400, 500}, {0, 0}});
        QCOMPARE(compareStratified(strata).commonOddsRatio, compareStratified(Berkeley).commonOddsRatio);
        QCOMPARE(compareStratified(strata).rawOddsRatio, compareStratified(Berkeley).rawOddsRatio);
        QCOMPARE(compareStratified({}).test.p, 1.0);
    }

    void kaplanMeierIsTheReference()
    {
        const std::vector<SurvivalPoint> curve = kaplanMeier(Maintained);
        const std::vector<std::array<double, 3>> reference{
            {9, .9090909, .0866784},  {13, .8181818, .1162913}, {18, .7159091, .1396650}, {23, .6136364, .1526323},
            {31, .4909091, .1641933}, {34, .3681818, .1626689}, {48, .1840909, .1534927}};
        QCOMPARE(curve.size(), reference.size());
        for (std::size_t i = 0; i < curve.size(); ++i) {
            QCOMPARE(curve[i].time, reference[i][0]);
            COMPARE_REFERENCE(curve[i].survival, reference[i][1]);
            COMPARE_REFERENCE(curve[i].standardError, reference[i][2]);
            QVERIFY(curve[i].interval.contains(curve[i].survival));
            QVERIFY(curve[i].interval.liesWithin(0, 1));
        }
        COMPARE_REFERENCE(curve.front().interval.low, .50808, 1e-5);
        COMPARE_REFERENCE(curve.front().interval.high, .98667, 1e-5);
    }

    void theCurveEndsAtZeroWhereAllHaveHadIt()
    {
        const std::vector<SurvivalPoint> curve = kaplanMeier({{1, true}, {2, true}});
        QCOMPARE(curve.back().survival, 0.0);
        QCOMPARE(curve.back().standardError, 0.0);
        QCOMPARE(curve.back().interval, Interval());
        QCOMPARE(restrictedMean(curve, 10), 1.5);
        QCOMPARE(restrictedMean(curve, 1.5), 1.25);
        QCOMPARE(restrictedMean({}, 10), 10.0);
    }

    void logRankIsTheReference()
    {
        const ChiSquare test = logRank(Maintained, NotMaintained);
        COMPARE_REFERENCE(test.statistic, 3.3963887);
        COMPARE_REFERENCE(test.p, .0653393);
        QCOMPARE(logRank(Maintained, Maintained).p, 1.0);
    }

    void incidenceIsTheReference()
    {
        const std::vector<IncidencePoint> curve
            = cumulativeIncidence({{1, 0}, {2, 1}, {2, 0}, {3, 2}, {3, 0}, {3, 2}, {5, 0}, {6, 2}}, 2);
        const auto isAt = [](const IncidencePoint &point, double time, double remaining, double first, double second) {
            return point.time == time && isTheReferences(point.remaining, remaining, 1e-14)
                && isTheReferences(point.incidences[0], first, 1e-14)
                && isTheReferences(point.incidences[1], second, 1e-14);
        };
        QCOMPARE(curve.size(), std::size_t(3));
        QVERIFY(isAt(curve[0], 2, 6 / 7., 1 / 7., 0));
        QVERIFY(isAt(curve[1], 3, 18 / 35., 1 / 7., 12 / 35.));
        QVERIFY(isAt(curve[2], 6, 0, 1 / 7., 6 / 7.));
    }

    void curvesAreMonotoneAndIncidencesSumToOne()
    {
        std::mt19937 random(7);
        std::vector<Finished> finished;
        std::vector<Observed> observed;
        for (int i = 0; i < 500; ++i) {
            const int cause = int(random() % 5);
            const double time = double(random() % 300);
            finished.push_back({time, cause});
            observed.push_back({time, cause == 1});
        }
        std::vector<double> before(4, 0.0);
        for (const IncidencePoint &point : cumulativeIncidence(finished, 4)) {
            double sum = point.remaining;
            for (std::size_t cause = 0; cause < 4; ++cause) {
                QVERIFY(point.incidences[cause] >= before[cause]);
                sum += point.incidences[cause];
            }
            QVERIFY(std::abs(sum - 1) < 1e-12);
            before = point.incidences;
        }
        double survival = 1;
        for (const SurvivalPoint &point : kaplanMeier(observed)) {
            QVERIFY(point.survival < survival);
            survival = point.survival;
        }
    }

    void theConfidenceSequenceIsTheReference()
    {
        const Interval interval = confidenceSequence({700, 1000});
        COMPARE_REFERENCE(interval.low, .651629, 2e-6); // which is cut off, not rounded
        COMPARE_REFERENCE(interval.high, .745949, 1e-6);
    }

    void theConfidenceSequenceHoldsTheRateAtTheEdgesToo()
    {
        QCOMPARE(confidenceSequence({0, 50}).low, 0.0);
        QCOMPARE(confidenceSequence({50, 50}).high, 1.0);
        for (const std::int64_t x : {0, 1, 7, 25, 49, 50}) {
            const Interval interval = confidenceSequence({x, 50});
            QVERIFY(interval.contains(double(x) / 50) && interval.liesWithin(0, 1));
        }
    }

    // A fixed interval would miss it in about a third of such runs.
    void theConfidenceSequenceWithstandsRepeatedLooks()
    {
        std::mt19937 random(1);
        constexpr double Truth = 0.8;
        constexpr int Runs = 200;
        int missed = 0;
        for (int run = 0; run < Runs; ++run) {
            Proportion seen;
            bool isMissed = false;
            while (seen.trials < 2'000 && !isMissed) {
                for (int i = 0; i < 100; ++i)
                    seen.successes += double(random() - random.min()) / double(random.max()) < Truth;
                seen.trials += 100;
                isMissed = !confidenceSequence(seen).contains(Truth);
            }
            missed += isMissed;
        }
        QVERIFY2(missed <= Runs / 20, QByteArray::number(missed).constData());
    }
};

PINPATH_TEST(tst_ComparisonTests, "tst_comparisontests")

} // namespace tst_comparisontests

#include "tst_comparisontests.moc"
