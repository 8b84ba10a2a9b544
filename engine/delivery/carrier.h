// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/phonenumber.h"
#include "engine/verification/verification.h"

#include <cstdint>

namespace engine {

struct Population;

// A message that is about to leave.
struct Dispatch {
    PhoneNumber number;
    Channel channel = Channel::Sms;
    std::uint8_t step = 0; // counts from 0
    milliseconds sinceRequest{};
    std::uint64_t userKey = 0; // the same for all messages of one request: who receives them
    const Population *population = nullptr; // the user comes from it; null: a person operates the handset
};

// How a message leaves and what comes back. Called on the engine thread only.
class Carrier {
public:
    virtual ~Carrier() = default;
    // What will become of the message, drawn once: before the commit that sends it, and journaled with it.
    virtual StepPlan plan(const Dispatch &dispatch) = 0;
    // After that commit, at most once per message. A simulated carrier has nothing to do here: the engine plays the
    // plan.
    virtual void send(const Dispatch &) { }
};

} // namespace engine
