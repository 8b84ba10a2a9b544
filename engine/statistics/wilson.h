// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/interval.h"

#include <cstdint>

namespace engine {

// The Wilson score interval of a proportion (Wilson 1927; recommended by Brown, Cai and DasGupta 2001), clipped to
// [0, 1]. `successes` of `trials`, which is above zero; `confidence` within (0, 1).
Interval wilsonInterval(std::int64_t successes, std::int64_t trials, double confidence = 0.95);

} // namespace engine
