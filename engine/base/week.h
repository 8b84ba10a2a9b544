// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

namespace engine {

// From the Monday of its week to the first of January 1970, a Thursday.
inline constexpr std::chrono::days MondayToThursday{3};

// Monday 0:00 UTC of the week in which it lies.
constexpr Instant beginOfWeek(Instant instant)
{
    const auto sinceMonday = instant.time_since_epoch() + MondayToThursday;
    return Instant(std::chrono::floor<std::chrono::weeks>(sinceMonday) - MondayToThursday);
}

} // namespace engine
