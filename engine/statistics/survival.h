// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/contingency.h"

#include <vector>

// How long until something happens, where not everybody is watched until it does.
namespace engine {

// Times are seconds, or whatever the caller counts in; any order will do. Those who are alike may be counted together.
struct Observed {
    double time = 0;
    bool isEvent = false; // else it was watched until then and no longer
    std::int64_t count = 1;
};

struct SurvivalPoint {
    double time = 0; // of an event; from here on
    double survival = 1; // the share to whom it has not happened
    double standardError = 0; // Greenwood's
    Interval interval; // log-log; at a survival of 0 it is 0 to 0
};

// Kaplan and Meier 1958: a point for each time at which it happened to somebody.
std::vector<SurvivalPoint> kaplanMeier(std::vector<Observed> observed, double confidence = 0.95);

// Whether two groups differ over all of the time (Mantel 1966), without weights.
ChiSquare logRank(const std::vector<Observed> &a, const std::vector<Observed> &b);

// The mean time that each is without the event within `horizon`: the area under the curve.
double restrictedMean(const std::vector<SurvivalPoint> &curve, double horizon);

struct Finished {
    double time = 0;
    int cause = 0; // 1 and up; 0: it was watched until then and no longer
    std::int64_t count = 1;
};

struct IncidencePoint {
    double time = 0;
    double remaining = 1; // the share to whom nothing has happened
    std::vector<double> incidences; // of cause 1, 2, ...; with `remaining` they add up to 1
};

// Aalen and Johansen 1978: which share has ended by each cause, a point for each time at which somebody did. One cause
// is no censoring of another.
std::vector<IncidencePoint> cumulativeIncidence(std::vector<Finished> finished, int causes);

} // namespace engine
