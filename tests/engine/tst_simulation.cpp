// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/presets.h"
#include "engine/request/userkey.h"
#include "engine/simulation/traffic.h"
#include "engine/simulation/userlife.h"
#include "tests/support/corerun.h"
#include "tests/support/testclass.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>

#include <set>

namespace tst_simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace engine;

constexpr Instant Until = tests::ManualTime::Start;

std::vector<Event> eventsOf(UserLife life)
{
    std::vector<Event> events;
    while (life.next()) {
        const Decision decision = life.live();
        events.insert(events.end(), decision.begin(), decision.end());
    }
    return events;
}

std::vector<Event> eventsOf(const Record &record)
{
    std::vector<Event> events;
    for (const RecordedEvent &each : record.events)
        events.push_back(each.event);
    return events;
}

// A small market for two days.
std::vector<TrafficMarket> markets(int requestsPerWorkflow)
{
    TrafficMarket market;
    market.country = u"GB"_s;
    market.locale = u"en-gb"_s;
    market.numbers = {{447700900300, 500}};
    market.mix = {{findPreset(u"typical"), 0.5}, {findPreset(u"poor route"), 0.5}};
    for (WorkflowId id = 1; id <= 5; ++id)
        market.volumes.push_back({*standardWorkflow(id, Dialect::Vonage), requestsPerWorkflow});
    return {market};
}

std::vector<LifeToLive> traffic(std::uint64_t seed, int requestsPerWorkflow = 40)
{
    Request request;
    request.account = u"key"_s;
    request.brand = u"Acme"_s;
    request.source = Source::Demo;
    request.prices = examplePrices(Dialect::Vonage);
    return makeTraffic(markets(requestsPerWorkflow), Until - std::chrono::days(2), Until, seed, request);
}

const ClockSetting StandingStill{ClockMode::Manual, 1.0, false};

// A store that the traffic of a seed was written into.
struct Written {
    explicit Written(std::uint64_t seed, int requestsPerWorkflow = 40)
    {
        StoreOptions options;
        options.path = folder.filePath(u"store.db"_s);
        options.rangeSize = 50; // so that there are rollups
        store = std::move(*Store::open(options));
        lives = traffic(seed, requestsPerWorkflow);
        QVERIFY(bool(writeHistory(*store, lives, Until, StandingStill)));
    }

    std::vector<std::vector<Event>> stories() const
    {
        std::vector<std::vector<Event>> all;
        for (const LifeToLive &life : lives)
            all.push_back(eventsOf(*store->reader().record(life.request->id)));
        return all;
    }

    // Every row of a table, as text.
    QStringList rows(const QString &table) const
    {
        QStringList rows;
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(folder.filePath(u"store.db"_s));
        database.open();
        {
            QSqlQuery query(u"SELECT * FROM "_s + table, database);
            while (query.next()) {
                QStringList fields;
                for (int i = 0; i < query.record().count(); ++i) {
                    // What recovery finds beside a row is asked for in the journal where no engine has written it.
                    if (query.record().fieldName(i) == "open_state"_L1)
                        continue;
                    fields << QString::fromLatin1(query.value(i).toByteArray().toHex());
                }
                rows << fields.join(u' ');
            }
        }
        database.close();
        database = {};
        QSqlDatabase::removeDatabase(u"look"_s);
        return rows;
    }

    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    std::vector<LifeToLive> lives;
};

class tst_Simulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aUserLivesThroughTheSameInTheLiveEngine_data();
    void aUserLivesThroughTheSameInTheLiveEngine();
    void aLifeIsTheSameWheneverItIsLived();
    void trafficComesInItsOrderOnPhonesThatAreFree();
    void nightsAndWeekendsAreQuieter();
    void theSameSeedGivesTheSameHistory();
    void everyHistoryReplaysToTheStateOfItsRow();
    void theRollupsAreThoseOfARebuild();
    void whatStillRunsAnEngineGoesOnWith();
};

void tst_Simulation::aUserLivesThroughTheSameInTheLiveEngine_data()
{
    QTest::addColumn<QString>("population");
    QTest::addColumn<WorkflowId>("workflow");
    for (const Population &population : presets()) {
        for (WorkflowId id = 1; id <= 7; ++id)
            QTest::addRow("%s, workflow %d", qPrintable(population.name), int(id)) << population.name << id;
    }
}

void tst_Simulation::aUserLivesThroughTheSameInTheLiveEngine()
{
    QFETCH(QString, population);
    QFETCH(WorkflowId, workflow);
    tests::CoreRun run;
    std::vector<RequestId> ids;
    for (std::uint64_t i = 0; i < 12; ++i) {
        StartRequest request = tests::CoreRun::request(447700900300 + i, workflow);
        request.population = population;
        ids.push_back(run.start(request).id);
        run.advance(1s);
    }
    run.advance(24h); // until the last news of any message
    for (const RequestId id : ids) {
        const Record record = run.record(id);
        const UserLife life(record.request.workflow, *findPreset(population), {0, userKeyOf(id)},
                            record.verification.startedAt);
        QCOMPARE(eventsOf(life), eventsOf(record));
    }
}

