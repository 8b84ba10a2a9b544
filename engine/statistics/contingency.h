// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/differences.h"

#include <vector>

// Tests of whether proportions differ at all, as tables of successes and the rest.
namespace engine {

// Fisher's exact test of two proportions, two-sided: how probable are tables no more probable than this one.
double fisherExact(const Proportion &a, const Proportion &b);

struct ChiSquare {
    double statistic = 0;
    int degreesOfFreedom = 0;
    double p = 1;
};

// Pearson's test that all of them are the same, without a correction for continuity. Proportions that are all 0 or all
// 1 do not differ.
ChiSquare omnibusChiSquare(const std::vector<Proportion> &proportions);

// Of a family of p values, each as Holm adjusts it (Scand J Stat 1979;6:65): at most 1, in the order given.
std::vector<double> holm(const std::vector<double> &p);

} // namespace engine
