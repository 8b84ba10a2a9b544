// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/record/record.h"

#include <QString>
#include <QStringView>

#include <optional>

// The words that both APIs use for the same things. They are part of the contract and never translated.
namespace engine {

// "IN PROGRESS", "SUCCESS", "FAILED", "EXPIRED" or "CANCELLED".
QStringView statusWord(Status status);
std::optional<Status> statusFromWord(QStringView word);

// "sms" or "tts".
QStringView channelWord(Channel channel);
// "VALID" or "INVALID".
QStringView checkWord(const CheckRecord &check);
// What was entered: an accepted code is its PIN, which is empty without the store's key.
QString enteredCode(const Record &record, const CheckRecord &check);

} // namespace engine
