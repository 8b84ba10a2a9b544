// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/importreport.h"
#include "engine/import/verifyreport.h"
#include "engine/pin/storekey.h"
#include "engine/statistics/comparedstore.h"
#include "engine/statistics/comparisonjson.h"
#include "engine/statistics/outcomesofstore.h"
#include "tests/support/corerun.h"
#include "tests/support/oldformat.h"
#include "tests/support/reportfile.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <limits>
#include <set>

namespace tst_rollups {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::CoreRun;

constexpr std::int64_t FewKeys = 20; // of a range

bool goOn(double)
{
    return true;
}

// Every verification of the store, one by one.
ComparedRequests eachOf(StoreReader &reader)
{
    ComparedRequests requests;
    for (const Course &course : reader.courses({0, reader.latestKey()}))
        requests.append(course);
    return requests;
}

void compareComparisons(const Comparison &a, const Comparison &b)
{
    QVERIFY(a.at == b.at);
    QVERIFY(a.until == b.until);
    QCOMPARE(a.isClosed, b.isClosed);
    QVERIFY(a.lifetime == b.lifetime);
    QVERIFY(a.nextEndBy == b.nextEndBy);
    QCOMPARE(a.sources, b.sources);
    QCOMPARE(a.experiments, b.experiments);
    QCOMPARE(a.brands, b.brands);
    QCOMPARE(a.networks, b.networks);
    QCOMPARE(a.withoutWorkflow, b.withoutWorkflow);
    QVERIFY(a.all == b.all);
    QCOMPARE(a.markets.size(), b.markets.size());
    QVERIFY(a.markets == b.markets);
}

// Traffic of all kinds: sources, brands, countries, plans, an experiment, every end, and a report that was imported
// between; in ranges of a few keys.
class Traffic {
public:
    Traffic()
    {
        run.rangeSize = FewKeys;
        run.reopen();
        Account account;
        account.apiKey = u"key"_s; // as CoreRun's requests have it
        account.apiSecret = u"secret"_s;
        AssignmentRule rule;
        rule.name = u"split"_s;
        rule.shares = {{1, 1}, {4, 1}};
        account.assignment = {rule};
        QVERIFY(run.store->change(account, run.clock->now()));
    }

