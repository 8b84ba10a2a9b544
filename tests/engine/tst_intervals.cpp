// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/differences.h"
#include "engine/statistics/exactintervals.h"
#include "engine/statistics/wilson.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>

namespace tst_intervals {

using namespace engine;

// To the seven digits of the reference.
bool isTheReferences(const Interval &interval, double low, double high)
{
    return std::abs(interval.low - low) < 5.1e-8 && std::abs(interval.high - high) < 5.1e-8;
}

QByteArray text(const Interval &interval)
{
    return QByteArray::number(interval.low, 'f', 9) + ' ' + QByteArray::number(interval.high, 'f', 9);
}

// Reference values: statistics.md, one proportion, difference, difference under repeated looks.
class tst_Intervals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clopperPearsonAndJeffreysAreTheReferences_data()
    {
        QTest::addColumn<int>("successes");
        QTest::addColumn<int>("trials");
        QTest::addColumn<double>("clopperLow");
        QTest::addColumn<double>("clopperHigh");
        QTest::addColumn<double>("jeffreysLow");
        QTest::addColumn<double>("jeffreysHigh");
        QTest::newRow("81/263") << 81 << 263 << .2527367 << .3676219 << .2545219 << .3656475;
        QTest::newRow("15/148") << 15 << 148 << .0578440 << .1616505 << .0604485 << .1576431;
        QTest::newRow("0/20") << 0 << 20 << 0.0 << .1684335 << .0000242 << .1166390;
        QTest::newRow("18/20") << 18 << 20 << .6830173 << .9876515 << .7161467 << .9786275;
        QTest::newRow("100/200") << 100 << 200 << .4286584 << .5713416 << .4311217 << .5688783;
    }

    void clopperPearsonAndJeffreysAreTheReferences()
    {
        QFETCH(int, successes);
        QFETCH(int, trials);
        QFETCH(double, clopperLow);
        QFETCH(double, clopperHigh);
        QFETCH(double, jeffreysLow);
        QFETCH(double, jeffreysHigh);
        const Interval clopper = clopperPearsonInterval(successes, trials);
        QVERIFY2(isTheReferences(clopper, clopperLow, clopperHigh), text(clopper).constData());
        const Interval jeffreys = jeffreysInterval(successes, trials);
        QVERIFY2(isTheReferences(jeffreys, jeffreysLow, jeffreysHigh), text(jeffreys).constData());
    }

    void newcombesDifferenceIsTheReferences_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("ofA");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("ofB");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("56/70 - 48/80") << 56 << 70 << 48 << 80 << .0524315 << .3338727;
        QTest::newRow("9/10 - 3/10") << 9 << 10 << 3 << 10 << .1705227 << .8090180;
        QTest::newRow("10/10 - 0/20") << 10 << 10 << 0 << 20 << .6790860 << 1.0;
        QTest::newRow("7/34 - 1/34") << 7 << 34 << 1 << 34 << .0189214 << .3403687;
    }

    void newcombesDifferenceIsTheReferences()
    {
        QFETCH(int, a);
        QFETCH(int, ofA);
        QFETCH(int, b);
        QFETCH(int, ofB);
        QFETCH(double, low);
        QFETCH(double, high);
        const Difference difference = newcombeDifference({a, ofA}, {b, ofB});
        QCOMPARE(difference.estimate, double(a) / ofA - double(b) / ofB);
        QVERIFY2(isTheReferences(difference.interval, low, high), text(difference.interval).constData());
        const Difference turned = newcombeDifference({b, ofB}, {a, ofA});
        QVERIFY2(isTheReferences(turned.interval, -high, -low), text(turned.interval).constData());
    }

    void theDifferenceUnderRepeatedLooksIsTheReferences_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("ofA");
        QTest::addColumn<int>("b");
        QTest::addColumn<int>("ofB");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("ten pairs") << 4766 << 5646 << 4520 << 5790 << .005 << .035197 << .091765;
        QTest::newRow("one pair") << 8396 << 9503 << 8373 << 9495 << .05 << -.013432 << .016788;
    }

    void theDifferenceUnderRepeatedLooksIsTheReferences()
    {
        QFETCH(int, a);
        QFETCH(int, ofA);
        QFETCH(int, b);
        QFETCH(int, ofB);
        QFETCH(double, alpha);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval interval = sequentialDifference({a, ofA}, {b, ofB}, alpha).interval;
        QVERIFY2(std::abs(interval.low - low) < 5.1e-7 && std::abs(interval.high - high) < 5.1e-7,
                 text(interval).constData());
    }

    void lookingAgainAndAgainIsWiderThanLookingOnce()
    {
        for (const int n : {30, 200, 1000, 50'000}) {
            const Proportion a{n * 4 / 5, n};
            const Proportion b{n * 3 / 4, n};
            const Interval once = newcombeDifference(a, b).interval;
            const Interval always = sequentialDifference(a, b, 0.05).interval;
            QVERIFY(always.low < once.low && once.high < always.high);
        }
    }

    void everyIntervalHoldsItsEstimateAndStaysInside()
    {
        for (const int n : {1, 2, 7, 30, 1000, 1'000'000}) {
            for (const int x : {0, n / 3, n}) {
                const double rate = double(x) / n;
                for (const Interval &interval : {wilsonInterval(x, n), clopperPearsonInterval(x, n)})
                    QVERIFY(0 <= interval.low && interval.contains(rate) && interval.high <= 1);
                const Interval jeffreys = jeffreysInterval(x, n); // equal tails leave out 0 and 1 themselves
                QVERIFY(0 <= jeffreys.low && jeffreys.low < jeffreys.high && jeffreys.high <= 1);
                for (const Difference &d :
                     {newcombeDifference({x, n}, {n - x, n}), sequentialDifference({x, n}, {n - x, n}, 0.05)})
                    QVERIFY(-1 <= d.interval.low && d.interval.contains(d.estimate) && d.interval.high <= 1);
            }
        }
    }

    void theSizeAskedForIsTheLeastThatSuffices()
    {
        const std::int64_t size = sizeForHalfWidth(Looks::Repeated, .82, .81, .005, .02);
        QVERIFY(size > 11'000 && size < 13'500);
        const auto halfWidth = [](std::int64_t n) {
            const Proportion a{std::llround(.82 * double(n)), n};
            const Proportion b{std::llround(.81 * double(n)), n};
            const Interval interval = sequentialDifference(a, b, .005).interval;
            return (interval.high - interval.low) / 2;
        };
        QVERIFY(halfWidth(size + 100) < .02);
        QVERIFY(halfWidth(size - 100) > .02);
    }
};

PINPATH_TEST(tst_Intervals, "tst_intervals")

} // namespace tst_intervals

#include "tst_intervals.moc"
