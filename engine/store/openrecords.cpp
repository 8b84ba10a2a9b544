// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/openrecords.h"

#include "engine/store/journalcodec.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace engine {

void visitOpenRecords(const QSqlDatabase &connection, const std::function<void(const Record &)> &visit)
{
    // Both tables are walked in order, once: a query for each record would take minutes where a million run.
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT j.verification, j.sequence, j.body FROM verification AS v "
                                   "CROSS JOIN journal AS j ON j.verification = v.key WHERE v.is_open = 1 "
                                   "ORDER BY v.key, j.sequence")))
        return;
    std::optional<Record> record; // none while its rows are damaged: better no story than a wrong one
    VerificationKey key = 0;
    const auto finish = [&] {
        if (record && !record->events.empty())
            visit(*record);
    };
    while (query.next()) {
        const VerificationKey of = query.value(0).toLongLong();
        if (of != key) {
            finish();
            key = of;
            record.emplace();
        }
        const auto entry = decodeJournalBody(query.value(1).toLongLong(), of, query.value(2).toByteArray());
        if (!entry || (record && record->events.empty() && !entry->request))
            record.reset();
        if (record)
            record->append(*entry);
    }
    finish();
}

} // namespace engine
