// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/script.h"

// Invented verifications, for the demo and for pictures of the window. Nothing here is drawn at random: two runs show
// the same.
namespace app {

// An afternoon that shows every state of a verification, and what is running as it ends, at 14:02:31.
inline constexpr engine::seconds AfternoonEnds{14 * 3600 + 2 * 60 + 31};
const QStringList &afternoon();
// The morning before it: `count` verifications between 8 o'clock and a quarter to two.
std::vector<ScriptedVerification> morning(int count);

// A phone that no script above uses.
engine::PhoneNumber freeNumber(int place);

} // namespace app
