// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/account.h"
#include "engine/account/rules.h"
#include "engine/request/request.h"

#include <cstdint>
#include <optional>

namespace engine {

// What keeps an account or its request out though its parameters are in order, in the order in which it is looked at
// (verify-api.md, sections 1.2 and 2, where each has a status of its own).
enum class Barrier : std::uint8_t {
    Throttled, // as if too much had been asked; test numbers only
    Unroutable, // the number's calling code is nobody's
    Blocked, // the number, or its network
    AccountBarred,
    NoCredit,
    UnsupportedNetwork, // or country
    NoCustomPins,
    NotApproved, // a demo account, and a number that is not on its list
};

struct Obstacle {
    Barrier barrier;
    QString network; // of a network that is blocked; empty otherwise

    bool operator==(const Obstacle &) const = default;
};

// What the account stands at when it asks.
struct Standing {
    Money spent; // by all of its requests so far
    Instant now{};
};

// The first thing in the way of a start; none: it may begin, unless its number has a running verification. `fate` is
// what a test number is always refused with. Pure.
std::optional<Obstacle> admit(const StartRequest &request, const Account &account, const Rules &rules,
                              const Standing &standing, std::optional<Barrier> fate = std::nullopt);

// The same for a control, which has no number of its own.
std::optional<Obstacle> admitControl(const Account &account, const Standing &standing);

} // namespace engine
