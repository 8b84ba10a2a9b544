// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <QString>

#include <cstdint>
#include <mutex>
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

// Why a request is refused at the door, in the order in which it is looked at.
enum class Refusal : std::uint8_t { MissingKey, MissingSecret, UnknownKey, WrongSecret };

// None for the account's own. Takes the same time for any secret.
std::optional<Refusal> judge(const Credentials &credentials, const Account &account);

// How many requests were refused at the door, for the window. Any thread.
class RefusalCount {
public:
    struct Seen {
        int count = 0;
        std::optional<Refusal> last;
    };

    void add(Refusal refusal);
    Seen seen() const;

private:
    mutable std::mutex m_mutex;
    Seen m_seen;
};

} // namespace engine
