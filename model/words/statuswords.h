// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

#include <optional>

// Names of what a verification, a message and a channel can be. Pure.
namespace model {

// "Running", "Verified", "Expired", "Failed", "Cancelled".
QString statusName(engine::Status status);
// "SMS", "call".
QString channelName(engine::Channel channel);
// The message with its place among those of its channel: "SMS", "second SMS", "call", "third call".
QString messageName(const engine::Record &record, std::size_t step);
// What has become of a message, after its name: "on its way", "delivered", "not delivered"; of a call "ringing",
// "speaking", "answered", "not answered", "declined"; "not needed" or "cancelled" when it never ran and never will, "if
// needed" before.
QString messageState(const engine::Record &record, std::size_t step, engine::Instant now);

// Whether whoever has the phone declined the call: it stopped ringing before it would have by itself.
bool wasDeclined(const engine::StepRecord &call);

// The state column: "2:43 left", "ringing, 7:49 left", "verified in 17 s", "3 wrong codes", "expired at 10:05".
QString stateText(const engine::Record &record, engine::Instant now);
// The same for a verification that has ended, without its story.
QString endedStateText(engine::Status status, engine::milliseconds lifetime);

} // namespace model
