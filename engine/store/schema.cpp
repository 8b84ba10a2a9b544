// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/schema.h"

#include <QFileInfo>
#include <QStringList>
#include <QVariant>

namespace engine {

namespace {

constexpr int ApplicationId = 0x50696E70; // "Pinp"
constexpr qint64 QuickCheckBelowBytes = 64 * 1024 * 1024; // a check of more than this would be felt at every start

// One list per version of the store; a version's list turns the one before it into it. Lists are never edited.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> lists{
        {
            QStringLiteral("CREATE TABLE journal (sequence INTEGER PRIMARY KEY, verification INTEGER NOT NULL, "
                           "body BLOB NOT NULL)"),
            QStringLiteral("CREATE INDEX journal_by_verification ON journal (verification)"),
            QStringLiteral(
                "CREATE TABLE verification (key INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, "
                "request_id BLOB NOT NULL UNIQUE, number INTEGER NOT NULL, country TEXT NOT NULL, "
                "workflow_id INTEGER NOT NULL, version TEXT NOT NULL, source INTEGER NOT NULL, "
                "status INTEGER NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER, is_open INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX verification_open ON verification (key) WHERE is_open = 1"),
            QStringLiteral(
                "CREATE TABLE rollup (day INTEGER, workflow_id INTEGER, version TEXT, country TEXT, source INTEGER, "
                "requests INTEGER NOT NULL, verified INTEGER NOT NULL, expired INTEGER NOT NULL, "
                "failed INTEGER NOT NULL, cancelled INTEGER NOT NULL, cost INTEGER NOT NULL, "
                "PRIMARY KEY (day, workflow_id, version, country, source)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE rollup_seconds (day INTEGER, workflow_id INTEGER, version TEXT, country TEXT, "
                           "source INTEGER, seconds INTEGER, verified INTEGER NOT NULL, "
                           "PRIMARY KEY (day, workflow_id, version, country, source, seconds)) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE account (api_key TEXT PRIMARY KEY, sealed_secret BLOB NOT NULL, "
                           "has_custom_pins INTEGER NOT NULL) WITHOUT ROWID"),
            // One row: where the clock stood and which decision the projection stands at.
            QStringLiteral("CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), clock_mode INTEGER NOT NULL, "
                           "clock_speed REAL NOT NULL, is_paused INTEGER NOT NULL, last_instant INTEGER, "
                           "projected_sequence INTEGER NOT NULL, key_fingerprint BLOB NOT NULL)"),
        },
        {
            // What a table sorts and filters by, and how many messages were sent, for where requests ended. A
            // projection that stands nowhere is made anew from the journal when the store is opened.
            QStringLiteral("ALTER TABLE verification ADD COLUMN brand TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE verification ADD COLUMN cost INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE verification ADD COLUMN steps_sent INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("UPDATE state SET projected_sequence = -1"),
        },
        {
            // What recovery needs of an open verification. A row without it is asked for in the journal.
            QStringLiteral("ALTER TABLE verification ADD COLUMN open_request BLOB"),
            QStringLiteral("ALTER TABLE verification ADD COLUMN open_state BLOB"),
        },
        {
            // Accounts and rules as changes that stay; see policyjson.h. A change of which nobody knows when it was
            // made has no date. Verifications are counted by account, and by who chose their workflow.
            QStringLiteral("CREATE TABLE policy_change (number INTEGER PRIMARY KEY, at INTEGER, "
                           "subject TEXT NOT NULL, body TEXT NOT NULL)"),
            QStringLiteral("INSERT INTO policy_change (subject, body) SELECT 'account ' || api_key, "
                           "'{\"secret\":\"' || hex(sealed_secret) || '\",\"custom_pins\":' || "
                           "CASE has_custom_pins WHEN 0 THEN 'false' ELSE 'true' END || '}' "
                           "FROM account ORDER BY api_key"),
            QStringLiteral("DROP TABLE account"),
            QStringLiteral("ALTER TABLE verification ADD COLUMN account TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("ALTER TABLE verification ADD COLUMN chosen TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("UPDATE state SET projected_sequence = -1"),
        },
        {
            // Runs of the simulator, apart from all that happened; see keptsimulation.h. A number is never used twice,
            // so that whoever has read a run need not read it again.
            QStringLiteral("CREATE TABLE kept_simulation (number INTEGER PRIMARY KEY AUTOINCREMENT, "
                           "kept_at INTEGER NOT NULL, body TEXT NOT NULL)"),
        },
        {
            // Rollups that hold all that Compare counts, of ranges of keys in which all has ended; see rollup.h. They
            // are made from the projection when the store is opened. What there is in all stands with the state.
            QStringLiteral("ALTER TABLE state ADD COLUMN rolled_up_to INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE state ADD COLUMN requests INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE state ADD COLUMN verified INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE state ADD COLUMN expired INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE state ADD COLUMN failed INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("ALTER TABLE state ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("UPDATE state SET (requests, verified, expired, failed, cancelled) = "
                           "(SELECT ifnull(sum(requests), 0), ifnull(sum(verified), 0), ifnull(sum(expired), 0), "
                           "ifnull(sum(failed), 0), ifnull(sum(cancelled), 0) FROM rollup)"),
            QStringLiteral("DROP TABLE rollup"),
            QStringLiteral("DROP TABLE rollup_seconds"),
            QStringLiteral("CREATE TABLE rollup (first_key INTEGER NOT NULL, last_key INTEGER NOT NULL, "
                           "newest_key INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, "
                           "workflow_id INTEGER NOT NULL, version TEXT NOT NULL, country TEXT NOT NULL, "
                           "source INTEGER NOT NULL, experiment TEXT NOT NULL, ends BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE rollup_brand (brand TEXT NOT NULL UNIQUE, requests INTEGER NOT NULL)"),
        },
        {
            // One row for all rollups of a range, which opens ten million in a fraction of the time; they are made anew
            // as before. What was told of a number's network. How often what had ended was changed after all.
            QStringLiteral("DROP TABLE rollup"),
            QStringLiteral("DROP TABLE rollup_brand"),
            QStringLiteral("CREATE TABLE rollup (first_key INTEGER PRIMARY KEY, last_key INTEGER NOT NULL, "
                           "body BLOB NOT NULL)"),
            QStringLiteral("ALTER TABLE verification ADD COLUMN network TEXT"),
            QStringLiteral("ALTER TABLE state ADD COLUMN revision INTEGER NOT NULL DEFAULT 0"),
            QStringLiteral("UPDATE state SET rolled_up_to = 0"),
        },
    };
    return lists;
}

// Of the store's format; none: the file is empty. Fails when it is no store, or a newer one.
Result<std::optional<int>> versionOf(const Connection &connection, const QString &path)
{
    // The first statement that reads the file tells whether it is a database at all.
    const QString countTables = QStringLiteral("SELECT count(*) FROM sqlite_schema");
    if (const auto isDatabase = connection.run(countTables); !isDatabase)
        return isDatabase.failure();
    const int version = connection.value(QStringLiteral("PRAGMA user_version")).toInt();
    if (version == 0 && connection.value(countTables).toInt() == 0)
        return std::optional<int>();
    if (connection.value(QStringLiteral("PRAGMA application_id")).toInt() != ApplicationId) {
        return Failure{
            QStringLiteral("%1 is a database of another program. Choose another file with --store.").arg(path), {}};
    }
    if (version > migrations().size()) {
        return Failure{
            QStringLiteral("The store %1 was written by a newer Pinpath (its format is %2, this one knows %3). "
                           "Open it with that one, or choose another with --store.")
                .arg(path)
                .arg(version)
                .arg(migrations().size()),
            {}};
    }
    return std::optional(version);
}

Result<void> migrate(const Connection &connection, int from)
{
    if (const auto begun = connection.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    QStringList statements;
    for (int version = from; version < migrations().size(); ++version)
        statements += migrations().at(version);
    statements += QStringLiteral("PRAGMA application_id = %1").arg(ApplicationId);
    statements += QStringLiteral("PRAGMA user_version = %1").arg(migrations().size());
    statements += QStringLiteral("COMMIT");
    for (const QString &statement : std::as_const(statements)) {
        if (const auto done = connection.run(statement); !done) {
            connection.run(QStringLiteral("ROLLBACK"));
            return done;
        }
    }
    return {};
}

} // namespace

Result<void> prepareSchema(const Connection &connection, const QString &path)
{
    const auto version = versionOf(connection, path);
    if (!version)
        return version.failure();
    const bool isEmpty = !*version;
    if (!isEmpty && QFileInfo(path).size() < QuickCheckBelowBytes) {
        const QString verdict = connection.value(QStringLiteral("PRAGMA quick_check(1)")).toString();
        if (verdict != QStringLiteral("ok")) {
            return Failure{QStringLiteral("The store %1 is damaged. It was left as it is: move it away, or choose "
                                          "another with --store.")
                               .arg(path),
                           verdict};
        }
    }
    // WAL is a property of the file; FULL makes an acknowledged commit survive a power cut.
    for (const auto &pragma :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = FULL")}) {
        if (const auto done = connection.run(pragma); !done)
            return done;
    }
    const int from = version->value_or(0);
    return from < migrations().size() ? migrate(connection, from) : Result<void>();
}

Result<void> checkSchema(const Connection &connection, const QString &path)
{
    const auto version = versionOf(connection, path);
    if (!version)
        return version.failure();
    if (!*version)
        return Failure{QStringLiteral("%1 is no store: it is empty.").arg(path), {}};
    if (**version < migrations().size()) {
        return Failure{
            QStringLiteral("The store %1 was written by an older Pinpath. Open it once, with pinpath --store or "
                           "pinpath serve, to bring it up to date.")
                .arg(path),
            {}};
    }
    return {};
}

} // namespace engine
