// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/user.h"
#include "engine/verification/verification.h"

#include <array>

namespace engine {

// One user of a population who lives through one verification: the rules play against what the user and the carrier
// will do, everything at its own instant and, at one instant, in the order in which it was set in motion. The live
// engine's queue has the same order, so both come to the same events. Allocates nothing, writes nothing, draws only
// from the streams of its user. The population outlives it.
class UserLife {
public:
    UserLife(const Workflow &workflow, const Population &population, UserKey user, Instant startedAt);
    // The same, for who has drawn the user's traits already.
    UserLife(const Workflow &workflow, const Population &population, UserKey user, const Traits &traits,
             Instant startedAt);

    // When the next thing happens; none once it has ended and the carrier's last news is in.
    std::optional<Instant> next() const;
    // Lives through it. Events carry their plans and whose answer they are, as the journal keeps them; none when it
    // changed nothing.
    Decision live();

    const Verification &verification() const { return m_verification; }

private:
    enum class Kind : std::uint8_t { Start, Wake, Report, Entry };
    struct Pending {
        Instant at{};
        std::uint32_t order = 0;
        Kind kind = Kind::Start;
        std::uint8_t step = 0;
        std::uint8_t attempt = 0; // Entry: how many wrong codes were entered before
        std::uint8_t pinGeneration = 0;
        StepPlan plan;
    };

    const Pending *earliest() const;
    void push(Pending pending);
    void remove(Kind kind);
    Decision carryOut(const Command &command, Instant at, std::uint8_t answers = 0);
    void follow(const Event &sent);

    const Population &m_population;
    UserKey m_user;
    Traits m_traits;
    Workflow m_workflow;
    Verification m_verification;
    std::array<Pending, 1 + 2 * MaxSteps> m_pending{}; // a wake; news and a code for each message
    std::uint8_t m_count = 0;
    std::uint32_t m_order = 0;
};

} // namespace engine
