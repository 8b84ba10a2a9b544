// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/clock.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

// A difference between wall and engine time below this is drift, not a jump.
constexpr milliseconds WallTolerance{2000};

} // namespace

milliseconds MachineTime::steady() const
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Instant MachineTime::wall() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return Instant(std::chrono::duration_cast<milliseconds>(sinceEpoch));
}

Clock::Clock(const TimeSource &source, ClockSetting setting, std::optional<Instant> last)
    : m_source(source)
    , m_setting(setting)
{
    const Instant wall = source.wall();
    anchorAt(!last ? wall : setting.mode == ClockMode::Real ? std::max(wall, *last) : *last);
    m_resumedAt = m_anchor;
    m_isBackwardReported = m_anchor - wall > WallTolerance; // that it is ahead is known
}

Instant Clock::now() const
{
    const std::scoped_lock lock(m_mutex);
    return nowLocked();
}

Instant Clock::nowLocked() const
{
    const milliseconds passed = m_source.steady() - m_anchorSteady;
    switch (m_setting.isPaused ? ClockMode::Manual : m_setting.mode) {
    case ClockMode::Real:
        return m_anchor + passed;
    case ClockMode::Scaled:
        return m_anchor + milliseconds(std::llround(double(passed.count()) * m_setting.speed));
    case ClockMode::Manual:
        break;
    }
    return m_anchor;
}

ClockSetting Clock::setting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_setting;
}

double Clock::rate() const
{
    const ClockSetting setting = this->setting();
    if (setting.isPaused || setting.mode == ClockMode::Manual)
        return 0;
    return setting.mode == ClockMode::Real ? 1 : setting.speed;
}

Instant Clock::resumedAt() const
{
    const std::scoped_lock lock(m_mutex);
    return m_resumedAt;
}

milliseconds Clock::lead() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_setting.mode != ClockMode::Real)
        return {};
    const milliseconds ahead = nowLocked() - m_source.wall();
    return ahead > WallTolerance ? ahead : milliseconds::zero();
}

std::optional<milliseconds> Clock::machineTimeUntil(Instant instant) const
{
    const milliseconds engineTime = instant - now();
    if (engineTime <= milliseconds::zero())
        return milliseconds::zero();
    const double perSecond = rate();
    if (perSecond <= 0)
        return std::nullopt;
    return milliseconds(static_cast<std::int64_t>(std::ceil(double(engineTime.count()) / perSecond)));
}

void Clock::set(ClockSetting setting)
{
    const std::scoped_lock lock(m_mutex);
    Instant from = nowLocked();
    const bool becomesReal = setting.mode == ClockMode::Real && m_setting != setting;
    if (becomesReal && !setting.isPaused && m_source.wall() > from) {
        from = m_source.wall();
        m_resumedAt = from;
    }
    m_setting = setting;
    anchorAt(from);
    m_isBackwardReported = from - m_source.wall() > WallTolerance;
}

void Clock::jumpTo(Instant instant)
{
    const std::scoped_lock lock(m_mutex);
    anchorAt(std::max(instant, nowLocked()));
}

Clock::WallJump Clock::watchWall()
{
    const std::scoped_lock lock(m_mutex);
    if (m_setting.mode != ClockMode::Real || m_setting.isPaused)
        return WallJump::None;
    const milliseconds ahead = m_source.wall() - nowLocked();
    if (ahead > WallTolerance) {
        anchorAt(m_source.wall());
        m_resumedAt = m_anchor;
        m_isBackwardReported = false;
        return WallJump::Forward;
    }
    if (ahead < -WallTolerance && !m_isBackwardReported) {
        m_isBackwardReported = true;
        return WallJump::Backward;
    }
    return WallJump::None;
}

void Clock::anchorAt(Instant instant)
{
    m_anchor = instant;
    m_anchorSteady = m_source.steady();
}

} // namespace engine
