// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/population/distribution.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace tst_distribution {

using namespace engine;
using namespace engine::distributions;
using namespace Qt::StringLiterals;

constexpr int Draws = 100'000;

std::vector<double> sorted(const Distribution &distribution)
{
    RandomStream stream(1, 0, 0);
    std::vector<double> values(Draws);
    for (double &value : values)
        value = distribution.sample(stream);
    std::sort(values.begin(), values.end());
    return values;
}

constexpr double NotANumber = std::numeric_limits<double>::quiet_NaN();

class tst_Distribution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void samplesHaveTheQuantilesOfTheirDistribution_data();
    void samplesHaveTheQuantilesOfTheirDistribution();
    void observedValuesComeAsOftenAsTheirWeights();
    void partsOfAMixtureComeAsOftenAsTheirWeights();
    void theDefaultTakesNoTime();
    void aTailIsCutAfterThirtyDays();
    void whatCannotBeSampledIsExplained_data();
    void whatCannotBeSampledIsExplained();
    void edgesOfTheAllowedAreAllowed();
};

void tst_Distribution::samplesHaveTheQuantilesOfTheirDistribution_data()
{
    QTest::addColumn<Distribution>("distribution");
    QTest::addColumn<double>("tenth"); // the values below which 10 %, 50 % and 95 % lie
    QTest::addColumn<double>("half");
    QTest::addColumn<double>("nineteenTwentieths");
    QTest::newRow("constant") << Distribution(Constant{25}) << 25.0 << 25.0 << 25.0;
    QTest::newRow("uniform") << Distribution(Uniform{60, 1860}) << 240.0 << 960.0 << 1770.0;
    QTest::newRow("exponential") << Distribution(Exponential{40}) << 4.2144 << 27.7259 << 119.8293;
    // The tail of SMS: 5 % take more than a minute.
    QTest::newRow("lognormal") << Distribution(Lognormal{7, 1.306}) << 1.3131 << 7.0 << 59.980;
    QTest::newRow("narrow lognormal") << Distribution(Lognormal{10, 0}) << 10.0 << 10.0 << 10.0;
}

void tst_Distribution::samplesHaveTheQuantilesOfTheirDistribution()
{
    QFETCH(const Distribution, distribution);
    QFETCH(const double, tenth);
    QFETCH(const double, half);
    QFETCH(const double, nineteenTwentieths);
    QVERIFY(distribution.problem(u"x"_s).isEmpty());
    const auto values = sorted(distribution);
    const auto isNear = [&](double share, double expected) {
        const double actual = values[static_cast<std::size_t>(share * Draws)];
        return std::abs(actual - expected) <= 0.03 * expected;
    };
    QVERIFY(isNear(0.10, tenth));
    QVERIFY(isNear(0.50, half));
    QVERIFY(isNear(0.95, nineteenTwentieths));
    QVERIFY(values.front() >= 0);
}

void tst_Distribution::observedValuesComeAsOftenAsTheirWeights()
{
    const auto values = sorted(Empirical{{{4, 1}, {9, 6}, {30, 3}}});
    const auto share = [&](double value) { return double(std::count(values.begin(), values.end(), value)) / Draws; };
    QVERIFY(std::abs(share(4) - 0.1) < 0.005);
    QVERIFY(std::abs(share(9) - 0.6) < 0.005);
    QVERIFY(std::abs(share(30) - 0.3) < 0.005);
}

void tst_Distribution::partsOfAMixtureComeAsOftenAsTheirWeights()
{
    const auto values = sorted(Mixture{{{3, Constant{1}}, {1, Uniform{60, 80}}}});
    const auto late = std::count_if(values.begin(), values.end(), [](double v) { return v >= 60 && v <= 80; });
    QVERIFY(std::abs(double(late) / Draws - 0.25) < 0.005);
    QCOMPARE(std::count(values.begin(), values.end(), 1.0), Draws - late);
}

void tst_Distribution::theDefaultTakesNoTime()
{
    RandomStream stream(1, 0, 0);
    QCOMPARE(Distribution().sample(stream), 0.0);
}

void tst_Distribution::aTailIsCutAfterThirtyDays()
{
    QCOMPARE(sorted(Lognormal{1000, 10}).back(), Distribution::LongestSeconds);
}

void tst_Distribution::whatCannotBeSampledIsExplained_data()
{
    QTest::addColumn<Distribution>("distribution");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const Distribution &distribution, const QString &sentence) {
        QTest::newRow(qPrintable(sentence)) << distribution << sentence;
    };
    row(Constant{-1}, u"x.constant.value must not be negative, but is -1."_s);
    row(Constant{2592001}, u"x.constant.value must be between 0 and 2592000, not 2592001."_s);
    row(Constant{NotANumber}, u"x.constant.value must be between 0 and 2592000, not nan."_s);
    row(Uniform{5, 4}, u"x.uniform.to must not be below from."_s);
    row(Uniform{-5, 4}, u"x.uniform.from must not be negative, but is -5."_s);
    row(Exponential{-0.5}, u"x.exponential.mean must not be negative, but is -0.5."_s);
    row(Lognormal{-7, 1}, u"x.lognormal.median must not be negative, but is -7."_s);
    row(Lognormal{7, -1}, u"x.lognormal.sigma must be between 0 and 10, not -1."_s);
    row(Lognormal{7, NotANumber}, u"x.lognormal.sigma must be between 0 and 10, not nan."_s);
    row(Empirical{}, u"x.empirical must not be empty."_s);
    row(Empirical{{{1, 1}, {-2, 1}}}, u"x.empirical[1][0] must not be negative, but is -2."_s);
    row(Empirical{{{1, 0}}}, u"x.empirical[0][1] must be above 0 and at most 1e9, not 0."_s);
    row(Mixture{}, u"x.mixture must not be empty."_s);
    row(Mixture{{{1, Constant{}}, {-1, Constant{}}}},
        u"x.mixture[1].weight must be above 0 and at most 1e9, not -1."_s);
    row(Mixture{{{1, Constant{}}, {1, Lognormal{7, 11}}}},
        u"x.mixture[1].lognormal.sigma must be between 0 and 10, not 11."_s);
}

void tst_Distribution::whatCannotBeSampledIsExplained()
{
    QFETCH(const Distribution, distribution);
    QFETCH(const QString, sentence);
    QCOMPARE(distribution.problem(u"x"_s), sentence);
}

void tst_Distribution::edgesOfTheAllowedAreAllowed()
{
    for (const Distribution &distribution :
         {Distribution(Constant{0}), Distribution(Constant{Distribution::LongestSeconds}), Distribution(Uniform{3, 3}),
          Distribution(Exponential{0}), Distribution(Lognormal{0, 0}), Distribution(Lognormal{1, 10}),
          Distribution(Empirical{{{0, 1e9}}})}) {
        QCOMPARE(distribution.problem(u"x"_s), QString());
        const auto values = sorted(distribution);
        QVERIFY(values.front() >= 0 && values.back() <= Distribution::LongestSeconds);
    }
}

PINPATH_TEST(tst_Distribution, "tst_distribution")

} // namespace tst_distribution

#include "tst_distribution.moc"
