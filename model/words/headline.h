// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

namespace model {

// A verification in one sentence that could be said aloud:
// "Running: second SMS delivered, 2 tries left, 2:43 until it expires." Pure.
QString headline(const engine::Record &record, engine::Instant now);
// The same of one that has expired: "Expired at 10:05: no message reached the user."
QString expiredSentence(const engine::Record &record);

} // namespace model
