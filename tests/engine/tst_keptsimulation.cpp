// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/markets.h"
#include "engine/runtime/keptfeed.h"
#include "engine/simulation/keptsimulation.h"
#include "engine/simulation/userlife.h"
#include "engine/store/store.h"
#include "tests/support/enginerun.h"
#include "tests/support/simulatedruns.h"
#include "tests/support/testclass.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <mutex>

namespace tst_keptsimulation {

using namespace engine;
using namespace Qt::StringLiterals;
using tests::simulated;
using tests::simulatedRun;
using tests::somePrices;

// One where many fail.
Population clumsy()
{
    Population population = *findPreset(u"poor route");
    population.wrongCode = 0.5;
    return population;
}

bool isSame(const KeptPopulation &a, const KeptPopulation &b)
{
    return a.population == b.population && a.market.workflows == b.market.workflows;
}

// Runs of the simulator, as Compare counts and a store keeps them.
class tst_KeptSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseOfEachUser()
    {
        constexpr std::int64_t Users = 3'000;
        const auto population = PopulationMix::of(clumsy());
        const KeptPopulation kept = keptPopulation(population, simulated(population, {2}, Users), somePrices());
        const WorkflowTally &tally = kept.market.workflows.front();

        WorkflowTally lived;
        for (std::uint64_t user = 0; user < Users; ++user) {
            UserLife life(tally.workflow, population.parts.front().population, {1, user}, Instant{});
            while (life.next())
                life.live();
            const Verification &ended = life.verification();
            const bool isVerified = ended.status == Status::Succeeded;
            Money cost = isVerified ? somePrices().onSuccess : Money();
            for (std::size_t step = 0; step < ended.stepsSent; ++step)
                cost += ended.workflow.step(step).channel == Channel::Sms ? somePrices().perSms : somePrices().perCall;
            lived.cost.all += cost;
            lived.cost.squares += cost.toDouble() * cost.toDouble();
            if (isVerified) {
                ++lived.verified;
                ++lived.verifiedAfter[ended.stepsSent - 1U];
                lived.cost.ofVerified += cost;
            } else {
                ++(ended.status == Status::Failed ? lived.failed : lived.expired);
            }
        }
        QVERIFY(lived.failed > 30 && lived.expired > 30);
        QCOMPARE(tally.verified, lived.verified);
        QCOMPARE(tally.expired, lived.expired);
        QCOMPARE(tally.failed, lived.failed);
        QCOMPARE(tally.verifiedAfter, lived.verifiedAfter);
        QCOMPARE(tally.cost.all, lived.cost.all);
        QCOMPARE(tally.cost.ofVerified, lived.cost.ofVerified);
        QVERIFY(std::abs(tally.cost.squares / lived.cost.squares - 1) < 1e-9);
        QCOMPARE(tally.ended(), Users);
    }

    // Whoever expires does so when the time is up, whatever happened before.
    void timesAreThoseOfEachUser()
    {
        constexpr std::int64_t Users = 3'000;
        const auto population = PopulationMix::of(clumsy());
        const KeptPopulation kept = keptPopulation(population, simulated(population, {1}, Users), somePrices());
        const WorkflowTally &tally = kept.market.workflows.front();
        std::map<std::int64_t, std::int64_t> verified;
        std::map<std::int64_t, std::int64_t> otherwise;
        for (std::uint64_t user = 0; user < Users; ++user) {
            UserLife life(tally.workflow, population.parts.front().population, {1, user}, Instant{});
            while (life.next())
                life.live();
            const Verification &ended = life.verification();
            const auto second = std::chrono::floor<seconds>(ended.endedAt - ended.startedAt).count();
            ++(ended.status == Status::Succeeded ? verified : otherwise)[second];
        }
        // A cell of the histogram is a thousandth of its time, so that a few change places with their neighbours.
        const auto upTo = [](const auto &counts, std::int64_t second) {
            std::int64_t sum = 0;
            for (const auto &[at, count] : counts)
                sum += at <= second ? count : 0;
            return sum;
        };
        const auto asMap = [](const std::vector<EndedIn> &ends) {
            std::map<std::int64_t, std::int64_t> counts;
            for (const EndedIn &each : ends)
                counts[each.second] += each.count;
            return counts;
        };
        for (const std::int64_t second : {10, 60, 120, 300, 604, 605}) {
            QVERIFY(std::abs(upTo(asMap(tally.verifiedIn), second) - upTo(verified, second)) <= 5);
            QVERIFY(std::abs(upTo(asMap(tally.otherwiseIn), second) - upTo(otherwise, second)) <= 5);
        }
        QCOMPARE(asMap(tally.otherwiseIn).rbegin()->first, otherwise.rbegin()->first);
    }

