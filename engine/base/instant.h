// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace engine {

using std::chrono::milliseconds;
using std::chrono::seconds;

// The engine's time line: UTC, milliseconds since 1970, as `Clock` tells it. It is a type of its own, so that an
// instant of the engine can never be compared with the machine's time: the engine's clock may be scaled, paused or
// moved by hand.
struct EngineTimeline {
    using rep = std::int64_t;
    using period = std::milli;
    using duration = milliseconds;
    using time_point = std::chrono::time_point<EngineTimeline>;
    static constexpr bool is_steady = true; // engine time never runs back within a store
};

using Instant = EngineTimeline::time_point;

constexpr std::int64_t toMilliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

constexpr Instant fromMilliseconds(std::int64_t sinceEpoch)
{
    return Instant(milliseconds(sinceEpoch));
}

} // namespace engine
