// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <QString>

// How spans and moments are written and spoken, everywhere. Pure, except that timeOfDay() and dayAndTime() read the
// system's time zone.
namespace model {

// "17 s", "2:05", "1:02:05": a span that has passed, in whole seconds, cut off.
QString duration(engine::milliseconds span);
// The same for what is left: rounded up, so that what has passed and what is left add up, and never under zero.
QString timeLeft(engine::milliseconds span);
// "0:17", "2:05", "1:02:05": a moment, counted from the request, in whole seconds, cut off.
QString position(engine::milliseconds sinceRequest);
// "17 seconds", "2 minutes 5 seconds": a span in words, for a voice.
QString spokenDuration(engine::milliseconds span);
// "14:02:25" in the system's time zone.
QString timeOfDay(engine::Instant instant);
// "30 Nov 14:02", the same.
QString dayAndTime(engine::Instant instant);

} // namespace model
