// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/exactintervals.h"

#include <boost/math/distributions/beta.hpp>

#include <cassert>

namespace engine {

namespace {

double betaQuantile(double a, double b, double probability)
{
    return boost::math::quantile(boost::math::beta_distribution<>(a, b), probability);
}

} // namespace

Interval clopperPearsonInterval(std::int64_t successes, std::int64_t trials, double confidence)
{
    assert(trials > 0 && successes >= 0 && successes <= trials);
    const double tail = (1 - confidence) / 2;
    const double x = double(successes);
    const double n = double(trials);
    return {successes == 0 ? 0.0 : betaQuantile(x, n - x + 1, tail),
            successes == trials ? 1.0 : betaQuantile(x + 1, n - x, 1 - tail)};
}

Interval jeffreysInterval(std::int64_t successes, std::int64_t trials, double confidence)
{
    assert(trials > 0 && successes >= 0 && successes <= trials);
    const double tail = (1 - confidence) / 2;
    const double a = double(successes) + 0.5;
    const double b = double(trials - successes) + 0.5;
    return {betaQuantile(a, b, tail), betaQuantile(a, b, 1 - tail)};
}

} // namespace engine
