// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/base/result.h"

#include <QString>

#include <string>

namespace engine {

// What a server shows to clients that speak TLS, and the key it proves that with, both as PEM. A value.
struct TlsCertificate {
    std::string certificate; // with those that vouch for it, if any, after it
    std::string key;

    // Fails with a sentence when a file cannot be read, or when the two do not belong together.
    static Result<TlsCertificate> load(const QString &certificatePath, const QString &keyPath);

    // The one in these files, as long as it is good at `now` and for `host`, an address or a name; otherwise a new one
    // that nobody vouches for, good for this machine under that and all its own names, which is written there: a client
    // that was told to trust it need not be told again. The key's file has mode 0600.
    static Result<TlsCertificate> selfSigned(const QString &certificatePath, const QString &keyPath,
                                             const QString &host, Instant now);
};

} // namespace engine
