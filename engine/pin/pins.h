// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"
#include "engine/pin/storekey.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace engine {

// What of a request decides its PINs.
struct PinSubject {
    RequestId id;
    int codeLength = 4; // digits of a derived PIN, 4 to 10
    QByteArray sealedPin; // a custom PIN, the same in every generation; empty when PINs are derived
};

// Derives the PINs of a store's requests; nothing is stored. Without the store's key there are no PINs, and
// everything says so. Immutable: safe from any thread.
class Pins {
public:
    explicit Pins(std::optional<StoreKey> key)
        : m_key(std::move(key))
    { }

    bool isUsable() const { return m_key.has_value(); }
    // The PIN of a generation (from 1): the first of HMAC(key, id, generation, n) for n = 0, 1, ..., reduced without
    // bias to the wanted digits, that differs from every earlier one of the request. Empty without the key.
    QString pin(const PinSubject &subject, std::uint8_t generation) const;
    // The latest generation up to `current` whose PIN is `code`; none if there is none. Takes the same time for any
    // code of the PIN's length.
    std::optional<std::uint8_t> match(const PinSubject &subject, std::uint8_t current, const QString &code) const;
    QByteArray seal(const QString &secret) const;
    // Empty without the key, and for what another key sealed.
    QString unseal(const QByteArray &sealed) const;

    // Drawn evenly from all, and the same for the same text under the same key; 0 without one.
    std::uint64_t lot(const QString &text) const;

private:
    QString derived(const PinSubject &subject, std::uint8_t generation) const;
    std::uint64_t candidate(const PinSubject &subject, std::uint8_t generation, std::uint32_t &n) const;

    std::optional<StoreKey> m_key;
};

} // namespace engine
