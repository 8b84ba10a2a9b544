// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/contingency.h"

#include "engine/statistics/distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

// The tables with the same sums as the observed one, told by how many successes are in a. Weights are relative to the
// most probable one, whose weight is 1, and each follows from its neighbour's: that is exact to the last digits, where
// factorials of large numbers are not, and what is too improbable to count is never visited.
class TablesOfSums {
public:
    TablesOfSums(const Proportion &a, const Proportion &b)
        : m_trialsA(double(a.trials))
        , m_trialsB(double(b.trials))
        , m_successes(double(a.successes + b.successes))
        , m_mode(std::floor((m_successes + 1) * (m_trialsA + 1) / (m_trialsA + m_trialsB + 2)))
    { }

    double weightOf(double inA) const
    {
        double weight = 1;
        for (double at = m_mode; at < inA && weight > 0; ++at)
            weight *= up(at);
        for (double at = m_mode; at > inA && weight > 0; --at)
            weight /= up(at - 1);
        return weight;
    }

    // Of all tables: the share of those that weigh no more than `limit`.
    double shareUpTo(double limit) const
    {
        constexpr double Negligible = 1e-18;
        double all = 0;
        double light = 0;
        const auto add = [&](double weight) {
            all += weight;
            if (weight <= limit)
                light += weight;
        };
        add(1);
        const double least = Negligible * std::min(1.0, limit);
        double weight = 1;
        for (double at = m_mode; weight > least; ++at)
            add(weight *= up(at));
        weight = 1;
        for (double at = m_mode; at > std::max(0.0, m_successes - m_trialsB) && weight > least; --at)
            add(weight /= up(at - 1));
        return light / all;
    }

private:
    // By how much the table with one more in a weighs more; 0 after the last.
    double up(double inA) const
    {
        return (m_trialsA - inA) * (m_successes - inA) / ((inA + 1) * (m_trialsB - m_successes + inA + 1));
    }

    double m_trialsA;
    double m_trialsB;
    double m_successes;
    double m_mode;
};

} // namespace

double fisherExact(const Proportion &a, const Proportion &b)
{
    constexpr double Alike = 1e-7; // two tables as probable as each other, but for rounding
    const TablesOfSums tables(a, b);
    return tables.shareUpTo(tables.weightOf(double(a.successes)) * (1 + Alike));
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
