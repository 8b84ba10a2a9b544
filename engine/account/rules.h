// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/base/phonenumber.h"

#include <QString>

#include <optional>
#include <vector>

namespace engine {

// A network that gets no verifications for now, known by how its numbers begin.
struct BlockedNetwork {
    QString network; // country and network code, "23410", as clients are told
    QString prefix; // the first digits of its numbers in E.164, "447700"
    std::optional<Instant> unblockedUntil; // a pause of the block; absent: none

    bool operator==(const BlockedNetwork &) const = default;
};

// Where verifications cannot go, whoever asks.
struct Rules {
    std::vector<PhoneNumber> blockedNumbers;
    std::vector<BlockedNetwork> blockedNetworks;
    std::vector<QString> unsupportedCountries; // ISO 3166 alpha-2

    bool isBlocked(PhoneNumber number) const;
    // The network that keeps this number from being reached at `now`; null when none does.
    const BlockedNetwork *blockOf(PhoneNumber number, Instant now) const;
    bool isSupported(const QString &country) const;

    bool operator==(const Rules &) const = default;
};

} // namespace engine