    void theCountsAreHadAgain()
    {
        const auto population = PopulationMix::of(clumsy());
        const SimulationResult result = simulated(population, {1, 2, 4}, 1'000);
        const SimulationResult again = resultOf(keptPopulation(population, result, somePrices()));
        QCOMPARE(again.users, result.users);
        QCOMPARE(again.workflows.size(), result.workflows.size());
        for (std::size_t i = 0; i < result.workflows.size(); ++i) {
            QVERIFY(again.workflows[i].workflow == result.workflows[i].workflow);
            QCOMPARE(again.workflows[i].verified, result.workflows[i].verified);
            QCOMPARE(again.workflows[i].expired, result.workflows[i].expired);
            QCOMPARE(again.workflows[i].failed, result.workflows[i].failed);
            QCOMPARE(again.workflows[i].verifiedAfter, result.workflows[i].verifiedAfter);
        }
    }

    void theFeedTellsWhatTheStoreKeeps()
    {
        tests::EngineRun run;
        std::mutex mutex;
        std::vector<std::vector<std::int64_t>> told;
        KeptFeed feed(*run.engine, [&](const KeptFeed::Runs &runs) {
            const std::scoped_lock lock(mutex);
            std::vector<std::int64_t> &numbers = told.emplace_back();
            for (const KeptSimulation &each : *runs)
                numbers.push_back(each.number);
        });
        const auto last = [&] {
            const std::scoped_lock lock(mutex);
            return told.empty() ? std::optional<std::vector<std::int64_t>>() : told.back();
        };
        const auto keep = [&] {
            return run
                .await<SimulationReply>(
                    [&](auto reply) { run.engine->keepSimulation(simulatedRun({u"typical"}, 100), reply); })
                .number;
        };
        const std::int64_t first = keep();
        feed.setActive(true);
        QTRY_VERIFY(last() == std::vector{first});
        const std::int64_t second = keep();
        QTRY_VERIFY(last() == (std::vector{second, first}));
        run.await<SimulationReply>([&](auto reply) { run.engine->deleteSimulation(first, reply); });
        QTRY_VERIFY(last() == std::vector{second});
        feed.setActive(false);
        run.start(447700900112);
        run.await<SimulationReply>([&](auto reply) { run.engine->deleteSimulation(second, reply); });
        feed.setActive(true); // whoever comes back sees how things stand then
        QTRY_VERIFY(last() == std::vector<std::int64_t>{});
        QCOMPARE(told.size(), 4U); // never the same twice
    }

    void whatIsWrittenIsReadAgain()
    {
        KeptSimulation run = *simulatedRun({u"typical", u"landlines"}, 1'000, std::uint64_t(-3));
        PopulationMix market = *findMarketMix(u"India");
        market.parts.front().population.smsDelivered = 0.5;
        run.populations.push_back(keptPopulation(market, simulated(market, {1, 7}, 1'000), run.prices));
        const auto read = keptSimulationFromJson(toJson(run));
        QVERIFY(read);
        QCOMPARE(read->seed, run.seed);
        QCOMPARE(read->users, run.users);
        QVERIFY(read->prices == run.prices);
        QCOMPARE(read->populations.size(), run.populations.size());
        for (std::size_t place = 0; place < run.populations.size(); ++place)
            QVERIFY(isSame(read->populations[place], run.populations[place]));
    }

    void populationsStayWhenPresetsChange()
    {
        const PopulationMix market = *findMarketMix(u"India");
        KeptSimulation run = *simulatedRun({}, 100);
        run.populations.push_back(keptPopulation(market, simulated(market, {1}, 100), run.prices));
        const QByteArray json = toJson(run);
        QCOMPARE(json.count("\"no_sms\":"), qsizetype(market.parts.size()));
        QVERIFY(!json.contains("\"population\":\"")); // none by its name alone
    }

    void whatIsDamagedIsNone_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("cut off") << QByteArray("}]}],") << QByteArray();
        QTest::newRow("no seed") << QByteArray("\"seed\":\"1\"") << QByteArray("\"seed\":\"one\"");
        QTest::newRow("counts that contradict") << QByteArray("\"failed\":") << QByteArray("\"failed\":1");
        QTest::newRow("no plan") << QByteArray("\"plan\":\"s") << QByteArray("\"plan\":\"x");
        QTest::newRow("negative") << QByteArray("\"expired\":") << QByteArray("\"expired\":-");
        QTest::newRow("no population") << QByteArray("\"sms\":") << QByteArray("\"smss\":");
    }

    void whatIsDamagedIsNone()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QByteArray json = toJson(*simulatedRun({u"typical"}, 1'000));
        QVERIFY(json.contains(before));
        QVERIFY(keptSimulationFromJson(json));
        QVERIFY(!keptSimulationFromJson(QByteArray(json).replace(before, after)));
    }

    void aStoreKeepsItAndForgetsIt()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        const QByteArray body = toJson(*simulatedRun({u"typical"}, 1'000));
        const Instant at = fromMilliseconds(1'795'442'400'000);
        {
            const auto store = Store::open({path, {}, {}, {}});
            QVERIFY(store);
            QVERIFY((*store)->reader().simulationNumbers().empty());
            QCOMPARE((*store)->keepSimulation(body, at).operator*(), 1);
            QCOMPARE((*store)->keepSimulation(body, at).operator*(), 2);
        }
        const auto store = Store::open({path, {}, {}, {}});
        QVERIFY(store);
        QCOMPARE((*store)->reader().simulationNumbers(), (std::vector<std::int64_t>{1, 2}));
        const auto kept = (*store)->reader().simulation(2);
        QVERIFY(kept);
        QCOMPARE(kept->body, body);
        QVERIFY(kept->keptAt == at);
        QVERIFY((*store)->deleteSimulation(2));
        QVERIFY(!(*store)->reader().simulation(2));
        QCOMPARE((*store)->keepSimulation(body, at).operator*(), 3); // a number means one run for ever
        QCOMPARE((*store)->reader().simulationNumbers(), (std::vector<std::int64_t>{1, 3}));
    }

    // Sums only: a hundred times the users are hardly more to keep.
    void itsSizeDoesNotGrowWithTheUsers()
    {
        const auto sizeOf = [](std::int64_t users) { return toJson(*simulatedRun({u"typical"}, users)).size(); };
        const qsizetype few = sizeOf(20'000);
        QVERIFY(sizeOf(2'000'000) < 2 * few);
        QVERIFY(few < 40'000);
    }
};

PINPATH_TEST(tst_KeptSimulation, "tst_keptsimulation")

} // namespace tst_keptsimulation

#include "tst_keptsimulation.moc"
