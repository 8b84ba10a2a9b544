// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/jsonwriter.h"
#include "engine/record/record.h"

#include <QString>

#include <optional>

namespace engine {

// "2026-01-31T09:30:00.000Z"; none stays none, which is null in JSON.
QString isoTime(Instant instant);
std::optional<QString> isoTime(std::optional<Instant> instant);

// A verification as the console API shows it. Steps and PIN generations count from 1.
void writeVerification(JsonWriter &json, const Record &record);

} // namespace engine
