// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/commands.h"
#include "model/handsets/phonecalls.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace model {

class NumberMask;

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
    QString detail; // "rings for 14 s more"; that it goes no further while the clock is paused
    QString caption; // the words spoken so far
    QString digits; // the digits of the PIN spoken so far

    bool operator==(const PhoneCall &) const = default;
};

// All that a phone shows on its face; a plain value, so that tests can compare it.
struct PhoneContent {
    QString number;
    QString country;
    std::vector<PhoneMessage> messages; // oldest first
    std::optional<PhoneCall> call;
    QString emptyWords; // instead of messages, where there are none; empty: "No messages yet"
    QString note{}; // under the messages: what comes next

    bool operator==(const PhoneContent &) const = default;
};

// The parts, from what is known of them. Pure.
PhoneMessage phoneMessage(const engine::HandsetMessage &message);
PhoneMessage missedCall(const engine::StepRecord &step);
PhoneCall ringingCall(const engine::Record &record, std::uint8_t step, engine::Instant now);
PhoneCall speakingCall(const engine::Record &record, std::uint8_t step, engine::milliseconds sinceAnswer);

// Whoever answers while the clock is paused would else wait for words that do not come.
void sayPaused(PhoneCall &call);

// A call that is played again.
struct Replay {
    std::shared_ptr<const engine::Record> record;
    std::uint8_t step = 0;
    engine::milliseconds sinceAnswer{};
};

// A phone by the verifications that reached for it, the newest first; there is at least one. What was said in a call is
// told in short. Pure.
PhoneContent phoneContent(const std::vector<std::shared_ptr<const engine::Record>> &records,
                          const engine::HandsetSettings &settings, const NumberMask &mask, engine::Instant now,
                          const std::optional<Replay> &replay = {});

} // namespace model
