// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/openverifications.h"

#include "engine/store/journalcodec.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>
#include <unordered_set>

namespace engine {

namespace {

using Keys = std::unordered_set<VerificationKey>;

// Returns the keys of those whose rows do not tell.
Keys visitRows(const QSqlDatabase &connection, const std::function<void(const OpenVerification &)> &visit)
{
    Keys untold;
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT key, sequence, request_id, number, open_request, open_state "
                                   "FROM verification WHERE is_open = 1 ORDER BY key")))
        return untold;
    while (query.next()) {
        VerificationRow row;
        row.key = query.value(0).toLongLong();
        row.sequence = query.value(1).toLongLong();
        const auto id = RequestId::fromBytes(query.value(2).toByteArray());
        row.id = id.value_or(RequestId());
        row.number = PhoneNumber(query.value(3).toULongLong());
        const auto open = decodeOpen(row, query.value(4).toByteArray(), query.value(5).toByteArray());
        if (id && open)
            visit(*open);
        else
            untold.insert(row.key);
    }
    return untold;
}

void visitStories(const QSqlDatabase &connection, const Keys &keys,
                  const std::function<void(const OpenVerification &)> &visit)
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
            visit(toOpenVerification(*record));
    };
    while (query.next()) {
        const VerificationKey of = query.value(0).toLongLong();
        if (!keys.contains(of))
            continue;
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

} // namespace

void visitOpenVerifications(const QSqlDatabase &connection, const std::function<void(const OpenVerification &)> &visit)
{
    if (const Keys untold = visitRows(connection, visit); !untold.empty())
        visitStories(connection, untold, visit);
}

} // namespace engine
