// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/differences.h"

#include "engine/statistics/distributions.h"
#include "engine/statistics/wilson.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace engine {

namespace {

constexpr double TightestAt = 1000; // the size at which the interval under repeated looks is tightest

Difference around(double estimate, double below, double above)
{
    return {estimate, {std::max(-1.0, estimate - below), std::min(1.0, estimate + above)}};
}

// How many standard errors the interval under repeated looks reaches to each side.
double sequentialFactor(double size, double alpha)
{
    const double l = std::log(1 / alpha);
    const double k = (2 * l + std::log(1 + 2 * l)) * size / TightestAt;
    return std::sqrt((1 + 1 / k) * std::log((1 + k) / (alpha * alpha)));
}

double variance(double rate, double size)
{
    return rate * (1 - rate) / size;
}

} // namespace

Difference newcombeDifference(const Proportion &a, const Proportion &b, double confidence)
{
    const Interval ofA = wilsonInterval(a.successes, a.trials, confidence);
    const Interval ofB = wilsonInterval(b.successes, b.trials, confidence);
    return around(a.rate() - b.rate(), std::hypot(a.rate() - ofA.low, ofB.high - b.rate()),
                  std::hypot(ofA.high - a.rate(), b.rate() - ofB.low));
}

Difference pairedDifference(std::int64_t onlyA, std::int64_t onlyB, std::int64_t pairs, double confidence)
{
    assert(onlyA >= 0 && onlyB >= 0 && pairs > 0 && onlyA + onlyB <= pairs);
    const double n = double(pairs) + 2;
    const double a = (double(onlyA) + 1) / n;
    const double b = (double(onlyB) + 1) / n;
    const double z = reachOf(confidence);
    const double half = z * std::sqrt((a + b - (a - b) * (a - b)) / n);
    return {double(onlyA - onlyB) / double(pairs), {std::max(-1.0, a - b - half), std::min(1.0, a - b + half)}};
}

Difference sequentialDifference(const Proportion &a, const Proportion &b, double alpha)
{
    assert(a.trials > 0 && b.trials > 0 && alpha > 0 && alpha < 1);
    const double sizeA = double(a.trials);
    const double sizeB = double(b.trials);
    const double harmonicMean = 2 / (1 / sizeA + 1 / sizeB);
    // One success and one failure more in each arm, so that a rate of 0 or 1 is not taken for certain.
    const double error = std::sqrt(variance((double(a.successes) + 1) / (sizeA + 2), sizeA)
                                   + variance((double(b.successes) + 1) / (sizeB + 2), sizeB));
    const double half = sequentialFactor(harmonicMean, alpha) * error;
    return around(a.rate() - b.rate(), half, half);
}

Difference differenceUnder(Looks looks, const Proportion &a, const Proportion &b, double alpha)
{
    return looks == Looks::Once ? newcombeDifference(a, b, 1 - alpha) : sequentialDifference(a, b, alpha);
}

std::int64_t sizeForHalfWidth(Looks looks, double rateA, double rateB, double alpha, double halfWidth)
{
    assert(alpha > 0 && alpha < 1 && halfWidth > 0 && halfWidth < 1);
    const auto isEnough = [&](std::int64_t size) {
        const double n = double(size);
        const double factor = looks == Looks::Once ? reachOf(1 - alpha) : sequentialFactor(n, alpha);
        return factor * std::sqrt(variance(rateA, n) + variance(rateB, n)) <= halfWidth;
    };
    std::int64_t enough = 1;
    while (!isEnough(enough))
        enough *= 2;
    std::int64_t tooFew = enough / 2;
    while (enough - tooFew > 1) {
        const std::int64_t middle = tooFew + (enough - tooFew) / 2;
        (isEnough(middle) ? enough : tooFew) = middle;
    }
    return enough;
}

} // namespace engine
