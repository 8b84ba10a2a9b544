// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the methods need of the distributions, whose functions are Boost's.
namespace engine {

// How many standard errors a two-sided interval reaches to each side; `confidence` is within (0, 1).
double reachOf(double confidence);

// How probable a standard normal value is to lie below this one.
double normalShareBelow(double value);

// How probable a chi-square statistic of at least this is by chance; `degreesOfFreedom` is above zero.
double chiSquareTail(double statistic, int degreesOfFreedom);

} // namespace engine
