// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/confidencesequence.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

double logBeta(double a, double b)
{
    using boost::math::lgamma;
    return lgamma(a) + lgamma(b) - lgamma(a + b);
}

// The logarithm of the martingale, should `rate` be the truth. The prior has its mean there, and a weight by which the
// bound is tightest at the wanted size.
double logMartingale(const Proportion &proportion, double rate, double alpha, double tightestAt)
{
    const double spread = rate * (1 - rate);
    const double l = std::log(1 / alpha);
    const double rho = tightestAt * spread / (2 * l + std::log(1 + 2 * l));
    const double weight = std::max(rho - spread, 1e-3 * spread);
    const double a = weight / (1 - rate);
    const double b = weight / rate;
    const double successes = double(proportion.successes);
    const double others = double(proportion.trials - proportion.successes);
    return logBeta(a + successes, b + others) - logBeta(a, b) - successes * std::log(rate) - others * std::log1p(-rate);
}

} // namespace

Interval confidenceSequence(const Proportion &proportion, double alpha, double tightestAt)
{
    constexpr int Halvings = 40; // more would round to a rate of 1
    const auto isPossible
        = [&](double rate) { return logMartingale(proportion, rate, alpha, tightestAt) <= std::log(1 / alpha); };
    // Between a rate that is possible and one that is not.
    const auto edge = [&](double possible, double impossible) {
        for (int i = 0; i < Halvings; ++i) {
            const double middle = (possible + impossible) / 2;
            (isPossible(middle) ? possible : impossible) = middle;
        }
        return possible;
    };
    const double n = double(proportion.trials);
    const double inside = std::clamp(proportion.rate(), 0.25 / n, 1 - 0.25 / n);
    return {proportion.successes == 0 ? 0 : edge(inside, 0),
            proportion.successes == proportion.trials ? 1 : edge(inside, 1)};
}

} // namespace engine
