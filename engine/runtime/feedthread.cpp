// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/feedthread.h"

#include "engine/runtime/engine.h"

namespace engine {

FeedThread::FeedThread(Engine &engine, std::function<void(const Changes &)> note, Run run)
    : m_engine(engine)
    , m_subscription(engine.subscribe(std::move(note)))
    , m_thread([this, run = std::move(run)] {
        const auto connection = Connection::open(m_engine.storePath(), Connection::Access::ReadOnly);
        if (!connection)
            return; // the engine holds the store open, so this one opens too; without it the screen stays as it is
        Lock lock(m_mutex);
        run(*connection, lock);
    })
{ }

FeedThread::~FeedThread()
{
    m_engine.unsubscribe(m_subscription);
    share([this] { m_isStopping = true; });
    m_thread.join();
}

} // namespace engine
