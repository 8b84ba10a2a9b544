// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pin/storekey.h"
#include "engine/store/store.h"
#include "tests/support/oldformat.h"
#include "tests/support/testclass.h"

#include <QCborArray>
#include <QCborMap>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace tst_oldstore {

using namespace engine;
using namespace Qt::StringLiterals;

constexpr qint64 StartedAt = 1'795'442'400'000;
const RequestId Id = *RequestId::parse(u"0197a0b0c0d07e0f8a0b0c0d0e0f1011");

// The tables of format 2, before accounts had rules.
const QStringList Format2{
    u"CREATE TABLE journal (sequence INTEGER PRIMARY KEY, verification INTEGER NOT NULL, body BLOB NOT NULL)"_s,
    u"CREATE INDEX journal_by_verification ON journal (verification)"_s,
    u"CREATE TABLE verification (key INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, "
    "request_id BLOB NOT NULL UNIQUE, number INTEGER NOT NULL, country TEXT NOT NULL, workflow_id INTEGER NOT NULL, "
    "version TEXT NOT NULL, source INTEGER NOT NULL, status INTEGER NOT NULL, started_at INTEGER NOT NULL, "
    "ended_at INTEGER, is_open INTEGER NOT NULL, brand TEXT NOT NULL DEFAULT '', cost INTEGER NOT NULL DEFAULT 0, "
    "steps_sent INTEGER NOT NULL DEFAULT 0)"_s,
    u"CREATE INDEX verification_open ON verification (key) WHERE is_open = 1"_s,
    u"CREATE TABLE rollup (day INTEGER, workflow_id INTEGER, version TEXT, country TEXT, source INTEGER, "
    "requests INTEGER NOT NULL, verified INTEGER NOT NULL, expired INTEGER NOT NULL, failed INTEGER NOT NULL, "
    "cancelled INTEGER NOT NULL, cost INTEGER NOT NULL, "
    "PRIMARY KEY (day, workflow_id, version, country, source)) WITHOUT ROWID"_s,
    u"CREATE TABLE rollup_seconds (day INTEGER, workflow_id INTEGER, version TEXT, country TEXT, source INTEGER, "
    "seconds INTEGER, verified INTEGER NOT NULL, "
    "PRIMARY KEY (day, workflow_id, version, country, source, seconds)) WITHOUT ROWID"_s,
    u"CREATE TABLE account (api_key TEXT PRIMARY KEY, sealed_secret BLOB NOT NULL, "
    "has_custom_pins INTEGER NOT NULL) WITHOUT ROWID"_s,
    u"CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), clock_mode INTEGER NOT NULL, "
    "clock_speed REAL NOT NULL, is_paused INTEGER NOT NULL, last_instant INTEGER, "
    "projected_sequence INTEGER NOT NULL, key_fingerprint BLOB NOT NULL)"_s,
    u"PRAGMA application_id = 1349086832"_s,
    u"PRAGMA user_version = 2"_s,
};

// A start as that format's journal has it: requested, a PIN, an SMS on its way.
QByteArray startedBody()
{
    const QCborArray events{QCborArray{0, StartedAt, 4, u"s120 s180 p300"_s}, QCborArray{1, StartedAt, 1},
                            QCborArray{2, StartedAt, 0, 1, 0, 0, 0, 0, 0}};
    const QCborArray request{Id.toBytes(),
                             u"a1b2c3d4"_s,
                             qint64(447700900112),
                             u"GB"_s,
                             u"Acme"_s,
                             u"VERIFY"_s,
                             u"en-gb"_s,
                             4,
                             QByteArray(),
                             1,
                             QString(u""_s),
                             5'000'000,
                             1'400'000,
                             2'800'000};
    return QCborValue(QCborMap{{0, events}, {1, request}}).toCbor();
}

// A store of format 2 with one running verification and two accounts.
void write(const QString &path)
{
    const auto key = StoreKey::create(path + u".key"_s);
    QVERIFY(key);
    const auto connection = Connection::open(path, Connection::Access::ReadWrite);
    QVERIFY(connection);
    for (const QString &statement : Format2)
        QVERIFY(connection->run(statement));
    const auto insert = [&](const QString &statement, const QVariantList &values) {
        QSqlQuery query(connection->database());
        query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        QVERIFY(query.exec());
    };
    insert(u"INSERT INTO account VALUES (?, ?, ?)"_s, {u"a1b2c3d4"_s, key->seal("topSecret1"), 1});
    insert(u"INSERT INTO account VALUES (?, ?, ?)"_s, {u"f0e1d2c3"_s, key->seal("otherSecret2"), 0});
    insert(u"INSERT INTO journal VALUES (1, 1, ?)"_s, {startedBody()});
    insert(u"INSERT INTO state VALUES (1, 2, 1.0, 0, ?, 1, ?)"_s, {StartedAt, key->fingerprint()});
}

// Stores that an earlier Pinpath wrote.
class tst_OldStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accountsKeepTheirSecretsAndFeatures()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        write(path);
        for (int time = 0; time < 2; ++time) {
            const auto store = Store::open({path, {}, {}, {}});
            QVERIFY2(store, store ? "" : qPrintable(store.failure().sentence));
            const Policy &policy = *(*store)->policy();
            QCOMPARE(policy.accounts.size(), std::size_t(2));
            QCOMPARE(policy.own().apiKey, u"a1b2c3d4"_s);
            QCOMPARE(policy.own().apiSecret, u"topSecret1"_s);
            QVERIFY(policy.own().hasCustomPins);
            const Account *second = policy.find(u"f0e1d2c3");
            QVERIFY(second && second->apiSecret == "otherSecret2"_L1 && !second->hasCustomPins);
            QVERIFY(policy.rules == Rules());
        }
    }

    void verificationsGoOnAndAreCountedByAccount()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        write(path);
        const auto store = Store::open({path, {}, {}, {}});
        QVERIFY(store);
        const auto record = (*store)->reader().record(Id);
        QVERIFY(record);
        QCOMPARE(record->status(), Status::InProgress);
        QCOMPARE(record->request.choice.by, ChosenBy::Unknown);
        QVERIFY(record->request.amount.isEmpty());
        QCOMPARE((*store)->reader().spentBy(u"a1b2c3d4"_s), Money::fromMilli(14));
        QCOMPARE((*store)->reader().accountOf(Id), u"a1b2c3d4"_s);
        QCOMPARE((*store)->reader().statusCounts().running(), std::int64_t(1));
    }

    // Format 4 knew no runs of the simulator.
    void runsOfTheSimulatorAreKeptFromThenOn()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        write(path);
        QVERIFY(Store::open({path, {}, {}, {}}));
        {
            const auto connection = Connection::open(path, Connection::Access::ReadWrite);
            QVERIFY(connection);
            tests::bringBackToFormat5(*connection);
            QVERIFY(connection->run(u"DROP TABLE kept_simulation"_s));
            QVERIFY(connection->run(u"PRAGMA user_version = 4"_s));
        }
        const auto store = Store::open({path, {}, {}, {}});
        QVERIFY(store);
        QVERIFY((*store)->reader().simulationNumbers().empty());
        QVERIFY((*store)->keepSimulation("{}", fromMilliseconds(StartedAt)));
        QCOMPARE((*store)->reader().simulationNumbers(), std::vector<std::int64_t>{1});
        QVERIFY((*store)->reader().record(Id)); // and what was there still is
    }
};

PINPATH_TEST(tst_OldStore, "tst_oldstore")

} // namespace tst_oldstore

#include "tst_oldstore.moc"
