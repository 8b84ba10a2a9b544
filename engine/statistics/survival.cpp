// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/survival.h"

#include "engine/statistics/distributions.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <span>

namespace engine {

namespace {

// Those of one time together, in the order of time: `visit` gets the time, how many were watched just before it, and
// those whose time it is.
template <class One, class Visit>
void forEachTime(std::vector<One> ones, Visit visit)
{
    std::sort(ones.begin(), ones.end(), [](const One &a, const One &b) { return a.time < b.time; });
    const auto countOf = [](std::int64_t sum, const One &one) { return sum + one.count; };
    std::int64_t atRisk = std::accumulate(ones.begin(), ones.end(), std::int64_t(0), countOf);
    for (auto first = ones.begin(); first != ones.end();) {
        const double time = first->time;
        const auto last = std::find_if(first, ones.end(), [time](const One &one) { return one.time != time; });
        visit(time, double(atRisk), std::span<const One>(first, last));
        atRisk
            = std::accumulate(first, last, atRisk, [](std::int64_t left, const One &one) { return left - one.count; });
        first = last;
    }
}

// One of two groups.
struct InGroup {
    double time = 0;
    bool isEvent = false;
    std::int64_t count = 0;
    bool isInA = false;
};

} // namespace

std::vector<SurvivalPoint> kaplanMeier(std::vector<Observed> observed, double confidence)
{
    const double z = reachOf(confidence);
    std::vector<SurvivalPoint> curve;
    double survival = 1;
    double greenwood = 0;
    forEachTime(std::move(observed), [&](double time, double atRisk, std::span<const Observed> those) {
        double events = 0;
        for (const Observed &each : those)
            events += each.isEvent ? double(each.count) : 0;
        if (events == 0)
            return;
        survival *= 1 - events / atRisk;
        SurvivalPoint point{time, survival, 0, {}};
        if (events < atRisk) {
            greenwood += events / (atRisk * (atRisk - events));
            point.standardError = survival * std::sqrt(greenwood);
            const double reach = z * std::sqrt(greenwood) / std::abs(std::log(survival));
            point.interval = {std::pow(survival, std::exp(reach)), std::pow(survival, std::exp(-reach))};
        }
        curve.push_back(point);
    });
    return curve;
}

ChiSquare logRank(const std::vector<Observed> &a, const std::vector<Observed> &b)
{
    std::vector<InGroup> all;
    double atRiskInA = 0;
    for (const Observed &each : a) {
        all.push_back({each.time, each.isEvent, each.count, true});
        atRiskInA += double(each.count);
    }
    for (const Observed &each : b)
        all.push_back({each.time, each.isEvent, each.count, false});
    double distance = 0;
    double variance = 0;
    forEachTime(std::move(all), [&](double, double atRisk, std::span<const InGroup> those) {
        double events = 0;
        double eventsInA = 0;
        double leavingA = 0;
        for (const InGroup &each : those) {
            const double count = double(each.count);
            events += each.isEvent ? count : 0;
            eventsInA += each.isEvent && each.isInA ? count : 0;
            leavingA += each.isInA ? count : 0;
        }
        const double share = atRiskInA / atRisk;
        distance += eventsInA - events * share;
        if (atRisk > 1)
            variance += events * share * (1 - share) * (atRisk - events) / (atRisk - 1);
        atRiskInA -= leavingA;
    });
    ChiSquare test{0, 1, 1};
    if (variance <= 0)
        return test;
    test.statistic = distance * distance / variance;
    test.p = chiSquareTail(test.statistic, 1);
    return test;
}

double restrictedMean(const std::vector<SurvivalPoint> &curve, double horizon)
{
    double area = 0;
    double since = 0;
    double survival = 1;
    for (const SurvivalPoint &point : curve) {
        if (point.time >= horizon)
            break;
        area += survival * (point.time - since);
        since = point.time;
        survival = point.survival;
    }
    return area + survival * std::max(0.0, horizon - since);
}

std::vector<IncidencePoint> cumulativeIncidence(std::vector<Finished> finished, int causes)
{
    std::vector<IncidencePoint> curve;
    IncidencePoint point{0, 1, std::vector<double>(std::size_t(causes), 0.0)};
    forEachTime(std::move(finished), [&](double time, double atRisk, std::span<const Finished> those) {
        const double before = point.remaining;
        double events = 0;
        for (const Finished &each : those) {
            assert(each.cause >= 0 && each.cause <= causes);
            if (each.cause == 0)
                continue;
            const double count = double(each.count);
            point.incidences[std::size_t(each.cause - 1)] += before * count / atRisk;
            events += count;
        }
        if (events == 0)
            return;
        point.time = time;
        point.remaining = before * (1 - events / atRisk);
        curve.push_back(point);
    });
    return curve;
}

} // namespace engine
