// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/connection.h"

#include <QTest>

namespace tests {

inline void run(const engine::Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements)
        QVERIFY2(connection.run(statement), qPrintable(statement));
}

// Makes a store what it was in format 6: with a row for each rollup. Those are not counted; nothing reads them.
inline void bringBackToFormat6(const engine::Connection &connection)
{
    run(connection,
        {
            QStringLiteral("DROP TABLE rollup"),
            QStringLiteral("CREATE TABLE rollup (first_key INTEGER NOT NULL, last_key INTEGER NOT NULL, "
                           "newest_key INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, "
                           "workflow_id INTEGER NOT NULL, version TEXT NOT NULL, country TEXT NOT NULL, "
                           "source INTEGER NOT NULL, experiment TEXT NOT NULL, ends BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE rollup_brand (brand TEXT NOT NULL UNIQUE, requests INTEGER NOT NULL)"),
            QStringLiteral("ALTER TABLE verification DROP COLUMN network"),
            QStringLiteral("ALTER TABLE state DROP COLUMN revision"),
            QStringLiteral("PRAGMA user_version = 6"),
        });
}

// And in format 5: with rollups by day, counted anew.
inline void bringBackToFormat5(const engine::Connection &connection)
{
    bringBackToFormat6(connection);
    const QString where = QStringLiteral("workflow_id, version, country, source");
    QStringList statements{
        QStringLiteral("DROP TABLE rollup"),
        QStringLiteral("DROP TABLE rollup_brand"),
        QStringLiteral("CREATE TABLE rollup (day INTEGER, workflow_id INTEGER, version TEXT, country TEXT, "
                       "source INTEGER, requests INTEGER NOT NULL, verified INTEGER NOT NULL, "
                       "expired INTEGER NOT NULL, failed INTEGER NOT NULL, cancelled INTEGER NOT NULL, "
                       "cost INTEGER NOT NULL, PRIMARY KEY (day, %1)) WITHOUT ROWID")
            .arg(where),
        QStringLiteral("INSERT INTO rollup SELECT started_at / 86400000 AS day, %1, count(*), sum(status = 2), "
                       "sum(status = 4), sum(status = 3), sum(status = 5), 0 FROM verification GROUP BY day, %1")
            .arg(where),
        QStringLiteral("CREATE TABLE rollup_seconds (day INTEGER, workflow_id INTEGER, version TEXT, country TEXT, "
                       "source INTEGER, seconds INTEGER, verified INTEGER NOT NULL, "
                       "PRIMARY KEY (day, %1, seconds)) WITHOUT ROWID")
            .arg(where),
        QStringLiteral("PRAGMA user_version = 5"),
    };
    for (const char *column : {"rolled_up_to", "requests", "verified", "expired", "failed", "cancelled"})
        statements << QStringLiteral("ALTER TABLE state DROP COLUMN ") + QLatin1String(column);
    run(connection, statements);
}

} // namespace tests
