// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QByteArray>

#include <optional>

// How a decision is written in the journal's rows: CBOR, since it is compact and tells its own shape. Forms are only
// ever added: a later version reads every journal that an earlier one wrote.
namespace engine {

// All of the entry but its sequence and key, which are columns.
QByteArray encodeJournalBody(const JournalEntry &entry);
// None when the bytes are damaged.
std::optional<JournalEntry> decodeJournalBody(Sequence sequence, VerificationKey key, const QByteArray &body);

} // namespace engine
