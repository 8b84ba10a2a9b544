// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/keptfeed.h"
#include "model/simulate/keptrun.h"

#include <QObject>

namespace model {

// The runs of the simulator that the store keeps, for the list on the Simulate page; read only while somebody looks.
// Lives in the window's thread; the engine outlives it.
class KeptRuns : public QObject {
    Q_OBJECT

public:
    explicit KeptRuns(engine::Engine &engine, QObject *parent = nullptr);
    ~KeptRuns() override;

    void setLookedAt(bool isLookedAt);
    // The newest first.
    const std::vector<engine::KeptSimulation> &runs() const { return *m_runs; }
    KeptRow row(const engine::KeptSimulation &run) const;

Q_SIGNALS:
    void changed();

private:
    engine::Engine &m_engine;
    engine::KeptFeed::Runs m_runs; // none until they are read
    std::unique_ptr<engine::KeptFeed> m_feed; // last: its thread ends before the rest goes
};

} // namespace model
