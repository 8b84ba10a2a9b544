// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/normalquantile.h"
#include "engine/population/randomstream.h"
#include "engine/statistics/distributions.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>

namespace tst_normalquantile {

using namespace engine;

class tst_NormalQuantile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsThatOfTheNormalDistribution();
    void itReachesAsFarAsAnyDraw();
    void itRisesFromCellToCell();
};

void tst_NormalQuantile::itIsThatOfTheNormalDistribution()
{
    RandomStream stream(1, 2, 3);
    for (int i = 0; i < 100'000; ++i) {
        const double probability = stream.uniform();
        const double expected = reachOf(std::abs(2 * probability - 1));
        QVERIFY(std::abs(normalQuantile(probability) - std::copysign(expected, probability - 0.5)) < 1e-7);
    }
    for (const double probability : {0.025, 0.1, 0.25, 0.75, 0.9, 0.975})
        QCOMPARE(normalQuantile(probability), -normalQuantile(1 - probability));
}

void tst_NormalQuantile::itReachesAsFarAsAnyDraw()
{
    const double least = normalQuantile(0x1p-53);
    QVERIFY(least < -8.2 && least > -8.3);
    QCOMPARE(normalQuantile(1 - 0x1p-53), -least);
    QVERIFY(std::abs(normalQuantile(0.5 - 0x1p-53)) < 1e-15);
}

void tst_NormalQuantile::itRisesFromCellToCell()
{
    for (double edge = 0x1p-52; edge < 0.5; edge *= 1 + 1.0 / 32) {
        const double step = std::max(edge * 0x1p-20, 0x1p-53);
        QVERIFY(normalQuantile(edge - step) < normalQuantile(edge + step));
    }
}

PINPATH_TEST(tst_NormalQuantile, "tst_normalquantile")

} // namespace tst_normalquantile

#include "tst_normalquantile.moc"
