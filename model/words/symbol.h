// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

namespace model {

// What a drawn mark means. How it looks is the theme's business (ui/timeline/symbolmarks.h). The marks of the two
// channels stand in the same order.
enum class Symbol {
    SmsPlanned, // or not needed
    SmsSent,
    SmsDelivered,
    SmsNotDelivered,
    SmsUsed, // its code was accepted
    SmsGlyph, // the channel, without a state
    CallPlanned,
    CallSent, // ringing
    CallDelivered, // answered
    CallNotDelivered, // not answered
    CallUsed,
    CallGlyph,
    Running,
    Verified,
    Expired,
    Failed,
    Cancelled,
    WrongCode,
    Now,
    NowPaused,
    Expiry,
};

Symbol symbolOf(engine::Status status);
// The mark of a message in its present state.
Symbol symbolOf(const engine::Record &record, std::size_t step);
// What `sms`, a mark of an SMS, is for a message of `channel`.
Symbol forChannel(engine::Channel channel, Symbol sms);
// The channel alone, for columns and settings.
Symbol glyph(engine::Channel channel);
bool isMessage(Symbol symbol);

} // namespace model
