// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/keptfeed.h"

#include "engine/runtime/engine.h"
#include "engine/runtime/feedthread.h"
#include "engine/simulation/keptsimulations.h"

namespace engine {

namespace {

constexpr milliseconds BetweenLooks{200}; // however many commits there are

} // namespace

class KeptFeed::Reading {
public:
    Reading(Engine &engine, std::function<void(Runs)> deliver)
        : m_deliver(std::move(deliver))
        , m_thread(
              engine, [this](const Changes &changes) { note(changes); },
              [this](const Connection &connection, FeedThread::Lock &lock) { run(connection, lock); })
    { }

    void setActive(bool isActive)
    {
        m_thread.share([&] { m_isActive = isActive; });
    }

private:
    // Of a commit that touched verifications there is nothing to read.
    void note(const Changes &changes)
    {
        if (changes.keys.empty())
            m_thread.share([this] { m_isChanged = true; });
    }

    void run(const Connection &connection, FeedThread::Lock &lock)
    {
        StoreReader reader(connection.database(), nullptr);
        KeptSimulations kept;
        for (bool isFirst = true;; isFirst = false) {
            m_thread.waitUntil(lock, [this] { return m_isActive && m_isChanged; });
            if (m_thread.isStopping())
                return;
            m_isChanged = false;
            lock.unlock();
            if (kept.follow(reader) || isFirst)
                tell(kept);
            lock.lock();
            m_thread.waitUntil(lock, BetweenLooks, [] { return false; });
        }
    }

    void tell(const KeptSimulations &kept)
    {
        auto all = std::make_shared<std::vector<KeptSimulation>>();
        for (auto each = kept.byNumber().rbegin(); each != kept.byNumber().rend(); ++each)
            all->push_back(each->second);
        m_deliver(std::move(all));
    }

    std::function<void(Runs)> m_deliver;

    // Shared, under the thread's lock.
    bool m_isActive = false;
    bool m_isChanged = true; // nothing has been read yet

    FeedThread m_thread;
};

KeptFeed::KeptFeed(Engine &engine, std::function<void(Runs)> deliver)
    : m_reading(std::make_unique<Reading>(engine, std::move(deliver)))
{ }

KeptFeed::~KeptFeed() = default;

void KeptFeed::setActive(bool isActive)
{
    m_reading->setActive(isActive);
}

} // namespace engine
