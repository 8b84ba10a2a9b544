// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/script.h"

// Invented verifications, for the demo and for pictures of the window. Nothing here is drawn at random: two runs show
// the same.
namespace app {

// An afternoon that shows every state of a verification, and what is running as it ends, at 14:02:31.
inline constexpr engine::seconds AfternoonBegins{13 * 3600 + 46 * 60}; // the first line of the script
inline constexpr engine::seconds AfternoonEnds{14 * 3600 + 2 * 60 + 31};
const QStringList &afternoon();
// The morning before it: `count` verifications between 8 o'clock and a quarter to two.
std::vector<ScriptedVerification> morning(int count);

// Plays the afternoon on an engine whose manual clock stands where it begins. Then the clock is a scaled one and
// paused, and its phones are operated by whoever sits there: their calls ring and ask.
void playAfternoon(engine::Engine &engine, engine::Instant begins);

// A phone that no script above uses.
engine::PhoneNumber freeNumber(int place);

// One verification per workflow that the demo compares, each on another phone, answered by users of the first preset:
// at first such that show what the workflows differ in, later anybody. The clock goes on as it is: whoever shows them
// lets it run. What came of the first is answered.
void startOnePerWorkflow(engine::Engine &engine, int &numbersUsed, engine::Reply<engine::StartReply> first);

} // namespace app
