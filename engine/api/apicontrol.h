// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/exchangelog.h"
#include "engine/base/result.h"

#include <QString>

#include <optional>

namespace engine {

// A certificate and its key, PEM files. Both empty: one that is made here, for which nobody vouches.
struct TlsFiles {
    QString certificate;
    QString key;

    bool isMadeHere() const { return certificate.isEmpty(); }
    bool operator==(const TlsFiles &) const = default;
};

// Where the APIs are served over TLS.
struct TlsPlace {
    QString url; // "https://127.0.0.1:8461"
    QString certificate; // its file
    bool isMadeHere = false; // so that clients must be told to trust that file

    bool operator==(const TlsPlace &) const = default;
};

// What the window sees of the APIs: where they are, whether they are on, and what comes in. Any thread.
class ApiControl {
public:
    virtual ~ApiControl() = default;

    virtual bool isOn() const = 0;
    // "http://127.0.0.1:8460": where it is or, while it is off, was or will be.
    virtual QString url() const = 0;
    // A failure is a sentence for the person who wants it on. Both may take up to two seconds, and do nothing where
    // there is nothing to do.
    virtual Result<void> turnOn() = 0;
    virtual void turnOff() = 0;
    // Serves over TLS as well, with that certificate, or no longer; requests on their way are answered first. After a
    // failure, a sentence as above, it does not.
    virtual Result<void> useTls(const std::optional<TlsFiles> &files) = 0;
    // None: without TLS.
    virtual std::optional<TlsPlace> tls() const = 0;
    virtual ExchangeLog &exchanges() = 0;
};

} // namespace engine
