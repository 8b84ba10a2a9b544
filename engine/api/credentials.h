// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/policy.h"
#include "engine/api/refusal.h"

#include <QString>

#include <optional>
#include <string_view>
#include <variant>

namespace engine {

// Who somebody says they are; empty is not said.
struct Credentials {
    QString apiKey;
    QString apiSecret;
};

// Reads an "Authorization" header's value. None when it is not of the Basic scheme; what is Basic and cannot be read
// gives a key that no account has.
std::optional<Credentials> readBasic(std::string_view header);

// Who was let in, an account of the policy that judged; or why nobody was.
using Entrance = std::variant<const Account *, Refusal>;

// Takes the same time for any secret.
Entrance judge(const Credentials &credentials, const Policy &policy);

} // namespace engine
