// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/keptruns.h"

#include "engine/runtime/engine.h"

namespace model {

KeptRuns::KeptRuns(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_runs(std::make_shared<const std::vector<engine::KeptSimulation>>())
    , m_feed(std::make_unique<engine::KeptFeed>(engine, [this](engine::KeptFeed::Runs runs) {
        QMetaObject::invokeMethod(
            this,
            [this, runs = std::move(runs)] {
                m_runs = runs;
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    }))
{ }

KeptRuns::~KeptRuns() = default;

void KeptRuns::setLookedAt(bool isLookedAt)
{
    m_feed->setActive(isLookedAt);
}

KeptRow KeptRuns::row(const engine::KeptSimulation &run) const
{
    return keptRow(run, m_engine.dialect(), m_engine.clock().now());
}

} // namespace model
