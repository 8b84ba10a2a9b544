// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/refusal.h"
#include "engine/store/storereader.h"

#include <QString>

#include <optional>
#include <string_view>

namespace engine {

// Who somebody says they are; empty is not said.
struct Credentials {
    QString apiKey;
    QString apiSecret;
};

// Reads an "Authorization" header's value. None when it is not of the Basic scheme; what is Basic and cannot be read
// gives a key that no account has.
std::optional<Credentials> readBasic(std::string_view header);

// None for the account's own. Takes the same time for any secret.
std::optional<Refusal> judge(const Credentials &credentials, const Account &account);

} // namespace engine
