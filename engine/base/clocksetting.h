// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace engine {

enum class ClockMode : std::uint8_t { Real, Scaled, Manual };

// How the engine's clock runs, as people choose it and as the store keeps it.
struct ClockSetting {
    ClockMode mode = ClockMode::Real;
    double speed = 1.0; // engine seconds per second; meaningful when scaled
    bool isPaused = false;

    bool operator==(const ClockSetting &) const = default;
};

} // namespace engine
