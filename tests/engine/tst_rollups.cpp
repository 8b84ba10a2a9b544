// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/importreport.h"
#include "engine/import/verifyreport.h"
#include "engine/pin/storekey.h"
#include "engine/statistics/comparedstore.h"
#include "tests/support/corerun.h"
#include "tests/support/oldformat.h"
#include "tests/support/reportfile.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <limits>
#include <set>

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::CoreRun;

namespace {

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
        const auto report = VerifyReport::open(file.path());
        const auto key = StoreKey::load(run.path() + u".key"_s);
        QVERIFY(report && key);
        run.core.reset(); // the importer is the one that writes
        QVERIFY(importReport(**report, importInto(*run.store), *key, {}, goOn));
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

std::vector<Rollup> rollupsOf(const Traffic &traffic)
{
    std::vector<Rollup> rollups;
    traffic.run.store->reader().visitRollups({0, std::numeric_limits<VerificationKey>::max()},
                                             [&](const Rollup &rollup) { rollups.push_back(rollup); });
    return rollups;
}

} // namespace

class tst_Rollups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsComeBackAsTheyWent()
    {
        const Money cost = Money::fromMilli(64);
        const std::vector<EndedAlike> ends{
            {Status::Succeeded, 1, cost, 0, 1},   {Status::Succeeded, 1, cost, 7, 70'000},
            {Status::Succeeded, 1, cost, 300, 2}, {Status::Succeeded, 2, cost, 130, 3},
            {Status::Succeeded, 2, {}, 131, 1},   {Status::Expired, 6, cost * 100'000, 90'000'000, 1},
            {Status::Cancelled, 0, cost, 30, 1},
        };
        const QByteArray bytes = encodeEnds(ends);
        QVERIFY(decodeEnds(bytes) == ends);
        QVERIFY(decodeEnds({})->empty());
        int damaged = 0;
        for (qsizetype length = 1; length < bytes.size(); ++length)
            damaged += !decodeEnds(bytes.left(length)).has_value();
        QCOMPARE(damaged, int(bytes.size()) - 1 - 4); // it may end where a manner does
        QVERIFY(!decodeEnds("\x07\x01\x01\x01\x01\x01"));
        QVERIFY(!decodeEnds(QByteArray(30, '\xff')));
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
        for (const Rollup &rollup : rollupsOf(traffic)) {
            versions.insert(rollup.version);
            countries.insert(std::string(rollup.country.data(), 2));
            for (const EndedAlike &end : rollup.ends)
                statuses.insert(end.status);
        }
        QCOMPARE(statuses.size(), 4U);
        QVERIFY(versions.size() > 5);
        QCOMPARE(countries.size(), 4U);
        const Comparison all = compare(store.requests(), {}, traffic.run.clock->now());
        QVERIFY(all.all.tooYoung() > 0 && all.all.inProgress() > 0);
        QCOMPARE(all.experiments, std::vector<std::string>{"split/1"});
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
        const std::vector<Rollup> before = rollupsOf(traffic);
        const StatusCounts counts = traffic.run.store->reader().statusCounts();
        QVERIFY(before.size() > 20);
        QVERIFY(traffic.run.store->rebuildProjection());
        QVERIFY(rollupsOf(traffic) == before);
        QVERIFY(traffic.run.store->reader().statusCounts() == counts);
        ComparedStore store(traffic.run.store->reader());
        traffic.compareBothWays(store);
    }

    void anOlderStoreGetsThemWhenItIsOpened()
    {
        Traffic traffic;
        traffic.flow(70);
        traffic.import();
        const std::vector<Rollup> before = rollupsOf(traffic);
        const StatusCounts counts = traffic.run.store->reader().statusCounts();
        traffic.run.close();
        {
            const auto connection = Connection::open(traffic.run.path(), Connection::Access::ReadWrite);
            QVERIFY(connection);
            tests::bringBackToFormat5(*connection);
        }
        traffic.run.open();
        QVERIFY(rollupsOf(traffic) == before);
        QVERIFY(traffic.run.store->reader().statusCounts() == counts);
        ComparedStore store(traffic.run.store->reader());
        traffic.compareBothWays(store);
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
#include "tst_rollups.moc"