    // So many starts, twenty minutes apart; what the last ones lead to is open.
    void flow(int count)
    {
        constexpr std::uint64_t Numbers[]{447'700'910'000, 919'876'500'000, 4'915'112'300'000, 12'025'550'100};
        for (int i = 0; i < count; ++i, ++m_count) {
            StartRequest request
                = CoreRun::request(Numbers[m_count % 4] + std::uint64_t(m_count), WorkflowId(1 + m_count % 5),
                                   {m_count % 11 == 0 ? std::optional(60s) : std::nullopt, {}});
            request.source = m_count % 7 == 0 ? Source::Window : m_count % 5 == 0 ? Source::Demo : Source::Api;
            request.brand = m_count % 3 == 0 ? u"Northwind"_s : m_count % 13 == 0 ? QString() : u"Acme"_s;
            if (m_count % 4 == 1)
                request.openChoice = OpenChoice();
            if (m_count % 6 < 3)
                request.population = u"typical"_s;
            const RequestId id = run.start(request).id;
            run.advance(milliseconds(31s) + milliseconds(m_count));
            if (m_count % 6 == 3)
                run.check(id, run.pin(id));
            if (m_count % 6 == 4)
                run.control(id, Cancel());
            for (int wrong = 0; m_count % 12 == 5 && wrong < MaxWrongCodes; ++wrong)
                run.check(id, u"0000000"_s);
            if (i + 1 < count)
                run.advance(i + 5 < count ? 20min : 40s); // the last ones are young
        }
    }

    void import()
    {
        tests::ReportFile file;
        file.proportion(1, 30, 45).rows(2, "FAILED", 7, 20, "IN").rows(4, "EXPIRED", 3, 300, "").rows(0, "SUCCESS", 5);
        import(file, {});
    }

    void import(tests::ReportFile &file, const ImportPlan &plan, bool isReopened = true)
    {
        const auto report = VerifyReport::open(file.path());
        const auto key = StoreKey::load(run.path() + u".key"_s);
        QVERIFY(report && key);
        run.core.reset(); // the importer is the one that writes
        QVERIFY(importReport(**report, importInto(*run.store), *key, plan, goOn));
        if (isReopened)
            run.reopen();
    }

    std::vector<ComparisonScope> scopes()
    {
        std::vector<ComparisonScope> scopes{{}};
        for (const Source source : {Source::Window, Source::Api, Source::Demo, Source::Import})
            scopes.push_back({{}, source});
        for (const milliseconds ago :
             {milliseconds(1h), milliseconds(24h), milliseconds(7 * 24h), milliseconds(300 * 24h)}) {
            scopes.push_back({run.clock->now() - ago, {}});
            scopes.push_back({run.clock->now() - ago, Source::Api, {}, {}, true});
        }
        for (const char *brand : {"Acme", "", "Nobody"}) {
            scopes.push_back({{}, {}, brand});
            scopes.push_back({run.clock->now() - 24h, Source::Api, brand, {}, true});
        }
        scopes.push_back({{}, {}, {}, "split/1"});
        scopes.push_back({{}, {}, {}, {}, true});
        scopes.push_back({{}, {}, {}, {}, false, {}, {"GB", "DE"}});
        for (const char *network : {"O2", "Nobody"}) {
            scopes.push_back({{}, {}, {}, {}, false, network});
            scopes.push_back({run.clock->now() - 24h, {}, "Acme", {}, true, network, {"GB"}});
        }
        return scopes;
    }

    // Both ways give the same, whatever the scope, now and once all are old enough.
    void compareBothWays(ComparedStore &store)
    {
        QVERIFY(store.readOn(goOn));
        const ComparedRequests each = eachOf(run.store->reader());
        for (const milliseconds later : {milliseconds(0), milliseconds(3min), milliseconds(24h)}) {
            const Instant now = run.clock->now() + later;
            for (const ComparisonScope &scope : scopes()) {
                QVERIFY(store.readFor(scope, now, goOn));
                compareComparisons(compare(store.requests(), scope, now), compare(each, scope, now));
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    CoreRun run;

private:
    int m_count = 0;
};

// As the store keeps them.
std::vector<std::pair<VerificationKey, QByteArray>> rollupsOf(const Traffic &traffic)
{
    std::vector<std::pair<VerificationKey, QByteArray>> rollups;
    traffic.run.store->reader().visitRollups(
        {0, std::numeric_limits<VerificationKey>::max()}, [&](KeyRange range, const Rollup *rollup) {
            rollups.emplace_back(range.first, rollup ? rollup->bytes : QByteArray());
        });
    return rollups;
}

// What a rollup tells, as text.
QStringList dump(const Rollup &rollup)
{
    QStringList lines;
    for (const Rollup::Kind &kind : rollup.kinds) {
        const Rollup::Plan &plan = rollup.plans.at(kind.plan);
        lines << u"%1 '%2' %3 %4 '%5' newest %6 from %7 to %8: %9"_s.arg(plan.id)
                     .arg(QString::fromStdString(plan.version), QString::fromLatin1(kind.country.data(), 2))
                     .arg(int(kind.source))
                     .arg(QString::fromStdString(rollup.experiments.at(kind.experiment)))
                     .arg(kind.newestKey)
                     .arg(toMilliseconds(kind.firstAt))
                     .arg(toMilliseconds(kind.lastAt))
                     .arg(kind.count);
        visitEnds(kind.ends, [&](const EndManner &manner, std::span<const EndsAfter> some) {
            for (const EndsAfter &ends : some)
                lines << u"  %1 after %2 for %3: %4 in %5 s"_s.arg(int(manner.status))
                             .arg(manner.stepsSent)
                             .arg(manner.cost.hundredMillionths())
                             .arg(ends.count)
                             .arg(ends.seconds);
        });
    }
    for (const NameCount &each : rollup.brands)
        lines << u"brand '%1' %2"_s.arg(QString::fromStdString(each.name)).arg(each.count);
    for (const NameCount &each : rollup.networks)
        lines << u"network '%1' %2"_s.arg(QString::fromStdString(each.name)).arg(each.count);
    return lines;
}

Course course(VerificationKey key, WorkflowId workflow, Status status, std::uint8_t stepsSent, milliseconds lasted)
{
    const Instant at = fromMilliseconds(1'795'000'000'000) + milliseconds(key);
    return {key,       workflow, "s120 p300", {'G', 'B'},           Source::Api, status,
            stepsSent, at,       at + lasted, Money::fromMilli(64), "Acme"};
}

// Of all kinds and sizes that a rollup tells apart.
std::vector<Course> manyCourses()
{
    std::vector<Course> courses;
    for (VerificationKey key = 101; key <= 180; ++key) // more seconds than are read at once
        courses.push_back(course(key, 1, Status::Succeeded, 1, milliseconds(key * 999)));
    courses.push_back(course(181, 1, Status::Succeeded, 1, milliseconds(101 * 999)));
    courses.push_back(course(190, 1, Status::Expired, 6, seconds(90'000'000)));
    courses.back().cost = Money::fromMilli(64) * 100'000;
    courses.push_back(course(191, 1, Status::Cancelled, 0, {}));
    courses.push_back(course(192, UnknownWorkflow, Status::Failed, 2, 30s));
    courses.back().country = {};
    courses.back().source = Source::Import;
    courses.push_back(course(193, 2, Status::Succeeded, 2, 30s));
    courses.back().experiment = "split/1";
    courses.back().brand = "";
    courses.back().network = "Vodafone";
    courses.push_back(course(194, 2, Status::InProgress, 1, {}));
    courses.push_back(course(195, 1, Status::Succeeded, 1, 5s));
    courses.back().startedAt = fromMilliseconds(-1'000'000); // a report may tell of any time
    courses.back().endedAt = courses.back().startedAt + 5s;
    return courses;
}

class tst_Rollups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyComeBackAsTheyWent()
    {
        const auto rollup = readRollup({101, 200}, rollUp(manyCourses()));
        QVERIFY(rollup);
        QVERIFY(rollup->range == (KeyRange{101, 200}));
        const QStringList lines = dump(*rollup);
        QCOMPARE(lines.first(), u"1 's120 p300' GB 1 '' newest 191 from 1795000000101 to 1795000000191: 83"_s);
        QCOMPARE(lines.at(1), u"  2 after 1 for 6400000: 2 in 100 s"_s);
        QCOMPARE(lines.at(2), u"  2 after 1 for 6400000: 1 in 101 s"_s);
        QCOMPARE(lines.at(80), u"  2 after 1 for 6400000: 1 in 179 s"_s);
        QCOMPARE(lines.sliced(81),
                 (QStringList{
                     u"  4 after 6 for 640000000000: 1 in 90000000 s"_s,
                     u"  5 after 0 for 6400000: 1 in 0 s"_s,
                     u"0 's120 p300' "_s + QString(2, QChar(0))
                         + u" 4 '' newest 192 from 1795000000192 to 1795000000192: 1"_s,
                     u"  3 after 2 for 6400000: 1 in 30 s"_s,
                     u"2 's120 p300' GB 1 'split/1' newest 193 from 1795000000193 to 1795000000193: 1"_s,
                     u"  2 after 2 for 6400000: 1 in 30 s"_s,
                     u"1 's120 p300' GB 1 '' newest 195 from -1000000 to -1000000: 1"_s,
                     u"  2 after 1 for 6400000: 1 in 5 s"_s,
                     u"brand 'Acme' 84"_s,
                     u"brand '' 1"_s,
                     u"network 'Vodafone' 1"_s,
                 }));
        QVERIFY(readRollup({1, 20}, rollUp({}))->kinds.empty());
    }

    void ofVeryManyBrandsTheRareOnesAreLeftOut()
    {
        std::vector<Course> courses;
        for (VerificationKey key = 1; key <= 3000; ++key) {
            courses.push_back(course(key, 1, Status::Succeeded, 1, 5s));
            if (key % 3 != 0)
                courses.back().brand = std::to_string(key);
        }
        const auto rollup = readRollup({1, 3000}, rollUp(courses));
        QVERIFY(rollup && rollup->brands == (std::vector<NameCount>{{"Acme", 1000}}));
    }

    void damagedBytesAreNoticed()
    {
        const QByteArray whole = rollUp(manyCourses());
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!readRollup({101, 200}, whole.left(length)));
        for (qsizetype place = 0; place < whole.size(); ++place) {
            QByteArray garbled = whole;
            garbled[place] = char(garbled[place] ^ (1 << place % 8));
            QVERIFY(!readRollup({101, 200}, garbled));
        }
        QVERIFY(!readRollup({101, 200}, whole + whole));
        // And were the checksum right: ends are read within their bytes, whatever these are.
        std::uint32_t random = 1;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray ends;
            for (std::uint32_t left = i % 40U; left > 0; --left) {
                random = random * 1'664'525U + 1'013'904'223U;
                ends.append(char(random >> (i % 2 == 0 ? 24 : 28)));
            }
            std::size_t count = 0;
            visitEnds(ends, [&](const EndManner &manner, std::span<const EndsAfter> some) {
                QVERIFY(manner.status > Status::InProgress && manner.status <= Status::Cancelled);
                count += some.size();
            });
            QVERIFY(count <= std::size_t(ends.size()) + 64);
        }
    }

    void aDamagedRangeIsToldFromTheProjection()
    {
        Traffic traffic;
        traffic.flow(70);
        const std::vector<WorkflowStats> stats = traffic.run.store->reader().stats();
        {
            const auto connection = Connection::open(traffic.run.path(), Connection::Access::ReadWrite);
            QVERIFY(connection);
            QVERIFY(connection->run(u"UPDATE rollup SET body = substr(body, 1, 40) WHERE first_key = 1"_s));
            QVERIFY(connection->run(u"UPDATE rollup SET body = zeroblob(9) WHERE first_key = 21"_s));
        }
        ComparedStore store(traffic.run.store->reader());
        traffic.compareBothWays(store);
        QVERIFY(rollupsOf(traffic).at(0).second.isEmpty() && !rollupsOf(traffic).at(2).second.isEmpty());
        const std::vector<WorkflowStats> after = traffic.run.store->reader().stats();
        QCOMPARE(after.size(), stats.size());
        for (std::size_t i = 0; i < stats.size(); ++i) {
            QCOMPARE(after[i].requests, stats[i].requests);
            QVERIFY(after[i].secondsToVerify == stats[i].secondsToVerify);
            QCOMPARE(after[i].cost.hundredMillionths(), stats[i].cost.hundredMillionths());
        }
    }

    void aComparisonIsTheSameFromRollupsAndFromEachRequest()
    {
        Traffic traffic;
        traffic.flow(120);
        traffic.import();
        traffic.flow(120);
        ComparedStore store(traffic.run.store->reader());
        traffic.compareBothWays(store);
        // All that there is to be told apart has been.
        std::set<Status> statuses;
        std::set<std::string> versions;
        std::set<std::string> countries;
        traffic.run.store->reader().visitRollups(
            {0, std::numeric_limits<VerificationKey>::max()}, [&](KeyRange, const Rollup *rollup) {
                QVERIFY(rollup);
                for (const Rollup::Kind &kind : rollup->kinds) {
                    versions.insert(rollup->plans[kind.plan].version);
                    countries.insert(std::string(kind.country.data(), 2));
                    visitEnds(kind.ends, [&](const EndManner &manner, auto) { statuses.insert(manner.status); });
                }
            });
        QCOMPARE(statuses.size(), 4U);
        QVERIFY(versions.size() > 5);
        QCOMPARE(countries.size(), 4U);
        const Comparison all = compare(store.requests(), {}, traffic.run.clock->now());
        QVERIFY(all.all.tooYoung() > 0 && all.all.inProgress() > 0);
        QCOMPARE(all.experiments, std::vector<std::string>{"split/1"});
        QCOMPARE(all.networks, std::vector<std::string>{"O2"});
        QCOMPARE(all.withoutWorkflow, 5);
        QVERIFY(traffic.run.store->reader().rolledUpTo() >= 5 * FewKeys); // the next range waits for one that is open
    }

    void whatHappensLaterIsCountedBothWaysAlike()
    {
        Traffic traffic;
        ComparedStore store(traffic.run.store->reader());
        traffic.compareBothWays(store);
        for (int i = 0; i < 8; ++i) {
            traffic.flow(13);
            traffic.compareBothWays(store);
        }
        traffic.run.advance(1h);
        traffic.compareBothWays(store);
        QCOMPARE(store.requests().rolledUpTo(), VerificationKey(5 * FewKeys));
    }

    void aRebuildFromTheJournalGivesTheSame()
    {
        Traffic traffic;
        traffic.flow(70);
        traffic.import();
        traffic.flow(30);
        const auto before = rollupsOf(traffic);
        const StatusCounts counts = traffic.run.store->reader().statusCounts();
        QVERIFY(before.size() >= 3);
        QVERIFY(traffic.run.store->rebuildProjection());
        QVERIFY(rollupsOf(traffic) == before);
        QVERIFY(traffic.run.store->reader().statusCounts() == counts);
        ComparedStore store(traffic.run.store->reader());
        traffic.compareBothWays(store);
    }

    void anOlderStoreGetsThemWhenItIsOpened_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("5") << 5;
        QTest::newRow("6") << 6;
    }

