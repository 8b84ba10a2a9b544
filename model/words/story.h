// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

namespace model {

// What a timeline shows, spoken: "SMS delivered after 7 s; code accepted at 17 s". Pure.
QString story(const engine::Record &record, engine::Instant now);

} // namespace model
