// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "engine/runtime/commands.h"
#include "model/words/symbol.h"

#include <QString>

#include <optional>

// What stands beside the code field and the buttons. Pure.
namespace model {

struct ReplyText {
    std::optional<Symbol> symbol; // none: something to know, not something that happened
    QString text;

    bool operator==(const ReplyText &) const = default;
};

// The answer to an entered code, which came at `now`. `record` is the verification as it stood then or stands since.
ReplyText codeReply(const engine::CheckReply &reply, const engine::Record &record, engine::Instant now);
// For what cannot be a code; it is not sent.
ReplyText notACode();
// The standing hint beside an empty field: "4 digits. Enter sends.", or why codes are refused now.
// Why no PIN can be taken from the phone.
QString noPinOnPhone();
ReplyText codeHint(const engine::Record &record);

// The answer to a button, "Refused: the verification has ended."; empty when it was done, since the picture shows it.
QString controlReply(const engine::ControlReply &reply, const engine::Record &record, engine::Instant now);

// What would be refused and why, beside the two buttons: "both would be refused: two of two messages were sent".
// Empty when both would be done.
QString refusals(const engine::Record &record, engine::Instant now);

} // namespace model
