// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/delivery/handset.h"
#include "engine/message/messagetext.h"
#include "engine/record/record.h"

#include <QString>

#include <optional>
#include <vector>

// What a phone's calls do at the moment. Pure.
namespace model {

// Whether a person operates the phone that this verification reaches.
bool isOperatedByHand(const engine::Record &record);
// The step whose call rings at such a phone and waits to be answered.
std::optional<std::uint8_t> ringingStep(const engine::Record &record, const engine::HandsetSettings &settings);
// How long the call of `step` goes on ringing if nobody answers.
engine::milliseconds ringsFor(const engine::Record &record, std::uint8_t step, engine::Instant now);
// The step whose call was answered and speaks.
std::optional<std::uint8_t> speakingStep(const engine::Record &record, engine::Instant now);

// The digits that the message of `step` carries; empty without the store's key.
QString pinOf(const engine::Record &record, std::uint8_t step);
// All that the voice of this call says; nothing without the store's key.
std::vector<engine::SpokenWord> callWords(const engine::Record &record, std::uint8_t step);

// What was said so far.
struct Speech {
    QString words;
    QString digits; // the PIN's, as far as they were spoken

    bool operator==(const Speech &) const = default;
};
Speech spokenUntil(const engine::Record &record, std::uint8_t step, engine::milliseconds sinceAnswer);

// A stretch to be said in one breath: up to a pause, a character of the PIN alone.
struct Phrase {
    QString text;
    engine::milliseconds at{}; // since the answer

    bool operator==(const Phrase &) const = default;
};
std::vector<Phrase> phrases(const std::vector<engine::SpokenWord> &words);

} // namespace model
