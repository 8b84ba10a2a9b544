// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

#include <memory>
#include <vector>

namespace model {

// A verification written down for a gallery or a test, and the moment at which it is looked at.
struct WrittenTimeline {
    QString name;
    std::shared_ptr<const engine::Record> record;
    engine::Instant now{};
    bool isPaused = false;
};

// One verification a line: its name, then what happens at which second after the request. The rules decide it, so that
// only what can happen can be written; anything else is a mistake of the writer and ends the program with a sentence.
//
//     v1 wf1  sms@0 delivered@4  call@125 answered@137  verified@140
//     two words: wf4 wait=60 pin=120  sms@0 lost@2  wrong@21 now@30 paused
//
// sms, call: the next step, on its time or sent by hand; delivered, lost: what becomes of the first SMS that has no
// report; answered, unanswered: the same of a call; wrong: a code that never was a PIN; old: the first PIN; verified:
// the live PIN; failed: the third wrong code; expired, cancelled; now, paused: for who looks at it; imported: without
// step times. `start=50414` is the second of the day at which it is requested.
std::vector<WrittenTimeline> timelineFromText(const QString &text);

} // namespace model
