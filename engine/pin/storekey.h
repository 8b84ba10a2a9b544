// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace engine {

// The secret of one store, in a file beside it with mode 0600: all PINs come from it, and what the store must keep
// secret is sealed with it. libsodium does the work. A value; reading it is safe from any thread.
class StoreKey {
public:
    using Secret = std::array<std::uint8_t, 32>;

    // Draws a key and writes it to `path`; fails rather than overwrite a file that is there.
    static Result<StoreKey> create(const QString &path);
    // Fails with a sentence when the file is missing, unreadable or of the wrong size.
    static Result<StoreKey> load(const QString &path);

    ~StoreKey();
    StoreKey(const StoreKey &) = default;
    StoreKey &operator=(const StoreKey &) = default;

    // Tells keys apart without revealing them.
    QByteArray fingerprint() const;
    QByteArray seal(const QByteArray &plain) const;
    // None when it was sealed with another key or has been changed.
    std::optional<QByteArray> unseal(const QByteArray &sealed) const;
    // The same for the same number, and without the key nobody can tell of which: for numbers that must not be kept.
    std::uint64_t hash(std::uint64_t number) const;
    std::uint64_t hash(const QByteArray &text) const; // likewise
    const Secret &pinSecret() const { return m_pinSecret; }

private:
    explicit StoreKey(const QByteArray &master);

    Secret m_pinSecret{};
    Secret m_sealSecret{};
    Secret m_fingerprint{};
    Secret m_hashSecret{};
};

// Random bytes from the system's source.
QByteArray randomBytes(int count);

} // namespace engine
