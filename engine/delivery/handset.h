// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <cstdint>

namespace engine {

// How a phone that no population runs takes its messages: the switches on each phone of the Handsets page.
struct HandsetSettings {
    enum class Messages : std::uint8_t { Arrive, AreLate, AreLost };
    enum class Calls : std::uint8_t {
        AskMe, // rings until somebody answers or declines
        Answered, // at once
        NotAnswered, // rings out
    };
    Messages messages = Messages::Arrive;
    seconds lateBy{}; // meaningful when messages are late
    Calls calls = Calls::AskMe;
    bool isSwitchedOn = true; // otherwise nothing reaches it, and no call rings

    bool operator==(const HandsetSettings &) const = default;
};

// What happens to a call by hand on a handset whose switches nobody has touched.
enum class CallsByHand : std::uint8_t {
    AskMe, // somebody sits at the window
    AnswerAtOnce, // nobody does
};

// The switches of a handset that nobody has touched.
inline HandsetSettings untouchedHandset(CallsByHand callsByHand)
{
    HandsetSettings settings;
    settings.calls
        = callsByHand == CallsByHand::AskMe ? HandsetSettings::Calls::AskMe : HandsetSettings::Calls::Answered;
    return settings;
}

} // namespace engine
