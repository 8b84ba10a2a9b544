// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/survival.h"

#include "engine/statistics/distributions.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace engine {

namespace {

bool isEarlier(const Observed &a, const Observed &b)
{
    return a.time < b.time;
}

// How many are watched just before a time, and to how many it happens then.
struct Moment {
    double atRisk = 0;
    double events = 0;
};

// Walks through observations in the order of time.
class Watched {
public:
    explicit Watched(std::vector<Observed> observed)
        : m_observed(std::move(observed))
    {
        std::sort(m_observed.begin(), m_observed.end(), isEarlier);
    }

    Moment at(double time)
    {
        while (m_next < m_observed.size() && m_observed[m_next].time < time)
            ++m_next;
        Moment moment{double(m_observed.size() - m_next), 0};
        for (std::size_t i = m_next; i < m_observed.size() && m_observed[i].time == time; ++i)
            moment.events += m_observed[i].isEvent;
        return moment;
    }

private:
    std::vector<Observed> m_observed;
    std::size_t m_next = 0;
};

} // namespace

std::vector<SurvivalPoint> kaplanMeier(std::vector<Observed> observed, double confidence)
{
    std::sort(observed.begin(), observed.end(), isEarlier);
    const double z = reachOf(confidence);
    std::vector<SurvivalPoint> curve;
    double survival = 1;
    double greenwood = 0;
    for (std::size_t i = 0; i < observed.size();) {
        const double time = observed[i].time;
        const double atRisk = double(observed.size() - i);
        double events = 0;
        for (; i < observed.size() && observed[i].time == time; ++i)
            events += observed[i].isEvent;
        if (events == 0)
            continue;
        survival *= 1 - events / atRisk;
        SurvivalPoint point{time, survival, 0, {}};
        if (events < atRisk) {
            greenwood += events / (atRisk * (atRisk - events));
            point.standardError = survival * std::sqrt(greenwood);
            const double reach = z * std::sqrt(greenwood) / std::abs(std::log(survival));
            point.interval = {std::pow(survival, std::exp(reach)), std::pow(survival, std::exp(-reach))};
        }
        curve.push_back(point);
    }
    return curve;
}

ChiSquare logRank(const std::vector<Observed> &a, const std::vector<Observed> &b)
{
    std::vector<double> times;
    for (const auto *group : {&a, &b}) {
        for (const Observed &each : *group) {
            if (each.isEvent)
                times.push_back(each.time);
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    Watched inA(a);
    Watched inB(b);
    double distance = 0;
    double variance = 0;
    for (const double time : times) {
        const Moment ofA = inA.at(time);
        const Moment ofB = inB.at(time);
        const double atRisk = ofA.atRisk + ofB.atRisk;
        const double events = ofA.events + ofB.events;
        const double share = ofA.atRisk / atRisk;
        distance += ofA.events - events * share;
        if (atRisk > 1)
            variance += events * share * (1 - share) * (atRisk - events) / (atRisk - 1);
    }
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
    std::sort(finished.begin(), finished.end(), [](const Finished &a, const Finished &b) { return a.time < b.time; });
    std::vector<IncidencePoint> curve;
    IncidencePoint point{0, 1, std::vector<double>(std::size_t(causes), 0.0)};
    for (std::size_t i = 0; i < finished.size();) {
        point.time = finished[i].time;
        const double atRisk = double(finished.size() - i);
        const double before = point.remaining;
        double events = 0;
        for (; i < finished.size() && finished[i].time == point.time; ++i) {
            assert(finished[i].cause >= 0 && finished[i].cause <= causes);
            if (finished[i].cause == 0)
                continue;
            point.incidences[std::size_t(finished[i].cause - 1)] += before / atRisk;
            ++events;
        }
        if (events == 0)
            continue;
        point.remaining = before * (1 - events / atRisk);
        curve.push_back(point);
    }
    return curve;
}

} // namespace engine
