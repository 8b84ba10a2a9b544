// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/power.h"

#include "engine/statistics/distributions.h"

#include <cassert>
#include <cmath>

namespace engine {

namespace {

// Of one request in each arm: the standard error of the difference if both rates are the same, and as they are.
struct Spread {
    Spread(double rateA, double rateB)
        : ifSame(std::sqrt((rateA + rateB) * (1 - (rateA + rateB) / 2)))
        , asTheyAre(std::sqrt(rateA * (1 - rateA) + rateB * (1 - rateB)))
    { }

    double ifSame;
    double asTheyAre;
};

} // namespace

std::int64_t sampleSize(double rateA, double rateB, double power, double alpha)
{
    assert(rateA != rateB && power > 0 && power < 1);
    const Spread spread(rateA, rateB);
    const double oneSided = reachOf(2 * power - 1); // a two-sided test misses on one side only
    const double sum = reachOf(1 - alpha) * spread.ifSame + oneSided * spread.asTheyAre;
    return std::int64_t(std::ceil(sum * sum / ((rateA - rateB) * (rateA - rateB))));
}

double powerOf(std::int64_t size, double rateA, double rateB, double alpha)
{
    assert(size > 0);
    const Spread spread(rateA, rateB);
    const double distance = std::abs(rateA - rateB) * std::sqrt(double(size));
    return normalShareBelow((distance - reachOf(1 - alpha) * spread.ifSame) / spread.asTheyAre);
}

} // namespace engine
