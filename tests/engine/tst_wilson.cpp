// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/statistics/wilson.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>

namespace tst_wilson {

using namespace engine;

// Reference values: statistics.md, one proportion.
class tst_Wilson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theIntervalIsTheReferences_data();
    void theIntervalIsTheReferences();
    void theIntervalStaysWithinItsEnds();
    void moreConfidenceIsWider();
};

void tst_Wilson::theIntervalIsTheReferences_data()
{
    QTest::addColumn<int>("successes");
    QTest::addColumn<int>("trials");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("81/263") << 81 << 263 << .2552885 << .3662096;
    QTest::newRow("15/148") << 15 << 148 << .0623864 << .1604872;
    QTest::newRow("0/20") << 0 << 20 << 0.0 << .1611252;
    QTest::newRow("18/20") << 18 << 20 << .6989664 << .9721335;
    QTest::newRow("100/200") << 100 << 200 << .4313609 << .5686391;
}

void tst_Wilson::theIntervalIsTheReferences()
{
    QFETCH(int, successes);
    QFETCH(int, trials);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = wilsonInterval(successes, trials);
    QVERIFY2(std::abs(interval.low - low) < 5e-8, qPrintable(QString::number(interval.low, 'g', 9)));
    QVERIFY2(std::abs(interval.high - high) < 5e-8, qPrintable(QString::number(interval.high, 'g', 9)));
}

void tst_Wilson::theIntervalStaysWithinItsEnds()
{
    for (const std::int64_t trials : {1, 3, 7, 1'000, 999'999, 1'000'000'000}) {
        QCOMPARE(wilsonInterval(0, trials).low, 0.0);
        QCOMPARE(wilsonInterval(trials, trials).high, 1.0);
        const Interval middle = wilsonInterval(trials / 2, trials);
        QVERIFY(0 <= middle.low && middle.low < middle.high && middle.high <= 1);
    }
}

void tst_Wilson::moreConfidenceIsWider()
{
    const Interval usual = wilsonInterval(18, 20);
    const Interval sure = wilsonInterval(18, 20, 0.99);
    QVERIFY(sure.low < usual.low && usual.high < sure.high);
}

PINPATH_TEST(tst_Wilson, "tst_wilson")

} // namespace tst_wilson

#include "tst_wilson.moc"
