// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/connection.h"

#include <QTest>

namespace tests {

// Makes a store what it was in format 5: with rollups by day, counted anew.
inline void bringBackToFormat5(const engine::Connection &connection)
{
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
    for (const QString &statement : std::as_const(statements))
        QVERIFY2(connection.run(statement), qPrintable(statement));
}

} // namespace tests
