// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// How many requests it takes to see a difference. Two-sided tests of two proportions with a normal approximation and no
// correction for continuity (Fleiss, Levin and Paik 2003, 4.2). Rates differ and are within (0, 1), as is `alpha`.
namespace engine {

// Of each arm, so that a true difference is found with a probability of `power`.
std::int64_t sampleSize(double rateA, double rateB, double power = 0.8, double alpha = 0.05);

// How probably a true difference is found with `size` in each arm.
double powerOf(std::int64_t size, double rateA, double rateB, double alpha = 0.05);

} // namespace engine