    void anOlderStoreGetsThemWhenItIsOpened()
    {
        QFETCH(const int, format);
        Traffic traffic;
        traffic.flow(70);
        tests::ReportFile file;
        file.proportion(1, 30, 45).text().replace("\"23410\",\"O2\"", "\"\",\"\""); // they knew no networks
        traffic.import(file, {});
        const auto before = rollupsOf(traffic);
        const StatusCounts counts = traffic.run.store->reader().statusCounts();
        traffic.run.close();
        {
            const auto connection = Connection::open(traffic.run.path(), Connection::Access::ReadWrite);
            QVERIFY(connection);
            format == 5 ? tests::bringBackToFormat5(*connection) : tests::bringBackToFormat6(*connection);
        }
        traffic.run.open();
        QVERIFY(rollupsOf(traffic) == before);
        QVERIFY(traffic.run.store->reader().statusCounts() == counts);
        ComparedStore store(traffic.run.store->reader());
        traffic.compareBothWays(store);
    }

    void aRangeWhoseRequestsAreRestatedIsMadeAnew()
    {
        Traffic traffic;
        CoreRun &run = traffic.run;
        traffic.flow(10);
        traffic.run.advance(1h);
        tests::ReportFile file(false);
        file.rows(0, "SUCCESS", 75, 30);
        traffic.import(file, {});
        QCOMPARE(run.store->reader().rolledUpTo(), VerificationKey(4 * FewKeys));
        const auto connection = Connection::open(run.path(), Connection::Access::ReadOnly);
        StoreReader reader(connection->database(), nullptr); // as the feed has one of its own
        ComparedStore store(reader);
        traffic.compareBothWays(store);
        const auto comparison = [&] {
            const ComparisonScope scope{{}, Source::Import};
            store.readFor(scope, run.clock->now(), goOn);
            return compare(store.requests(), scope, run.clock->now());
        };
        QVERIFY(!comparison().all.find(4));
        QCOMPARE(comparison().withoutWorkflow, 75);
        const auto isReady = [&traffic] {
            const auto all = rollupsOf(traffic);
            return std::none_of(all.begin(), all.end(), [](const auto &each) { return each.second.isEmpty(); });
        };

        for (const WorkflowId workflow : {WorkflowId(3), WorkflowId(4)}) {
            traffic.import(file, {*WorkflowRules::parse(QString::number(workflow)), ImportedNumbers::Kept}, false);
            QVERIFY(!isReady()); // the batch was in each
            ComparedStore other(reader); // one that has read nothing before
            for (ComparedStore *each : {&store, &other})
                traffic.compareBothWays(*each);
            QCOMPARE(comparison().all.find(workflow)->requests, 75);
            QCOMPARE(comparison().withoutWorkflow, 0);
            run.reopen();
            QVERIFY(isReady());
        }
        const auto rollups = rollupsOf(traffic);
        ComparedStore reopened(run.store->reader());
        traffic.compareBothWays(reopened);
        QVERIFY(run.store->rebuildProjection());
        QVERIFY(rollupsOf(traffic) == rollups);
        traffic.compareBothWays(reopened);
    }

