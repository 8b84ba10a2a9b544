// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace engine {

enum class ClockMode : std::uint8_t { Real, Scaled, Manual };

// The bounds of `speed`: above an hour per second, a jump is what is meant.
inline constexpr double SlowestSpeed = 0.01;
inline constexpr double FastestSpeed = 3600;

// How the engine's clock runs, as people choose it and as the store keeps it.
struct ClockSetting {
    ClockMode mode = ClockMode::Real;
    double speed = 1.0; // engine seconds per second; meaningful when scaled
    bool isPaused = false;

    bool operator==(const ClockSetting &) const = default;
};

} // namespace engine
