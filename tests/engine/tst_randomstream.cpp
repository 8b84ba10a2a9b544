// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/population/randomstream.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

namespace tst_randomstream {

using namespace engine;

class tst_RandomStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameKeyGivesTheSameNumbersOnAnyMachine();
    void anyPartOfTheKeyMakesAnotherStream();
    void numbersFillTheOpenUnitInterval();
    void neighbouringUsersAreUnrelated();
};

void tst_RandomStream::theSameKeyGivesTheSameNumbersOnAnyMachine()
{
    RandomStream stream(1, 2, 3);
    QCOMPARE(stream.next(), std::uint64_t(0x214D4C07ECFEAAC5));
    QCOMPARE(stream.next(), std::uint64_t(0x6FF419CB83DFE1E6));
    QCOMPARE(RandomStream(1, 2, 3).uniform(), 0.13008570855617541);
}

void tst_RandomStream::anyPartOfTheKeyMakesAnotherStream()
{
    std::set<std::uint64_t> firsts;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (std::uint64_t user = 0; user < 20; ++user) {
            for (std::uint64_t purpose = 0; purpose < 20; ++purpose)
                firsts.insert(RandomStream(seed, user, purpose).next());
        }
    }
    QCOMPARE(firsts.size(), std::size_t(20 * 20 * 20));
}

void tst_RandomStream::numbersFillTheOpenUnitInterval()
{
    constexpr int Draws = 100'000;
    RandomStream stream(1, 0, 0);
    std::array<int, 100> cells{};
    for (int i = 0; i < Draws; ++i) {
        const double u = stream.uniform();
        QVERIFY(u > 0 && u < 1);
        ++cells[static_cast<std::size_t>(u * 100)];
    }
    double chiSquare = 0;
    for (const int count : cells)
        chiSquare += std::pow(count - Draws / 100.0, 2) / (Draws / 100.0);
    QVERIFY2(chiSquare > 60 && chiSquare < 150, qPrintable(QString::number(chiSquare))); // 99 degrees of freedom
}

void tst_RandomStream::neighbouringUsersAreUnrelated()
{
    constexpr int Users = 100'000;
    double product = 0;
    for (std::uint64_t user = 0; user < Users; ++user)
        product += (RandomStream(1, user, 4).uniform() - 0.5) * (RandomStream(1, user + 1, 4).uniform() - 0.5);
    const double correlation = product / Users * 12; // the variance of a uniform number is 1/12
    QVERIFY2(std::abs(correlation) < 0.015, qPrintable(QString::number(correlation)));
}

PINPATH_TEST(tst_RandomStream, "tst_randomstream")

} // namespace tst_randomstream

#include "tst_randomstream.moc"
