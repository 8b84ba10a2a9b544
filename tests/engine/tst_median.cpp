// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/statistics/median.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_median {

using namespace engine;

class tst_Median : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsTheValueInTheMiddle();
    void ofAnEvenNumberItIsTheMeanOfTheTwoInTheMiddle();
    void nothingHasNone();
};

void tst_Median::itIsTheValueInTheMiddle()
{
    QCOMPARE(median({{7, 1}}), std::optional(7.0));
    QCOMPARE(median({{3, 1}, {5, 1}, {100, 1}}), std::optional(5.0));
    QCOMPARE(median({{3, 2}, {5, 1}, {100, 4}}), std::optional(100.0));
}

void tst_Median::ofAnEvenNumberItIsTheMeanOfTheTwoInTheMiddle()
{
    QCOMPARE(median({{3, 1}, {6, 1}}), std::optional(4.5));
    QCOMPARE(median({{3, 2}, {6, 2}}), std::optional(4.5));
    QCOMPARE(median({{3, 1}, {6, 3}}), std::optional(6.0));
    QCOMPARE(median({{3, 500'000'000}, {6, 500'000'000}}), std::optional(4.5));
}

void tst_Median::nothingHasNone()
{
    QCOMPARE(median({}), std::nullopt);
}

PINPATH_TEST(tst_Median, "tst_median")

} // namespace tst_median

#include "tst_median.moc"
