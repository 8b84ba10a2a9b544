// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/assignment/assignment.h"
#include "engine/base/money.h"
#include "engine/base/phonenumber.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace engine {

// What an account pays for (verify-api.md, section 7).
enum class Billing : std::uint8_t {
    Conversion, // a fee per success, and every message
    Success, // a fee per success alone
};

// Who may use the Verify API, and what of it. A value; the store keeps it with its secrets sealed.
struct Account {
    QString apiKey;
    QString apiSecret; // empty where the store's key is missing: nobody gets in with it
    QString signatureSecret; // what clients sign with; empty: the server's, else the api_secret
    std::optional<int> rateLimitPerSecond; // 0: none; absent: the server's
    std::optional<Money> credit; // paid in so far, against which costs count; absent: it never runs out
    bool isBarred = false;
    bool isDemo = false; // sends to approved numbers only
    std::vector<PhoneNumber> approved;
    bool hasCustomPins = true; // may send pin_code
    Billing billing = Billing::Conversion;
    AssignmentTable assignment; // of requests that name no workflow

    bool operator==(const Account &) const = default;
};

} // namespace engine
