// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/clock.h"

namespace tests {

// A machine whose time stands still unless a test moves it.
class ManualTime final : public engine::TimeSource {
public:
    // Monday 23 November 2026, 14:00:00 UTC.
    static constexpr engine::Instant Start = engine::fromMilliseconds(1'795'442'400'000);

    engine::milliseconds steady() const override { return m_steady; }
    engine::Instant wall() const override { return m_wall; }

    void pass(engine::milliseconds span)
    {
        m_steady += span;
        m_wall += span;
    }
    void setWall(engine::Instant wall) { m_wall = wall; }

private:
    engine::milliseconds m_steady{1'000'000};
    engine::Instant m_wall = Start;
};

} // namespace tests
