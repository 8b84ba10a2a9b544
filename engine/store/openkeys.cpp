// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/openkeys.h"

#include <QSqlQuery>
#include <QVariant>

namespace engine {

std::vector<VerificationKey> newestOpenKeys(const QSqlDatabase &connection, std::size_t limit)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT key FROM verification WHERE is_open = 1 ORDER BY key DESC LIMIT ?"));
    query.addBindValue(qint64(limit));
    std::vector<VerificationKey> keys;
    if (query.exec()) {
        while (query.next())
            keys.push_back(query.value(0).toLongLong());
    }
    return keys;
}

} // namespace engine
