// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/differences.h"

namespace engine {

// An interval of one rate that holds at every look while data arrive: all looks together miss the truth with a
// probability of at most `alpha`. Beta-binomial mixture (Howard, Ramdas, McAuliffe and Sekhon, Ann Stat 2021): the
// rates at which the mixture's martingale has not passed 1 / alpha. Tightest after `tightestAt` trials.
Interval confidenceSequence(const Proportion &proportion, double alpha = 0.05, double tightestAt = 100);

} // namespace engine
