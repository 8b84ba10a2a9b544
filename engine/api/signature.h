// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <vector>

// Requests that carry a signature in place of the secret (verify-api.md, section 1.2). Pure.
namespace engine {

using SignedFields = std::vector<std::pair<QString, QString>>; // all that was sent, in its order

// Whether `signature` is one of these fields under that secret, by any of the five methods: "md5hash", or an HMAC with
// MD5, SHA-1, SHA-256 or SHA-512, in hex digits. Takes the same time for any signature of a length. An empty secret
// signs nothing.
bool isSignatureOf(const QString &signature, const SignedFields &fields, const QString &secret);

} // namespace engine
