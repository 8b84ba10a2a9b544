// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/verification.h"

#include <optional>
#include <vector>

// What will happen to a message unless something else comes first: it follows from the events alone, in life, in the
// store's rows and when they are made anew from the journal. Pure.
namespace engine {

struct Pending {
    enum class Kind : std::uint8_t {
        Report, // the carrier's news of the message
        Entry, // a simulated user enters a code
    };

    Kind kind = Kind::Report;
    std::uint8_t step = 0; // of which message
    std::uint8_t pinGeneration = 0; // of the PIN in it
    std::uint8_t attempt = 0; // Entry: how many wrong codes this user entered before
    StepPlan plan;
    Instant at{};

    bool operator==(const Pending &) const = default;
};

// Whether the event takes the place of `pending`, or makes it pointless.
bool isEndedBy(const Pending &pending, const Event &event);
// What the event sets in motion. `after` is the verification after it, `ended` what it has ended, if anything.
std::optional<Pending> begunBy(const Event &event, const Verification &after, const std::optional<Pending> &ended);

// Both for a list, in the order in which things began.
void follow(std::vector<Pending> &pending, const Event &event, const Verification &after);

} // namespace engine
