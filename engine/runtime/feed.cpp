// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/feed.h"

#include "engine/runtime/engine.h"
#include "engine/runtime/feedthread.h"

namespace engine {

namespace {

constexpr milliseconds ShortestPause{100}; // between two batches of changes
constexpr std::size_t MostChanges = 50'000; // above this everything is read again
constexpr std::size_t FirstPiece = 2'000; // of all: more than any screen shows
constexpr std::size_t Piece = 20'000;

} // namespace

class Feed::Reading {
public:
    Reading(Engine &engine, std::function<void(FeedBatch)> deliver)
        : m_engine(engine)
        , m_deliver(std::move(deliver))
        , m_thread(
              engine, [this](const Changes &changes) { note(changes); },
              [this](const Connection &connection, FeedThread::Lock &lock) { run(connection, lock); })
    { }

    void watch(std::set<VerificationKey> keys)
    {
        m_thread.share([&] {
            for (const VerificationKey key : keys) {
                if (!m_watched.contains(key))
                    m_newlyWatched.insert(key);
            }
            std::erase_if(m_newlyWatched, [&](VerificationKey key) { return !keys.contains(key); });
            m_watched = std::move(keys);
        });
    }

    void acknowledge()
    {
        m_thread.share([this] { m_isBatchOnItsWay = false; });
    }

    void call(std::function<void()> work)
    {
        m_thread.share([&] { m_work.push_back(std::move(work)); });
    }

private:
    void note(const Changes &changes)
    {
        m_thread.share([&] {
            m_changed.insert(changes.keys.begin(), changes.keys.end());
            if (m_changed.size() > MostChanges) {
                m_isReset = true;
                m_changed.clear();
            }
        });
    }

    bool hasChanges() const { return !m_isBatchOnItsWay && (m_isReset || !m_changed.empty()); }
    // What somebody waits for at this moment.
    bool isAsked() const
    {
        return m_thread.isStopping() || !m_work.empty() || (!m_newlyWatched.empty() && !m_isBatchOnItsWay);
    }

    void run(const Connection &connection, FeedThread::Lock &lock)
    {
        StoreReader reader(connection.database(), &m_engine.pins());
        while (waitForWork(lock)) {
            if (!m_work.empty()) {
                const auto work = std::exchange(m_work, {});
                lock.unlock();
                for (const auto &each : work)
                    each();
                lock.lock();
                continue;
            }
            const bool isChange = hasChanges() && m_time.steady() >= m_nextChangesAt;
            if (isChange || isAsked())
                deliverNews(lock, connection, reader, isChange);
            else if (m_below)
                deliverOlder(lock, connection, reader);
        }
    }

    // False at the end.
    bool waitForWork(FeedThread::Lock &lock)
    {
        while (!isAsked() && !m_below) {
            if (!hasChanges()) {
                m_thread.wait(lock);
                continue;
            }
            const milliseconds left = m_nextChangesAt - m_time.steady();
            if (left <= milliseconds::zero())
                break;
            m_thread.wait(lock, left);
        }
        return !m_thread.isStopping();
    }

    // Without `withChanges` only what is newly watched.
    void deliverNews(FeedThread::Lock &lock, const Connection &connection, StoreReader &reader, bool withChanges)
    {
        const bool isReset = withChanges && std::exchange(m_isReset, false);
        std::set<VerificationKey> changed;
        if (withChanges)
            changed.swap(m_changed);
        std::set<VerificationKey> wanted = std::exchange(m_newlyWatched, {});
        for (const VerificationKey key : m_watched) {
            if (isReset || changed.contains(key))
                wanted.insert(key);
        }
        m_isBatchOnItsWay = true;
        lock.unlock();
        m_deliver(read(connection, reader, isReset, changed, wanted));
        lock.lock();
        if (withChanges)
            m_nextChangesAt = m_time.steady() + ShortestPause;
    }

    // In one read transaction, so that the batch shows one state of the store.
    FeedBatch read(const Connection &connection, StoreReader &reader, bool isReset,
                   const std::set<VerificationKey> &changed, const std::set<VerificationKey> &wanted)
    {
        connection.run(QStringLiteral("BEGIN"));
        FeedBatch batch;
        batch.sequence = reader.latestSequence();
        batch.counts = reader.statusCounts();
        if (isReset) {
            batch.kind = FeedBatch::Kind::Restart;
            batch.summaries = reader.summaries(FirstPiece);
            goOnBelow(batch, FirstPiece);
        } else {
            batch.summaries = reader.summaries(std::vector(changed.begin(), changed.end()));
        }
        for (const VerificationKey key : wanted) {
            if (auto record = reader.record(key))
                batch.records.push_back(std::make_shared<const Record>(std::move(*record)));
        }
        connection.run(QStringLiteral("COMMIT"));
        return batch;
    }

    // What changes meanwhile comes as a change, before or after its piece.
    void deliverOlder(FeedThread::Lock &lock, const Connection &connection, StoreReader &reader)
    {
        lock.unlock();
        connection.run(QStringLiteral("BEGIN"));
        FeedBatch batch;
        batch.kind = FeedBatch::Kind::Older;
        batch.sequence = reader.latestSequence();
        batch.counts = reader.statusCounts();
        batch.summaries = reader.summaries(Piece, m_below);
        connection.run(QStringLiteral("COMMIT"));
        goOnBelow(batch, Piece);
        m_deliver(std::move(batch));
        lock.lock();
    }

    void goOnBelow(FeedBatch &batch, std::size_t wanted)
    {
        batch.isWhole = batch.summaries.size() < wanted;
        m_below = batch.isWhole ? std::nullopt : std::optional(batch.summaries.back().key);
    }

    Engine &m_engine;
    std::function<void(FeedBatch)> m_deliver;
    const MachineTime m_time;

    // Of the feed's thread.
    std::optional<VerificationKey> m_below; // what is still to be read of all
    milliseconds m_nextChangesAt{}; // steady time

    // Shared, under the thread's lock.
    bool m_isReset = true; // the first batch tells everything
    bool m_isBatchOnItsWay = false;
    std::set<VerificationKey> m_changed;
    std::set<VerificationKey> m_watched;
    std::set<VerificationKey> m_newlyWatched;
    std::vector<std::function<void()>> m_work;

    FeedThread m_thread;
};

Feed::Feed(Engine &engine, std::function<void(FeedBatch)> deliver)
    : m_reading(std::make_unique<Reading>(engine, std::move(deliver)))
{ }

Feed::~Feed() = default;

void Feed::watch(std::set<VerificationKey> keys)
{
    m_reading->watch(std::move(keys));
}

void Feed::acknowledge()
{
    m_reading->acknowledge();
}

void Feed::call(std::function<void()> work)
{
    m_reading->call(std::move(work));
}

} // namespace engine
