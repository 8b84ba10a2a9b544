// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/comparisonfeed.h"
#include "tests/support/enginerun.h"
#include "tests/support/simulatedruns.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <mutex>

namespace tst_comparisonfeed {

using namespace engine;
using namespace std::chrono_literals;
using tests::EngineRun;

// Keeps what a feed last said.
class Listener {
public:
    void take(const ComparisonNews &news)
    {
        const std::scoped_lock lock(m_mutex);
        ++m_count;
        if (news.comparison)
            m_news = news;
        else
            m_progress.push_back(news.progress);
    }
    int count() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_count;
    }
    std::int64_t requests() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_news.comparison ? m_news.comparison->all.requests() : -1;
    }
    std::int64_t ended() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_news.comparison ? m_news.comparison->all.ended() : -1;
    }

    // All that was told of readings.
    std::vector<double> progress() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_progress;
    }

    // Of the simulated runs, as they come.
    std::vector<std::int64_t> simulations() const
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<std::int64_t> numbers;
        for (const KeptSimulation &run : m_news.simulations ? *m_news.simulations : std::vector<KeptSimulation>())
            numbers.push_back(run.number);
        return numbers;
    }
    KeptSimulation firstSimulation() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_news.simulations->front();
    }

private:
    mutable std::mutex m_mutex;
    ComparisonNews m_news;
    std::vector<double> m_progress;
    int m_count = 0;
};

class tst_ComparisonFeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheStoreHoldsComesOnceSomebodyLooks()
    {
        EngineRun run;
        run.start(447700900112);
        run.start(447700900113, 4);
        Listener listener;
        ComparisonFeed feed(*run.engine, [&](const ComparisonNews &news) { listener.take(news); });
        feed.setActive(true);
        QTRY_COMPARE(listener.requests(), 2);
        QCOMPARE(listener.ended(), 0);
    }

    void whatHappensMeanwhileFollows()
    {
        EngineRun run;
        run.start(447700900112);
        Listener listener;
        ComparisonFeed feed(*run.engine, [&](const ComparisonNews &news) { listener.take(news); });
        feed.setActive(true);
        QTRY_COMPARE(listener.requests(), 1);
        run.start(447700900113);
        QTRY_COMPARE(listener.requests(), 2);
        run.advance(11min); // both expire, and their time is up
        QTRY_COMPARE(listener.ended(), 2);
    }

    void nothingComesWhileNobodyLooks()
    {
        EngineRun run;
        Listener listener;
        ComparisonFeed feed(*run.engine, [&](const ComparisonNews &news) { listener.take(news); });
        feed.setActive(true);
        QTRY_COMPARE(listener.requests(), 0);
        feed.setActive(false);
        const int before = listener.count();
        run.start(447700900112);
        feed.ask({{}, Source::Demo});
        QTest::qWait(1500); // longer than the pause between two looks
        QCOMPARE(listener.count(), before);
        feed.ask({});
        feed.setActive(true);
        QTRY_COMPARE(listener.requests(), 1);
    }

    void anotherScopeIsAnsweredAtOnce()
    {
        EngineRun run;
        run.start(447700900112);
        Listener listener;
        ComparisonFeed feed(*run.engine, [&](const ComparisonNews &news) { listener.take(news); });
        feed.setActive(true);
        QTRY_COMPARE(listener.requests(), 1);
        feed.ask({{}, Source::Demo});
        QTRY_COMPARE_WITH_TIMEOUT(listener.requests(), 0, 900); // sooner than the next look would come
    }

    void aBrandIsReadFromTheProjectionWithProgress()
    {
        EngineRun run({ClockMode::Manual, 1.0, false}, 4);
        for (std::uint64_t i = 0; i < 10; ++i)
            run.start(447700900112 + i);
        run.advance(11min);
        Listener listener;
        ComparisonFeed feed(*run.engine, [&](const ComparisonNews &news) { listener.take(news); });
        feed.setActive(true);
        QTRY_COMPARE(listener.ended(), 10);
        QVERIFY(listener.progress().empty()); // from two rollups and the other two
        ComparisonScope scope;
        scope.brand = "Acme";
        feed.ask(scope);
        QTRY_COMPARE(listener.progress(), std::vector<double>{0.5}); // the first of two ranges
        QTRY_COMPARE(listener.ended(), 10);
        for (std::uint64_t i = 0; i < 4; ++i)
            run.start(447700900122 + i);
        run.advance(11min);
        QTRY_COMPARE(listener.ended(), 14);
        QCOMPARE(listener.progress().size(), 1U); // nobody waits for what comes by itself
    }

    void simulatedRunsStandBesideWhatHappened()
    {
        EngineRun run;
        run.start(447700900112);
        const auto results = tests::simulatedRun({u"typical", u"landlines"}, 2'000, 7);
        const auto kept
            = EngineRun::await<SimulationReply>([&](auto reply) { run.engine->keepSimulation(results, reply); });
        QCOMPARE(kept.trouble, Trouble::None);
        Listener listener;
        ComparisonFeed feed(*run.engine, [&](const ComparisonNews &news) { listener.take(news); });
        feed.setActive(true);
        QTRY_COMPARE(listener.simulations(), std::vector<std::int64_t>{kept.number});
        QCOMPARE(listener.requests(), 1); // they are counted nowhere else
        const KeptSimulation told = listener.firstSimulation();
        QCOMPARE(told.seed, 7U);
        QVERIFY(told.keptAt == run.engine->clock().now());
        QCOMPARE(told.populations.size(), 2U);
        QVERIFY(told.populations[1].market.workflows == results->populations[1].market.workflows);
        QCOMPARE(told.populations[1].market.pairs.size(), 3U);

        const auto next
            = EngineRun::await<SimulationReply>([&](auto reply) { run.engine->keepSimulation(results, reply); });
        QTRY_COMPARE(listener.simulations(), (std::vector<std::int64_t>{next.number, kept.number}));
        EngineRun::await<SimulationReply>([&](auto reply) { run.engine->deleteSimulation(kept.number, reply); });
        QTRY_COMPARE(listener.simulations(), std::vector<std::int64_t>{next.number});
    }

    void aRunIsLookedAtWithoutBeingKept()
    {
        EngineRun run;
        Listener listener;
        ComparisonFeed feed(*run.engine, [&](const ComparisonNews &news) { listener.take(news); });
        feed.setActive(true);
        QTRY_COMPARE(listener.requests(), 0);
        feed.setUnkept(tests::simulatedRun({u"typical"}, 500));
        QTRY_COMPARE(listener.simulations(), std::vector<std::int64_t>{0});
        feed.setUnkept(nullptr);
        QTRY_COMPARE(listener.simulations(), std::vector<std::int64_t>());
    }

    void whatCannotBeWrittenIsNotKept()
    {
        EngineRun run;
        run.canStoreWrite = false;
        const auto reply = EngineRun::await<SimulationReply>(
            [&](auto take) { run.engine->keepSimulation(tests::simulatedRun({u"typical"}, 100), take); });
        QCOMPARE(reply.trouble, Trouble::StoreFailed);
        QVERIFY(!run.engine->storeState().isWritable);
        run.canStoreWrite = true;
        const auto again = EngineRun::await<SimulationReply>(
            [&](auto take) { run.engine->keepSimulation(tests::simulatedRun({u"typical"}, 100), take); });
        QCOMPARE(again.trouble, Trouble::None);
    }
};

PINPATH_TEST(tst_ComparisonFeed, "tst_comparisonfeed")

} // namespace tst_comparisonfeed

#include "tst_comparisonfeed.moc"