    void rangesAreMadeAnewOneABatch()
    {
        Traffic traffic;
        CoreRun &run = traffic.run;
        tests::ReportFile file(false);
        file.rows(0, "SUCCESS", 70, 30);
        traffic.import(file, {});
        traffic.import(file, {*WorkflowRules::parse(u"4"_s), ImportedNumbers::Kept}, false);
        const auto ready = [&traffic] {
            const auto all = rollupsOf(traffic);
            return std::count_if(all.begin(), all.end(), [](const auto &each) { return !each.second.isEmpty(); });
        };
        QCOMPARE(ready(), 0);
        ComparedStore store(run.store->reader());
        traffic.compareBothWays(store);
        const std::int64_t before = run.store->reader().revision();
        for (int i = 1; i <= 3; ++i) {
            Batch batch;
            batch.clock = run.store->clockAtOpening();
            QVERIFY(run.store->write(batch));
            QCOMPARE(ready(), i);
            traffic.compareBothWays(store);
        }
        QCOMPARE(run.store->reader().revision(), before + 3);
        QVERIFY(run.store->write({{}, {}, run.store->clockAtOpening()}));
        QCOMPARE(run.store->reader().revision(), before + 3);
    }

    void theCommandCountsTheSameFromThem()
    {
        Traffic traffic;
        traffic.flow(90);
        traffic.import();
        traffic.flow(30); // some still run
        const Instant now = traffic.run.clock->now();
        const auto figures = [&](const ComparisonScope &scope) {
            const auto counted = countStore(traffic.run.path(), scope, now, goOn);
            if (!counted)
                qFatal("%s", qPrintable(counted.failure().sentence));
            return toJson(counted->outcomes, true, Looks::Repeated, {});
        };
        const std::vector<ComparisonScope> scopes{
            {}, {{}, {}, {}, "split/1"}, {{}, {}, {}, {}, false, {}, {"GB", "IN"}}};
        std::vector<std::string> before;
        for (const ComparisonScope &scope : scopes)
            before.push_back(figures(scope));
        QCOMPARE(std::set<std::string>(before.begin(), before.end()).size(), scopes.size());
        const auto counted = countStore(traffic.run.path(), {}, now, goOn);
        QCOMPARE(counted->comparison.withoutWorkflow, 5);
        QVERIFY(counted->comparison.all.inProgress() > 0);

        const auto connection = Connection::open(traffic.run.path(), Connection::Access::ReadWrite);
        QVERIFY(connection && connection->run(u"DELETE FROM rollup"_s));
        QVERIFY(connection->run(u"UPDATE state SET rolled_up_to = 0"_s));
        for (std::size_t i = 0; i < scopes.size(); ++i)
            QCOMPARE(figures(scopes[i]), before[i]);
        compareComparisons(countStore(traffic.run.path(), {}, now, goOn)->comparison, counted->comparison);
    }

