// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/store.h"

#include <QVariant>

namespace engine {

Result<std::int64_t> Store::keepSimulation(const QByteArray &body, Instant at)
{
    const auto written = insideTransaction([&] {
        QSqlQuery insert = prepared(QStringLiteral("INSERT INTO kept_simulation (kept_at, body) VALUES (?, ?)"));
        insert.addBindValue(qint64(toMilliseconds(at)));
        insert.addBindValue(QString::fromUtf8(body));
        return execute(insert);
    });
    if (!written)
        return written.failure();
    // Numbers rise, and nobody else writes.
    return std::int64_t(m_connection.value(QStringLiteral("SELECT max(number) FROM kept_simulation")).toLongLong());
}

Result<void> Store::deleteSimulation(std::int64_t number)
{
    return insideTransaction([&] {
        QSqlQuery remove = prepared(QStringLiteral("DELETE FROM kept_simulation WHERE number = ?"));
        remove.addBindValue(qint64(number));
        return execute(remove);
    });
}

std::vector<std::int64_t> StoreReader::simulationNumbers()
{
    std::vector<std::int64_t> numbers;
    QSqlQuery query(m_connection);
    if (query.exec(QStringLiteral("SELECT number FROM kept_simulation ORDER BY number"))) {
        while (query.next())
            numbers.push_back(query.value(0).toLongLong());
    }
    return numbers;
}

std::optional<SimulationText> StoreReader::simulation(std::int64_t number)
{
    QSqlQuery query(m_connection);
    query.prepare(QStringLiteral("SELECT kept_at, body FROM kept_simulation WHERE number = ?"));
    query.addBindValue(qint64(number));
    if (!query.exec() || !query.next())
        return std::nullopt;
    return SimulationText{number, fromMilliseconds(query.value(0).toLongLong()), query.value(1).toString().toUtf8()};
}

} // namespace engine
