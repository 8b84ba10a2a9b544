// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

// How long the voice of an answered call speaks: what the phone shows and the timeline draws. Pure.
namespace model {

engine::milliseconds speechDuration(const engine::Record &record, std::size_t step);
// Whether the call of `step` was answered and is still speaking at `now`. A voice stops when the request ends.
bool speaks(const engine::Record &record, std::size_t step, engine::Instant now);
// When the call that speaks at `now` has said it all; none when none speaks.
std::optional<engine::Instant> speaksUntil(const engine::Record &record, engine::Instant now);

} // namespace model
