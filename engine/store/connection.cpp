// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/connection.h"

#include <QSqlQuery>
#include <QVariant>

#include <atomic>

namespace engine {

namespace {

// Primary result codes of SQLite; the driver reports the extended ones, which hold these in their low byte.
enum SqliteCode {
    Busy = 5,
    ReadOnlyStore = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotAStore = 26
};

} // namespace

Failure toFailure(const QString &path, const QSqlError &error)
{
    const QString detail = error.text();
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case Full:
        return {
            QStringLiteral("The store cannot be written: the disk is full. Nothing was lost; new requests get status "
                           "5. Free space, then retry."),
            detail};
    case Corrupt:
    case NotAStore:
        return {QStringLiteral("The store %1 is damaged or is no store. It was left as it is: move it away, or choose "
                               "another with --store.")
                    .arg(path),
                detail};
    case Busy:
        return {QStringLiteral("The store %1 is locked by another program. Nothing was lost; close that program, then "
                               "retry.")
                    .arg(path),
                detail};
    case ReadOnlyStore:
    case CannotOpen:
        return {QStringLiteral("The store %1 cannot be written here. Check its folder's permissions, or choose another "
                               "place with --store.")
                    .arg(path),
                detail};
    default:
        return {QStringLiteral("The store %1 cannot be used: %2.").arg(path, error.databaseText()), detail};
    }
}

Result<Connection> Connection::open(const QString &path, Access access)
{
    static std::atomic<int> counter = 0;
    const QString name = QStringLiteral("pinpath-%1").arg(++counter);
    Connection connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name));
    QSqlDatabase &database = connection.m_database;
    if (!database.isValid())
        return Failure{QStringLiteral("Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite."), {}};
    database.setDatabaseName(path);
    database.setConnectOptions(access == Access::ReadOnly
                                   ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                   : QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!database.open())
        return toFailure(path, database.lastError());
    return connection;
}

Connection::Connection(Connection &&other) noexcept
    : m_database(std::exchange(other.m_database, QSqlDatabase()))
{ }

Connection::~Connection()
{
    const QString name = m_database.connectionName();
    if (name.isEmpty())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> Connection::run(const QString &statement) const
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return toFailure(m_database.databaseName(), query.lastError());
    return {};
}

QVariant Connection::value(const QString &statement) const
{
    QSqlQuery query(m_database);
    return query.exec(statement) && query.next() ? query.value(0) : QVariant();
}

} // namespace engine
