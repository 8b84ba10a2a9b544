// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/handsetfeed.h"

#include "engine/runtime/engine.h"
#include "engine/store/connection.h"
#include "engine/store/openkeys.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace engine {

class HandsetFeed::Thread {
public:
    Thread(Engine &engine, std::function<void(HandsetBatch)> deliver)
        : m_engine(engine)
        , m_deliver(std::move(deliver))
    {
        m_subscription = engine.subscribe([this](const Changes &changes) { note(changes); });
        m_thread = std::thread([this] { run(); });
    }

    ~Thread()
    {
        m_engine.unsubscribe(m_subscription);
        {
            const std::scoped_lock lock(m_mutex);
            m_isStopping = true;
        }
        m_wakeUp.notify_all();
        m_thread.join();
    }

    void acknowledge()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isBatchOnItsWay = false;
        }
        m_wakeUp.notify_all();
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
        {
            const std::scoped_lock lock(m_mutex);
            m_changed.insert(changes.keys.begin(), changes.keys.end());
            if (m_changed.size() > MostChanges) {
                m_isReset = true;
                m_changed.clear();
            }
        }
        m_wakeUp.notify_all();
    }

    void run()
    {
        auto connection = Connection::open(m_engine.storePath(), Connection::Access::ReadOnly);
        if (!connection)
            return; // the engine holds the store open, so this one opens too; without it the screen stays as it is
        StoreReader reader(connection->database(), &m_engine.pins());

        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wakeUp.wait(lock,
                          [this] { return m_isStopping || ((m_isReset || !m_changed.empty()) && !m_isBatchOnItsWay); });
            if (m_isStopping)
                return;
            const bool isReset = std::exchange(m_isReset, false);
            const std::set<VerificationKey> changed = std::exchange(m_changed, {});
            lock.unlock();

            connection->run(QStringLiteral("BEGIN")); // a batch shows one state of the store
            if (isReset)
                readAll(*connection, reader);
            else
                readChanged(reader, changed);
            connection->run(QStringLiteral("COMMIT"));
            HandsetBatch batch{isReset, m_shelf.takeChanged(), m_shelf.takeGone(), m_shelf.leavesOut()};
            const bool isNews = isReset || !batch.phones.empty() || !batch.gone.empty();

            lock.lock();
            if (isNews) {
                m_isBatchOnItsWay = true;
                lock.unlock();
                m_deliver(std::move(batch));
                lock.lock();
            }
            m_wakeUp.wait_for(lock, ShortestPause, [this] { return m_isStopping; });
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
    int m_subscription = 0;
    PhoneShelf m_shelf; // of the feed's thread

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wakeUp;
    bool m_isReset = true; // the first batch tells everything
    bool m_isBatchOnItsWay = false;
    bool m_isStopping = false;
    std::set<VerificationKey> m_changed;

    std::thread m_thread;
};

HandsetFeed::HandsetFeed(Engine &engine, std::function<void(HandsetBatch)> deliver)
    : m_thread(std::make_unique<Thread>(engine, std::move(deliver)))
{ }

HandsetFeed::~HandsetFeed() = default;

void HandsetFeed::acknowledge()
{
    m_thread->acknowledge();
}

} // namespace engine
