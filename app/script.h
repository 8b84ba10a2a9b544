// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"

#include <QStringList>

#include <chrono>
#include <vector>

// Verifications that are played on a real engine, for pictures and for demo data: what happens to them is written down,
// and the engine's clock is moved from one happening to the next.
namespace app {

// What becomes of one message.
struct ScriptedStep {
    bool isLost = false; // an SMS that never arrives, a call that nobody answers
    engine::seconds after{}; // otherwise, from sending to arrival or answer
};

struct ScriptedAct {
    enum class Kind { EnterRight, EnterWrong, Cancel };
    Kind kind;
    engine::seconds at; // since the request
};

struct ScriptedVerification {
    engine::seconds startsAt{}; // of the script's day
    engine::PhoneNumber number;
    engine::WorkflowId workflow = 1;
    QString customPin; // empty: the engine's own
    std::vector<ScriptedStep> steps; // messages without one arrive at once; calls ring out
    std::vector<ScriptedAct> acts;
};

// A line each: "14:00:14 447700900177 wf 4 step 7 step lost wrong 21 right 30 cancel 45". A line that cannot be read is
// a programmer's error and asserts.
std::vector<ScriptedVerification> readScript(const QStringList &lines);

// Plays them on a manual clock that stands at or before the first one, and goes on to `until`; times count from
// `midnight`. Waits for the engine. From then on the phones are set as told.
void play(engine::Engine &engine, const std::vector<ScriptedVerification> &script, engine::Instant midnight,
          engine::seconds until, const engine::HandsetSettings &afterwards);

} // namespace app
