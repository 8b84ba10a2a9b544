// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/distribution.h"

#include "engine/population/normalquantile.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace engine {

using namespace distributions;

namespace {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

// Wider logarithms than this are slips: one in six draws would take 22,000 times the median.
constexpr double WidestSigma = 10;

QString outside(const QString &path, double least, double most, double value)
{
    return u"%1 must be between %2 and %3, not %4."_s.arg(path)
        .arg(least, 0, 'g', 10)
        .arg(most, 0, 'g', 10)
        .arg(value, 0, 'g', 10);
}

QString timeProblem(const QString &path, double value)
{
    if (value < 0)
        return u"%1 must not be negative, but is %2."_s.arg(path).arg(value, 0, 'g', 10);
    return value <= Distribution::LongestSeconds ? QString() : outside(path, 0, Distribution::LongestSeconds, value);
}

QString firstOf(std::initializer_list<QString> problems)
{
    const auto found = std::find_if(problems.begin(), problems.end(), [](const QString &p) { return !p.isEmpty(); });
    return found == problems.end() ? QString() : *found;
}

// The rule that lists of weights share: there are some, and each counts.
template <class Weighted>
QString weightsProblem(const QString &path, const std::vector<Weighted> &choices, const QString &weightKey)
{
    if (choices.empty())
        return path + u" must not be empty."_s;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (!(choices[i].weight > 0 && choices[i].weight <= 1e9))
            return u"%1[%2]%3 must be above 0 and at most 1e9, not %4."_s.arg(path).arg(i).arg(weightKey).arg(
                choices[i].weight, 0, 'g', 10);
    }
    return {};
}

template <class Weighted>
const Weighted &chosen(const std::vector<Weighted> &choices, double uniform)
{
    double total = 0;
    for (const Weighted &each : choices)
        total += each.weight;
    double left = uniform * total;
    for (const Weighted &each : choices) {
        left -= each.weight;
        if (left < 0)
            return each;
    }
    return choices.back(); // where rounding left a crumb
}

QString problemOf(const Plain &plain, const QString &path)
{
    return std::visit(
        Overloaded{
            [&](const Constant &d) { return timeProblem(path + u".constant.value"_s, d.value); },
            [&](const Uniform &d) {
                return firstOf({timeProblem(path + u".uniform.from"_s, d.from),
                                timeProblem(path + u".uniform.to"_s, d.to),
                                d.from <= d.to ? QString() : path + u".uniform.to must not be below from."_s});
            },
            [&](const Exponential &d) { return timeProblem(path + u".exponential.mean"_s, d.mean); },
            [&](const Lognormal &d) {
                const QString sigma = path + u".lognormal.sigma"_s;
                return firstOf(
                    {timeProblem(path + u".lognormal.median"_s, d.median),
                     d.sigma >= 0 && d.sigma <= WidestSigma ? QString() : outside(sigma, 0, WidestSigma, d.sigma)});
            },
            [&](const Empirical &d) {
                const QString points = path + u".empirical"_s;
                QString problem = weightsProblem(points, d.points, u"[1]"_s);
                for (std::size_t i = 0; i < d.points.size() && problem.isEmpty(); ++i)
                    problem = timeProblem(u"%1[%2][0]"_s.arg(points).arg(i), d.points[i].value);
                return problem;
            },
        },
        plain);
}

double drawn(const Plain &plain, RandomStream &stream)
{
    return std::visit(
        Overloaded{
            [](const Constant &d) { return d.value; },
            [&](const Uniform &d) { return d.from + (d.to - d.from) * stream.uniform(); },
            [&](const Exponential &d) { return -d.mean * std::log1p(-stream.uniform()); },
            [&](const Lognormal &d) { return d.median * std::exp(d.sigma * normalQuantile(stream.uniform())); },
            [&](const Empirical &d) { return chosen(d.points, stream.uniform()).value; },
        },
        plain);
}

} // namespace

QString Distribution::problem(const QString &path) const
{
    const auto *mixture = std::get_if<Mixture>(&m_shape);
    if (!mixture)
        return problemOf(std::get<Plain>(m_shape), path);
    const QString parts = path + u".mixture"_s;
    QString problem = weightsProblem(parts, mixture->parts, u".weight"_s);
    for (std::size_t i = 0; i < mixture->parts.size() && problem.isEmpty(); ++i)
        problem = problemOf(mixture->parts[i].distribution, u"%1[%2]"_s.arg(parts).arg(i));
    return problem;
}

double Distribution::sample(RandomStream &stream) const
{
    const auto *mixture = std::get_if<Mixture>(&m_shape);
    const Plain &plain = mixture ? chosen(mixture->parts, stream.uniform()).distribution : std::get<Plain>(m_shape);
    return std::min(drawn(plain, stream), LongestSeconds);
}

} // namespace engine
