// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/pending.h"
#include "engine/store/verificationrow.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace engine {

// A verification that runs, or has a delivery on its way, with all that its engine needs to go on with it.
struct OpenVerification {
    VerificationRow row;
    QByteArray sealedPin; // a custom PIN; empty when PINs are derived
    QString population; // whose user answers; empty for a person
    QString account; // that asked
    std::vector<Pending> pending;

    bool operator==(const OpenVerification &) const = default;
};

// As its story tells it.
OpenVerification toOpenVerification(const Record &record);

// How it stands in its projection row, so that recovery need not read and fold its story: what the request fixed, and
// what changes with every event. Compact, and made anew by each version of Pinpath that writes it differently.
QByteArray encodeOpenRequest(const Request &request);
QByteArray encodeOpenState(const Verification &verification, const std::vector<Pending> &pending);
// None when the bytes are damaged or of another version: then the journal tells. `row` has key, sequence, id and
// number.
std::optional<OpenVerification> decodeOpen(VerificationRow row, const QByteArray &request, const QByteArray &state);

} // namespace engine
