// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"

#include <QTemporaryDir>

#include <memory>

namespace app {

// The machine's time, but its date lies as far back as the demo data need to have happened.
class DemoTime final : public engine::TimeSource {
public:
    DemoTime();

    engine::milliseconds steady() const override { return m_machine.steady(); }
    engine::Instant wall() const override;

private:
    engine::MachineTime m_machine;
    engine::milliseconds m_back;
};

// An engine with what it stands on: a store of the user's, or one that is thrown away with it.
struct Session {
    std::unique_ptr<QTemporaryDir> folder; // null for the user's own store
    std::unique_ptr<engine::Engine> engine;
    int numbersUsed = 0; // of those that startOnePerWorkflow() gives out
};

engine::Result<Session> openStore(const QString &path, const engine::TimeSource &time);
// A month of invented verifications up to now, some of them running; its clock is scaled and paused. The month is made
// in the background: the window's thread goes on.
engine::Result<Session> openDemo(const engine::TimeSource &time);
} // namespace app
