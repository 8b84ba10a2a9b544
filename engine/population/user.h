// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/population.h"
#include "engine/verification/verification.h"

// What one user of a population does about the messages of one request. Pure: the same keys give the same acts.
namespace engine {

// How long a call rings before it counts as not answered.
inline constexpr seconds RingTime{25};

struct UserKey {
    std::uint64_t seed = 0; // of the population's luck
    std::uint64_t user = 0; // one per request, unless the same user shall come back with the same luck
};

struct Traits {
    bool isUnreachable = false;
    bool getsNoSms = false;
    bool neverAnswersCalls = false;
    milliseconds patience = milliseconds::max();
    milliseconds entry{};
    milliseconds entryAfterCall{};
};

Traits drawTraits(const Population &population, UserKey key);

// What becomes of the message of `step`, sent `sinceRequest` after the request, and what the user does about it.
// Who has left by the time of their first code enters none; who is there then tries until a code is right.
StepPlan planStep(const Population &population, const Traits &traits, Channel channel, UserKey key, std::uint8_t step,
                  milliseconds sinceRequest);

} // namespace engine
