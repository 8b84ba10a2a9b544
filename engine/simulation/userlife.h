// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/user.h"
#include "engine/verification/verification.h"

#include <optional>

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
    // What comes of a message that was sent: the carrier's news of it, and then one code after the other.
    struct Message {
        enum class Next : std::uint8_t { Report, Code };
        Instant at{};
        std::uint32_t order = 0;
        Next next = Next::Report;
        std::uint8_t step = 0;
        std::uint8_t pinGeneration = 0;
        std::uint8_t wrongCodes = 0; // entered so far
        StepPlan plan;
    };

    Message *earliestMessage();
    Decision report(Message &message);
    Decision enterCode(Message &message);
    template <class Command>
    Decision carryOut(const Command &command, Instant at, std::uint8_t answers = 0);
    void follow(Event &sent);
    void expectCode(Message &message, Instant since);

    const Population &m_population;
    UserKey m_user;
    Traits m_traits;
    Workflow m_workflow;
    Verification m_verification;
    Instant m_dueAt{}; // when the rules go on by themselves: the start, a message, the end
    std::uint32_t m_dueOrder = 0;
    std::uint32_t m_order = 1; // of what is set in motion next
    std::uint8_t m_messageCount = 0;
    union { // empty until a message is sent, since most lives know one or two
        Message m_messages[MaxSteps];
    };
};

} // namespace engine