    void aRangeWaitsForWhatIsOpen()
    {
        CoreRun run;
        run.rangeSize = 2;
        run.reopen();
        const RequestId first = run.start(447700900112).id;
        run.start(447700900113);
        run.start(447700900114);
        QCOMPARE(run.store->reader().rolledUpTo(), VerificationKey(0));
        run.advance(40s); // all messages have arrived
        run.check(first, run.pin(first));
        QCOMPARE(run.store->reader().rolledUpTo(), VerificationKey(0));
        run.advance(11min);
        QCOMPARE(run.store->reader().rolledUpTo(), VerificationKey(2));
        run.start(447700900115);
        run.reopen();
        QCOMPARE(run.store->reader().rolledUpTo(), VerificationKey(2));
        run.advance(11min);
        QCOMPARE(run.store->reader().rolledUpTo(), VerificationKey(4));
    }

    // Whichever write fails: nothing of the batch is counted, and once it can be written, all of it.
    void aWriteThatFailsLeavesThemAsTheyWere()
    {
        for (int writes = 2 * FewKeys - 1;; ++writes) { // before that it is entries and rows
            Traffic traffic;
            CoreRun &run = traffic.run;
            std::vector<RequestId> ids;
            run.batch([&](Core &core) {
                for (std::uint64_t i = 0; i < FewKeys; ++i)
                    core.start(CoreRun::request(447'700'910'000 + i),
                               [&](const StartReply &r) { ids.push_back(r.id); });
            });
            run.advance(40s);
            const auto endAll = [&] {
                return run.batch([&](Core &core) {
                    for (const RequestId id : ids)
                        core.control(id, Cancel(), [](const ControlReply &) {});
                });
            };
            int left = writes;
            run.mayWrite = [&left] { return left-- > 0; };
            const bool isDone = endAll();
            run.mayWrite = nullptr;
            if (isDone) {
                QVERIFY(writes > 2 * FewKeys);
                return;
            }
            QVERIFY(rollupsOf(traffic).empty());
            QCOMPARE(run.store->reader().statusCounts().cancelled, 0);
            QVERIFY(endAll());
            QCOMPARE(run.store->reader().rolledUpTo(), VerificationKey(FewKeys));
            QCOMPARE(run.store->reader().statusCounts().cancelled, FewKeys);
            QCOMPARE(rollupsOf(traffic).size(), 1U);
        }
    }
};

PINPATH_TEST(tst_Rollups, "tst_rollups")

} // namespace tst_rollups

#include "tst_rollups.moc"
