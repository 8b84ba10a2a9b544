// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/handsetfeed.h"

#include "engine/runtime/engine.h"
#include "engine/runtime/feedthread.h"
#include "engine/store/openkeys.h"

namespace engine {

class HandsetFeed::Reading {
public:
    Reading(Engine &engine, std::function<void(HandsetBatch)> deliver)
        : m_engine(engine)
        , m_deliver(std::move(deliver))
        , m_thread(
              engine, [this](const Changes &changes) { note(changes); },
              [this](const Connection &connection, FeedThread::Lock &lock) { run(connection, lock); })
    { }

    void acknowledge()
    {
        m_thread.share([this] { m_isBatchOnItsWay = false; });
    }

private:
    static constexpr milliseconds ShortestPause{100}; // between two batches
    static constexpr std::size_t MostChanges = 20'000; // above this everything is read again
    static constexpr std::size_t MostOpen = 400; // of the first batch, before the newest of all
    static constexpr std::size_t MostRecent = 1'000;
    static constexpr int MostNewcomers = 40; // phones in a batch that were not known before
    static constexpr int MostPopulationNewcomers = 2;

    void note(const Changes &changes)
    {
        if (changes.keys.empty())
            return;
        m_thread.share([&] {
            m_changed.insert(changes.keys.begin(), changes.keys.end());
            if (m_changed.size() > MostChanges) {
                m_isReset = true;
                m_changed.clear();
            }
        });
    }

    void run(const Connection &connection, FeedThread::Lock &lock)
    {
        StoreReader reader(connection.database(), &m_engine.pins());
        for (;;) {
            m_thread.waitUntil(lock, [this] { return (m_isReset || !m_changed.empty()) && !m_isBatchOnItsWay; });
            if (m_thread.isStopping())
                return;
            const bool isReset = std::exchange(m_isReset, false);
            const std::set<VerificationKey> changed = std::exchange(m_changed, {});
            lock.unlock();

            connection.run(QStringLiteral("BEGIN")); // a batch shows one state of the store
            if (isReset)
                readAll(connection, reader);
            else
                readChanged(reader, changed);
            connection.run(QStringLiteral("COMMIT"));
            HandsetBatch batch{isReset, m_shelf.takeChanged(), m_shelf.takeGone(), m_shelf.leavesOut()};
            const bool isNews = isReset || !batch.phones.empty() || !batch.gone.empty();

            lock.lock();
            if (isNews) {
                m_isBatchOnItsWay = true;
                lock.unlock();
                m_deliver(std::move(batch));
                lock.lock();
            }
            m_thread.waitUntil(lock, ShortestPause, [] { return false; });
        }
    }

    void take(StoreReader &reader, VerificationKey key)
    {
        if (auto record = reader.record(key))
            m_shelf.put(std::make_shared<const Record>(std::move(*record)));
    }

    // What is open comes first: it may have begun long ago.
    void readAll(const Connection &connection, StoreReader &reader)
    {
        m_shelf.clear();
        std::vector<Summary> recent = reader.summaries(newestOpenKeys(connection.database(), MostOpen));
        const std::vector<Summary> newest = reader.summaries(MostRecent);
        recent.insert(recent.end(), newest.begin(), newest.end());
        std::map<PhoneNumber, std::set<VerificationKey>> taken;
        for (const Summary &summary : recent) {
            if (summary.source == Source::Import)
                continue; // no phone here ever heard of it
            if (m_shelf.size() >= PhoneShelf::Capacity && !taken.contains(summary.number)) {
                m_shelf.noteLeftOut();
                continue;
            }
            auto &keys = taken[summary.number];
            if (keys.size() < PhoneShelf::RecordsPerPhone && keys.insert(summary.key).second)
                take(reader, summary.key);
        }
        if (newest.size() == MostRecent)
            m_shelf.noteLeftOut(); // there may be more than were looked at
    }

    void readChanged(StoreReader &reader, const std::set<VerificationKey> &changed)
    {
        int newcomers = 0;
        int populationNewcomers = 0;
        for (const Summary &summary : reader.summaries(std::vector(changed.begin(), changed.end()))) {
            if (summary.source == Source::Import)
                continue;
            if (m_shelf.isKept(summary)) {
                take(reader, summary.key);
                continue;
            }
            const bool isOfPopulation = summary.source == Source::Population;
            const bool isTooMany
                = newcomers >= MostNewcomers || (isOfPopulation && populationNewcomers >= MostPopulationNewcomers);
            if (isTooMany || !m_shelf.hasPlaceFor(summary)) {
                m_shelf.noteLeftOut();
                continue;
            }
            ++newcomers;
            populationNewcomers += isOfPopulation ? 1 : 0;
            take(reader, summary.key);
        }
    }

    Engine &m_engine;
    std::function<void(HandsetBatch)> m_deliver;
    PhoneShelf m_shelf; // of the feed's thread

    // Shared, under the thread's lock.
    bool m_isReset = true; // the first batch tells everything
    bool m_isBatchOnItsWay = false;
    std::set<VerificationKey> m_changed;

    FeedThread m_thread;
};

HandsetFeed::HandsetFeed(Engine &engine, std::function<void(HandsetBatch)> deliver)
    : m_reading(std::make_unique<Reading>(engine, std::move(deliver)))
{ }

HandsetFeed::~HandsetFeed() = default;

void HandsetFeed::acknowledge()
{
    m_reading->acknowledge();
}

} // namespace engine
