// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ui {

// What arrived at a phone, in words that are ready to be shown.
struct PhoneMessage {
    enum class Kind { Sms, SpokenCall, MissedCall };
    Kind kind = Kind::Sms;
    QString sender;
    QString time;
    QString text;
    QString pin; // as it stands in the text; enlarged in the newest message. Empty: none.

    bool operator==(const PhoneMessage &) const = default;
};

struct PhoneCall {
    enum class State { Ringing, Speaking };
    State state = State::Ringing;
    QString headline; // "VERIFY calls"
    QString detail; // "rings for 14 s more"
    QString caption; // the words spoken so far
    QString digits; // the digits of the PIN spoken so far

    bool operator==(const PhoneCall &) const = default;
};

// All that PhoneView shows; a plain value, so that whoever knows the phone can make it and tests can compare it.
struct PhoneContent {
    QString number;
    QString country;
    std::vector<PhoneMessage> messages; // oldest first
    std::optional<PhoneCall> call;
    QString emptyWords; // instead of messages, where there are none; empty: "No messages yet"

    bool operator==(const PhoneContent &) const = default;
};

} // namespace ui
