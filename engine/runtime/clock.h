// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clocksetting.h"
#include "engine/base/instant.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>

namespace engine {

// Where real time comes from, so that tests can stand in for it. Any thread.
class TimeSource {
public:
    virtual ~TimeSource() = default;
    virtual milliseconds steady() const = 0; // monotonic, from any origin
    virtual Instant wall() const = 0; // the machine's date and time, which may jump
};

// What the machine says. Any thread.
class MachineTime final : public TimeSource {
public:
    milliseconds steady() const override;
    Instant wall() const override;
};

// The engine's time: anchor + speed x steady time since the anchor. Real runs at speed 1 from the machine's date,
// manual stands still and moves by jumps. Time never runs back. Every member may be called from any thread; only the
// engine thread changes it.
class Clock {
public:
    // Resumes a store whose last instant was `last`: real at max(wall, last), scaled and manual at `last`.
    // Without a last instant all resume at the wall clock.
    Clock(const TimeSource &source, ClockSetting setting, std::optional<Instant> last);

    Instant now() const;
    ClockSetting setting() const;
    // Engine seconds per second at this moment: 0 when paused or manual.
    double rate() const;
    // Nothing that was due before this instant can have run before it.
    Instant resumedAt() const;
    // By how much a real clock is ahead of the wall, as after a spell at high speed; zero otherwise.
    milliseconds lead() const;
    // How long the machine waits until engine time is `instant`; none if it never comes by itself.
    std::optional<milliseconds> machineTimeUntil(Instant instant) const;

    // Keeps the present instant, except that a change to real resumes at the wall where that is later.
    void set(ClockSetting setting);
    // Moves the clock forward; not for the real one. `instant` before now changes nothing.
    void jumpTo(Instant instant);

    enum class WallJump : std::uint8_t { None, Forward, Backward };
    // Notices that the machine's date was changed, or that it slept: a forward jump resumes the real clock there; a
    // backward one is ignored and reported once. The engine calls it now and then.
    WallJump watchWall();

private:
    Instant nowLocked() const;
    void anchorAt(Instant instant);

    const TimeSource &m_source;
    mutable std::mutex m_mutex;
    ClockSetting m_setting;
    Instant m_anchor{};
    milliseconds m_anchorSteady{};
    Instant m_resumedAt{};
    bool m_isBackwardReported = false;
};

} // namespace engine
