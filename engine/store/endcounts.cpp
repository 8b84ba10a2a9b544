// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/endcounts.h"

#include "engine/base/clocksetting.h"
#include "engine/base/week.h"
#include "engine/store/chosentext.h"
#include "engine/store/schema.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

namespace engine {

namespace {

constexpr VerificationKey Chunk = 200'000; // keys between two looks at the progress

EndCount countAt(const QSqlQuery &query)
{
    EndCount count;
    count.workflowId = static_cast<WorkflowId>(query.value(0).toInt());
    count.country = query.value(1).toString().toStdString();
    count.source = Source(query.value(2).toInt());
    count.status = Status(query.value(3).toInt());
    count.seconds = query.value(4).toLongLong();
    count.isYoung = query.value(5).toBool();
    count.count = query.value(6).toLongLong();
    count.cost = Money::fromHundredMillionths(query.value(7).toLongLong());
    count.firstAt = fromMilliseconds(query.value(8).toLongLong());
    count.lastAt = fromMilliseconds(query.value(9).toLongLong());
    constexpr double SquareUnit = 1e-16; // costs are kept in 1e-8 EUR
    count.costSquares = query.value(10).toDouble() * SquareUnit;
    count.messages = query.value(11).toLongLong();
    if (const QString chosen = query.value(12).toString(); chosen == query.value(13).toString())
        count.experiment = experimentIn(chosen);
    return count;
}

} // namespace

Result<std::unique_ptr<EndCounter>> EndCounter::open(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return Failure{QStringLiteral("There is no store %1. Name one with --store.").arg(path), {}};
    auto connection = Connection::open(path, Connection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    if (const auto checked = checkSchema(*connection, path); !checked)
        return checked.failure();
    return std::unique_ptr<EndCounter>(new EndCounter(path, std::move(*connection)));
}

EndCounter::EndCounter(QString path, Connection connection)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
{ }

Instant EndCounter::now(Instant wall) const
{
    QSqlQuery query(m_connection.database());
    if (!query.exec(QStringLiteral("SELECT clock_mode, last_instant FROM state")) || !query.next() || query.isNull(1))
        return wall;
    const Instant last = fromMilliseconds(query.value(1).toLongLong());
    return ClockMode(query.value(0).toInt()) == ClockMode::Real ? std::max(wall, last) : last;
}

std::vector<Workflow> EndCounter::plans() const
{
    std::vector<Workflow> plans;
    QSqlQuery query(m_connection.database());
    if (query.exec(QStringLiteral("SELECT workflow_id, version FROM rollup UNION SELECT workflow_id, version "
                                  "FROM verification WHERE key > (SELECT rolled_up_to FROM state)"))) {
        while (query.next()) {
            if (const auto plan = Workflow::fromVersion(static_cast<WorkflowId>(query.value(0).toInt()),
                                                        query.value(1).toString().toStdString()))
                plans.push_back(*plan);
        }
    }
    return plans;
}

Result<bool> EndCounter::count(Instant now, Instant youngAfter, const std::function<void(const EndCount &)> &visit,
                               const std::function<bool(double)> &progress)
{
    // One transaction, so that all pieces are of the same moment; it writes nothing and ends with the connection.
    if (const auto begun = m_connection.run(QStringLiteral("BEGIN")); !begun)
        return begun.failure();
    const VerificationKey latest = m_connection.value(QStringLiteral("SELECT max(key) FROM verification")).toLongLong();
    QSqlQuery query(m_connection.database());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT workflow_id, country, source, status, "
                                 "max(0, coalesce(ended_at, :now) - started_at) / 1000 AS seconds, "
                                 "started_at > :youngAfter AND source <> :import AS is_young, "
                                 "count(*), sum(cost), min(started_at), max(started_at), "
                                 "total(1.0 * cost * cost), sum(steps_sent), min(chosen), max(chosen) "
                                 "FROM verification WHERE key > :after AND key <= :until "
                                 "GROUP BY workflow_id, country, source, status, seconds, is_young, steps_sent, "
                                 "(started_at + :toMonday) / :week")); // as beginOfWeek()
    for (VerificationKey after = 0; after < latest; after += Chunk) {
        query.bindValue(QStringLiteral(":now"), qint64(toMilliseconds(now)));
        query.bindValue(QStringLiteral(":youngAfter"), qint64(toMilliseconds(youngAfter)));
        query.bindValue(QStringLiteral(":import"), int(Source::Import));
        query.bindValue(QStringLiteral(":toMonday"), qint64(milliseconds(MondayToThursday).count()));
        query.bindValue(QStringLiteral(":week"), qint64(milliseconds(std::chrono::weeks(1)).count()));
        query.bindValue(QStringLiteral(":after"), qint64(after));
        query.bindValue(QStringLiteral(":until"), qint64(after + Chunk));
        if (!query.exec())
            return toFailure(m_path, query.lastError());
        while (query.next())
            visit(countAt(query));
        query.finish();
        if (!progress(std::min(1.0, double(after + Chunk) / double(latest))))
            return false;
    }
    return true;
}

} // namespace engine
