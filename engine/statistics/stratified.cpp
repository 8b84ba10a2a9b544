// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/stratified.h"

#include "engine/statistics/distributions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

// Successes and the rest of a, then of b.
struct Table {
    explicit Table(const Stratum &stratum)
        : a(double(stratum.a.successes))
        , b(double(stratum.a.trials - stratum.a.successes))
        , c(double(stratum.b.successes))
        , d(double(stratum.b.trials - stratum.b.successes))
    { }

    double all() const { return a + b + c + d; }
    bool hasEmptyCell() const { return a == 0 || b == 0 || c == 0 || d == 0; }

    double a;
    double b;
    double c;
    double d;
};

ChiSquare mantelHaenszelTest(const std::vector<Table> &tables)
{
    double distance = 0;
    double variance = 0;
    for (const Table &t : tables) {
        const double n = t.all();
        distance += t.a - (t.a + t.b) * (t.a + t.c) / n;
        if (n > 1)
            variance += (t.a + t.b) * (t.c + t.d) * (t.a + t.c) * (t.b + t.d) / (n * n * (n - 1));
    }
    ChiSquare test{0, 1, 1};
    if (variance <= 0)
        return test;
    const double corrected = std::max(std::abs(distance) - 0.5, 0.0);
    test.statistic = corrected * corrected / variance;
    test.p = chiSquareTail(test.statistic, 1);
    return test;
}

ChiSquare woolfTest(const std::vector<Table> &tables)
{
    double weights = 0;
    double sum = 0;
    double squares = 0;
    for (Table t : tables) {
        if (t.hasEmptyCell()) {
            for (double *cell : {&t.a, &t.b, &t.c, &t.d})
                *cell += 0.5;
        }
        const double logRatio = std::log(t.a * t.d / (t.b * t.c));
        const double weight = 1 / (1 / t.a + 1 / t.b + 1 / t.c + 1 / t.d);
        weights += weight;
        sum += weight * logRatio;
        squares += weight * logRatio * logRatio;
    }
    ChiSquare test{0, std::max(0, int(tables.size()) - 1), 1};
    if (test.degreesOfFreedom == 0)
        return test;
    test.statistic = std::max(0.0, squares - sum * sum / weights);
    test.p = chiSquareTail(test.statistic, test.degreesOfFreedom);
    return test;
}

} // namespace

StratifiedComparison compareStratified(const std::vector<Stratum> &strata, double confidence)
{
    std::vector<Table> tables;
    for (const Stratum &stratum : strata) {
        if (stratum.a.trials > 0 && stratum.b.trials > 0)
            tables.emplace_back(stratum);
    }
    StratifiedComparison result;
    if (tables.empty())
        return result;

    double a = 0, b = 0, c = 0, d = 0;
    double r = 0, s = 0; // the two sums whose ratio it is
    double pr = 0, psqr = 0, qs = 0;
    for (const Table &t : tables) {
        a += t.a;
        b += t.b;
        c += t.c;
        d += t.d;
        const double n = t.all();
        const double diagonal = (t.a + t.d) / n;
        const double across = (t.b + t.c) / n;
        const double forA = t.a * t.d / n;
        const double forB = t.b * t.c / n;
        r += forA;
        s += forB;
        pr += diagonal * forA;
        psqr += diagonal * forB + across * forA;
        qs += across * forB;
    }
    result.rawOddsRatio = a * d / (b * c);
    result.commonOddsRatio = r / s;
    const double error = std::sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s));
    const double reach = reachOf(confidence) * error;
    result.interval = {result.commonOddsRatio * std::exp(-reach), result.commonOddsRatio * std::exp(reach)};
    result.test = mantelHaenszelTest(tables);
    result.homogeneity = woolfTest(tables);
    return result;
}

} // namespace engine
