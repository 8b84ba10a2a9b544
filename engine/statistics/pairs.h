// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

namespace engine {

// Every two workflows of a market that have enough requests to compare: the higher rate against the lower, in the order
// of rates. All of them are one family for Holm's adjustment.
std::vector<PairTest> pairsOf(const Market &market);

} // namespace engine
