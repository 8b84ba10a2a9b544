// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

namespace engine {

// A SQLite connection that is closed and removed with its owner. Made, used and destroyed on one thread.
class Connection {
public:
    enum class Access { ReadWrite, ReadOnly };
    static Result<Connection> open(const QString &path, Access access);
    ~Connection();
    Connection(Connection &&other) noexcept;
    Connection &operator=(Connection &&) = delete;

    const QSqlDatabase &database() const { return m_database; }
    // Runs a statement that returns nothing.
    Result<void> run(const QString &statement) const;
    // The first column of the first row; invalid when there is none or the statement fails.
    QVariant value(const QString &statement) const;

private:
    explicit Connection(QSqlDatabase database)
        : m_database(std::move(database))
    { }

    QSqlDatabase m_database;
};

// What went wrong with a store, in a sentence.
Failure toFailure(const QString &path, const QSqlError &error);

} // namespace engine
