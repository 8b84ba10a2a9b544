// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/feed.h"

#include "engine/runtime/engine.h"
#include "engine/store/connection.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace engine {

namespace {

constexpr milliseconds ShortestPause{100}; // between two batches
constexpr std::size_t MostChanges = 50'000; // above this everything is read again
constexpr std::size_t MostSummaries = 1'000'000; // of a first batch

} // namespace

class Feed::Thread {
public:
    Thread(Engine &engine, std::function<void(FeedBatch)> deliver)
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

    void watch(std::set<VerificationKey> keys)
    {
        {
            const std::scoped_lock lock(m_mutex);
            for (const VerificationKey key : keys) {
                if (!m_watched.contains(key))
                    m_newlyWatched.insert(key);
            }
            m_watched = std::move(keys);
        }
        m_wakeUp.notify_all();
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
    void note(const Changes &changes)
    {
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

    bool hasNews() const { return m_isReset || !m_changed.empty() || !m_newlyWatched.empty(); }

    void run()
    {
        auto connection = Connection::open(m_engine.storePath(), Connection::Access::ReadOnly);
        if (!connection)
            return; // the engine holds the store open, so this one opens too; without it the screen stays as it is
        StoreReader reader(connection->database(), &m_engine.pins());

        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wakeUp.wait(lock, [this] { return m_isStopping || (hasNews() && !m_isBatchOnItsWay); });
            if (m_isStopping)
                return;
            const bool isReset = std::exchange(m_isReset, false);
            const std::set<VerificationKey> changed = std::exchange(m_changed, {});
            std::set<VerificationKey> wanted = std::exchange(m_newlyWatched, {});
            for (const VerificationKey key : m_watched) {
                if (isReset || changed.contains(key))
                    wanted.insert(key);
            }
            m_isBatchOnItsWay = true;
            lock.unlock();
            m_deliver(read(*connection, reader, isReset, changed, wanted));
            lock.lock();
            m_wakeUp.wait_for(lock, ShortestPause, [this] { return m_isStopping; });
        }
    }

    // In one read transaction, so that the batch shows one state of the store.
    FeedBatch read(const Connection &connection, StoreReader &reader, bool isReset,
                   const std::set<VerificationKey> &changed, const std::set<VerificationKey> &wanted)
    {
        connection.run(QStringLiteral("BEGIN"));
        FeedBatch batch;
        batch.isReset = isReset;
        batch.sequence = reader.latestSequence();
        batch.counts = reader.statusCounts();
        batch.summaries
            = isReset ? reader.summaries(MostSummaries) : reader.summaries(std::vector(changed.begin(), changed.end()));
        for (const VerificationKey key : wanted) {
            if (auto record = reader.record(key))
                batch.records.push_back(std::make_shared<const Record>(std::move(*record)));
        }
        connection.run(QStringLiteral("COMMIT"));
        return batch;
    }

    Engine &m_engine;
    std::function<void(FeedBatch)> m_deliver;
    int m_subscription = 0;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wakeUp;
    bool m_isReset = true; // the first batch tells everything
    bool m_isBatchOnItsWay = false;
    bool m_isStopping = false;
    std::set<VerificationKey> m_changed;
    std::set<VerificationKey> m_watched;
    std::set<VerificationKey> m_newlyWatched;

    std::thread m_thread;
};

Feed::Feed(Engine &engine, std::function<void(FeedBatch)> deliver)
    : m_thread(std::make_unique<Thread>(engine, std::move(deliver)))
{ }

Feed::~Feed() = default;

void Feed::watch(std::set<VerificationKey> keys)
{
    m_thread->watch(std::move(keys));
}

void Feed::acknowledge()
{
    m_thread->acknowledge();
}

} // namespace engine
