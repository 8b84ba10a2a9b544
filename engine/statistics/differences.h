// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/interval.h"

#include <cstdint>

namespace engine {

// A proportion as it was counted; `trials` is above zero.
struct Proportion {
    std::int64_t successes = 0;
    std::int64_t trials = 0;

    double rate() const { return double(successes) / double(trials); }
};

// `a` minus `b`, looked at once: Newcombe's hybrid score interval (method 10; Stat Med 1998;17:873).
Difference newcombeDifference(const Proportion &a, const Proportion &b, double confidence = 0.95);

// `a` minus `b` where both were tried on the same `pairs`: `onlyA` of them succeeded with `a` alone, `onlyB` with `b`
// alone; the rest went alike. Bonett and Price's adjusted Wald interval (J Educ Behav Stat 2012;37:479).
Difference pairedDifference(std::int64_t onlyA, std::int64_t onlyB, std::int64_t pairs, double confidence = 0.95);

// `a` minus `b`, looked at again and again while data arrive: Robbins' normal mixture, asymptotic (Waudby-Smith et al.
// 2021). All looks together miss the truth with a probability of at most `alpha`. Tightest where the harmonic mean of
// both sizes is 1,000.
Difference sequentialDifference(const Proportion &a, const Proportion &b, double alpha);

// How often data are looked at: those that still arrive again and again, those of a closed period once.
enum class Looks : std::uint8_t { Repeated, Once };

// `a` minus `b`, wrong with a probability of at most `alpha`: sequentialDifference() or newcombeDifference().
Difference differenceUnder(Looks looks, const Proportion &a, const Proportion &b, double alpha);

// How many of each it takes until half the width of that interval is `halfWidth`, should the rates stay as they are.
// `halfWidth` and `alpha` are within (0, 1).
std::int64_t sizeForHalfWidth(Looks looks, double rateA, double rateB, double alpha, double halfWidth);

} // namespace engine
