// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/comparisonfeed.h"

#include "engine/runtime/engine.h"
#include "engine/runtime/feedthread.h"
#include "engine/simulation/keptsimulations.h"
#include "engine/statistics/comparedstore.h"
#include "engine/statistics/pairs.h"

#include <algorithm>

namespace engine {

namespace {

constexpr seconds Pause{1}; // between two looks

// As a store's markets come, which are tested when they are counted.
void testPairs(KeptSimulation &run)
{
    for (KeptPopulation &each : run.populations)
        each.market.pairs = pairsOf(each.market);
}

} // namespace

class ComparisonFeed::Reading {
public:
    Reading(Engine &engine, std::function<void(ComparisonNews)> deliver)
        : m_engine(engine)
        , m_deliver(std::move(deliver))
        , m_thread(
              engine, [this](const Changes &) { note(); },
              [this](const Connection &connection, FeedThread::Lock &lock) { run(connection, lock); })
    { }

    void ask(const ComparisonScope &scope)
    {
        m_thread.share([&] {
            m_scope = scope;
            m_isAsked = true;
        });
    }

    void setActive(bool isActive)
    {
        m_thread.share([&] { m_isActive = isActive; });
    }

    void setUnkept(std::shared_ptr<const KeptSimulation> run)
    {
        m_thread.share([&] {
            m_unkept = std::move(run);
            m_isAsked = true;
        });
    }

private:
    // Once per commit, on the engine's thread. It wakes nobody: the thread looks by itself once a second.
    void note()
    {
        const FeedThread::Lock lock = m_thread.lock();
        m_isChanged = true;
    }

    void run(const Connection &connection, FeedThread::Lock &lock)
    {
        StoreReader reader(connection.database(), nullptr);
        ComparedStore store(reader);
        for (;;) {
            m_thread.waitUntil(lock, [this] { return m_isActive && m_isAsked; });
            while (!m_thread.isStopping() && m_isActive) {
                const ComparisonScope scope = m_scope;
                const bool isAsked = std::exchange(m_isAsked, false);
                const bool isChanged = std::exchange(m_isChanged, false);
                const std::shared_ptr<const KeptSimulation> unkept = m_unkept;
                lock.unlock();
                if (isChanged)
                    m_kept.follow(reader);
                gatherSimulations(unkept);
                const bool isRead = look(store, scope, isAsked, isChanged);
                lock.lock();
                if (!isRead) {
                    m_isChanged = true; // there is more to read
                    m_isAsked = m_isAsked || isAsked;
                }
                m_thread.waitUntil(lock, Pause, [this] { return !m_isActive || m_isAsked; });
            }
            if (m_thread.isStopping())
                return;
            m_isAsked = true; // whoever comes back sees how things stand then
        }
    }

    // Reads what the scope needs, and tells what that comes to. False when nobody waits for it any longer.
    bool look(ComparedStore &store, const ComparisonScope &scope, bool isAsked, bool isChanged)
    {
        const Instant now = m_engine.clock().now();
        if (!isAsked && !isChanged && now == m_countedAt)
            return true; // neither the store nor time has moved
        const auto progress = [&, told = -1](double part) mutable {
            const int percent = int(part * 100);
            if ((isAsked || !m_latest) && part < 1 && std::exchange(told, percent) != percent)
                m_deliver({scope, nullptr, nullptr, part});
            const FeedThread::Lock lock = m_thread.lock();
            return !m_thread.isStopping() && m_isActive && !m_isAsked;
        };
        if ((isChanged && !store.readOn(progress)) || !store.readFor(scope, now, progress))
            return false;
        m_countedAt = now;
        auto comparison = std::make_shared<const Comparison>(compare(store.requests(), scope, now));
        if (!isAsked && m_latest && m_toldSimulations == m_simulations && saysTheSame(*comparison, *m_latest))
            return true;
        m_latest = comparison;
        m_toldSimulations = m_simulations;
        m_deliver({scope, std::move(comparison), m_simulations, 1});
        return true;
    }

    void gatherSimulations(const std::shared_ptr<const KeptSimulation> &unkept)
    {
        std::vector<std::int64_t> numbers;
        for (const auto &[number, run] : m_kept.byNumber())
            numbers.push_back(number);
        if (m_simulations && unkept == m_gatheredUnkept && numbers == m_gatheredNumbers)
            return;
        auto all = std::make_shared<std::vector<KeptSimulation>>();
        if (unkept)
            testPairs(all->emplace_back(*unkept));
        for (auto each = m_kept.byNumber().rbegin(); each != m_kept.byNumber().rend(); ++each)
            all->push_back(each->second);
        m_simulations = std::move(all);
        m_gatheredUnkept = unkept;
        m_gatheredNumbers = std::move(numbers);
    }

    // To the minute, as people read it.
    static bool saysTheSame(const Comparison &a, const Comparison &b)
    {
        using std::chrono::floor;
        using std::chrono::minutes;
        return a.all == b.all && a.markets == b.markets && a.sources == b.sources && a.brands == b.brands
            && a.networks == b.networks && a.nextEndBy == b.nextEndBy
            && floor<minutes>(a.until.time_since_epoch()) == floor<minutes>(b.until.time_since_epoch());
    }

    Engine &m_engine;
    std::function<void(ComparisonNews)> m_deliver;

    // Of the thread alone:
    std::shared_ptr<const Comparison> m_latest; // that was told
    Instant m_countedAt{};
    KeptSimulations m_kept{testPairs};
    std::shared_ptr<const std::vector<KeptSimulation>> m_simulations; // and what they were gathered from:
    std::shared_ptr<const KeptSimulation> m_gatheredUnkept;
    std::vector<std::int64_t> m_gatheredNumbers;
    std::shared_ptr<const std::vector<KeptSimulation>> m_toldSimulations;

    // Shared, under the thread's lock.
    bool m_isActive = false;
    bool m_isAsked = true;
    bool m_isChanged = true; // nothing has been read yet
    ComparisonScope m_scope;
    std::shared_ptr<const KeptSimulation> m_unkept;

    FeedThread m_thread;
};

ComparisonFeed::ComparisonFeed(Engine &engine, std::function<void(ComparisonNews)> deliver)
    : m_reading(std::make_unique<Reading>(engine, std::move(deliver)))
{ }

ComparisonFeed::~ComparisonFeed() = default;

void ComparisonFeed::ask(const ComparisonScope &scope)
{
    m_reading->ask(scope);
}

void ComparisonFeed::setUnkept(std::shared_ptr<const KeptSimulation> run)
{
    m_reading->setUnkept(std::move(run));
}

void ComparisonFeed::setActive(bool isActive)
{
    m_reading->setActive(isActive);
}

} // namespace engine