void tst_Simulation::aLifeIsTheSameWheneverItIsLived()
{
    const Workflow workflow = *standardWorkflow(2, Dialect::Vonage);
    const Population &population = presets().front();
    const UserLife life(workflow, population, {1, 7}, Until);
    QCOMPARE(eventsOf(life), eventsOf(life));
    QVERIFY(eventsOf(life) != eventsOf(UserLife(workflow, population, {2, 7}, Until)));
}

void tst_Simulation::trafficComesInItsOrderOnPhonesThatAreFree()
{
    const auto lives = traffic(1, 400);
    QCOMPARE(lives.size(), 2000U);
    std::map<std::uint64_t, Instant> latest;
    Instant before = Until - std::chrono::days(2);
    for (const LifeToLive &life : lives) {
        QVERIFY(life.startedAt >= before && life.startedAt <= Until);
        before = life.startedAt;
        const auto [found, isFirst] = latest.try_emplace(life.request->number.digits(), life.startedAt);
        QVERIFY(isFirst || life.startedAt - found->second >= 20min);
        found->second = life.startedAt;
        QCOMPARE(life.request->country, life.request->number.country());
        QCOMPARE(life.request->population, life.population->name);
    }
}

void tst_Simulation::nightsAndWeekendsAreQuieter()
{
    Request request;
    const Instant monday = fromMilliseconds(1'795'392'000'000); // 23 November 2026, 0:00 in London
    int nightly = 0;
    int weekendly = 0;
    const auto lives = makeTraffic(markets(400), monday, monday + std::chrono::days(7), 1, request);
    for (const LifeToLive &life : lives) {
        const auto hours = std::chrono::floor<std::chrono::hours>(life.startedAt - monday).count();
        nightly += hours % 24 < 6;
        weekendly += hours / 24 >= 5;
    }
    QVERIFY2(nightly < int(lives.size()) / 20, qPrintable(QString::number(nightly)));
    QVERIFY2(weekendly < int(lives.size()) / 4 && weekendly > int(lives.size()) / 8,
             qPrintable(QString::number(weekendly)));
}

void tst_Simulation::theSameSeedGivesTheSameHistory()
{
    const Written first(1);
    QVERIFY(first.stories() == Written(1).stories());
    QVERIFY(first.lives.front().request->id != traffic(2).front().request->id);
}

void tst_Simulation::everyHistoryReplaysToTheStateOfItsRow()
{
    const Written written(1);
    std::set<Status> ends;
    for (const LifeToLive &life : written.lives) {
        const Record record = *written.store->reader().record(life.request->id);
        Verification replayed;
        for (const RecordedEvent &each : record.events)
            evolve(replayed, each.event);
        QVERIFY(replayed == record.verification);
        QVERIFY(record.request.source == Source::Demo);
        ends.insert(replayed.status);
    }
    QVERIFY(ends.contains(Status::Succeeded) && ends.contains(Status::Expired));
}

void tst_Simulation::theRollupsAreThoseOfARebuild()
{
    const Written written(3);
    QStringList before;
    for (const QString &table : {u"verification"_s, u"rollup"_s, u"rollup_brand"_s})
        before << written.rows(table);
    QVERIFY(before.size() > 200);
    QVERIFY(!written.rows(u"rollup"_s).isEmpty());
    QVERIFY(bool(written.store->rebuildProjection()));
    QStringList after;
    for (const QString &table : {u"verification"_s, u"rollup"_s, u"rollup_brand"_s})
        after << written.rows(table);
    QCOMPARE(after, before);
}

void tst_Simulation::whatStillRunsAnEngineGoesOnWith()
{
    tests::CoreRun run;
    run.close();
    const auto lives = traffic(1, 400);
    {
        StoreOptions options;
        options.path = run.path();
        auto store = std::move(*Store::open(options));
        QVERIFY(bool(writeHistory(*store, lives, Until, StandingStill)));
    }
    run.open();
    QCOMPARE(run.clock->now(), Until);
    QVERIFY(run.core->pending() > 0);
    run.advance(24h);
    for (const LifeToLive &life : lives) {
        const UserLife lived(life.request->workflow, *life.population, {0, userKeyOf(life.request->id)},
                             life.startedAt);
        QCOMPARE(eventsOf(run.record(life.request->id)), eventsOf(lived));
    }
}

PINPATH_TEST(tst_Simulation, "tst_simulation")

} // namespace tst_simulation

#include "tst_simulation.moc"
