// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/interval.h"

#include <cstdint>

// Intervals of a proportion beside Wilson's, for those who ask for them: `successes` of `trials`, which is above zero;
// `confidence` within (0, 1). Reference: Brown, Cai and DasGupta 2001.
namespace engine {

// Clopper and Pearson 1934: never covers less than it promises, and is wider for it.
Interval clopperPearsonInterval(std::int64_t successes, std::int64_t trials, double confidence = 0.95);

// Equal-tailed everywhere, also at 0 and at `trials`, where some packages switch to another form.
Interval jeffreysInterval(std::int64_t successes, std::int64_t trials, double confidence = 0.95);

} // namespace engine
