// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/contingency.h"

#include "engine/statistics/distributions.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

double logChoose(std::int64_t n, std::int64_t k)
{
    using boost::math::lgamma;
    return lgamma(double(n) + 1) - lgamma(double(k) + 1) - lgamma(double(n - k) + 1);
}

} // namespace

double fisherExact(const Proportion &a, const Proportion &b)
{
    constexpr double Alike = 1e-7; // two tables as probable as each other, but for rounding
    const std::int64_t successes = a.successes + b.successes;
    const auto logProbability = [&](std::int64_t inA) {
        return logChoose(a.trials, inA) + logChoose(b.trials, successes - inA)
            - logChoose(a.trials + b.trials, successes);
    };
    const double observed = logProbability(a.successes);
    double p = 0;
    for (std::int64_t inA = std::max<std::int64_t>(0, successes - b.trials); inA <= std::min(a.trials, successes);
         ++inA) {
        const double each = logProbability(inA);
        if (each <= observed + Alike)
            p += std::exp(each);
    }
    return std::min(p, 1.0);
}

ChiSquare omnibusChiSquare(const std::vector<Proportion> &proportions)
{
    Proportion all;
    for (const Proportion &each : proportions) {
        all.successes += each.successes;
        all.trials += each.trials;
    }
    ChiSquare result;
    result.degreesOfFreedom = std::max(0, int(proportions.size()) - 1);
    if (result.degreesOfFreedom == 0 || all.successes == 0 || all.successes == all.trials)
        return result;
    for (const Proportion &each : proportions) {
        const double expected = double(each.trials) * all.rate();
        const double distance = double(each.successes) - expected;
        result.statistic += distance * distance * (1 / expected + 1 / (double(each.trials) - expected));
    }
    result.p = chiSquareTail(result.statistic, result.degreesOfFreedom);
    return result;
}

std::vector<double> holm(const std::vector<double> &p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double largest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        largest = std::max(largest, std::min(1.0, double(order.size() - i) * p[order[i]]));
        adjusted[order[i]] = largest;
    }
    return adjusted;
}

} // namespace engine
