// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/storereader.h"

#include "engine/base/clocksetting.h"
#include "engine/pin/pins.h"
#include "engine/store/chosentext.h"
#include "engine/store/journalcodec.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <limits>

namespace engine {

namespace {

constexpr int IdDigits = 32;

// Small things share a column, since what each column costs on its way here is what reading a million rows takes.
const QString SummaryColumns
    = QStringLiteral("key, request_id, number | (status << 52) | (source << 56), started_at | (workflow_id << 48), "
                     "coalesce(ended_at, started_at) - started_at, cost, country || '/' || brand");
constexpr std::uint64_t NumberBits = (std::uint64_t(1) << 52) - 1;
constexpr std::int64_t StartedBits = (std::int64_t(1) << 48) - 1;

Summary toSummary(const QSqlQuery &query)
{
    Summary summary;
    summary.key = query.value(0).toLongLong();
    summary.id = RequestId::fromBytes(query.value(1).toByteArray()).value_or(RequestId());
    const std::uint64_t number = query.value(2).toULongLong();
    summary.number = PhoneNumber(number & NumberBits);
    summary.status = Status((number >> 52) & 15U);
    summary.source = Source(number >> 56);
    const std::int64_t started = query.value(3).toLongLong();
    summary.workflowId = static_cast<WorkflowId>(started >> 48);
    summary.startedAt = fromMilliseconds(started & StartedBits);
    summary.endedAt = summary.startedAt + milliseconds(query.value(4).toLongLong());
    summary.cost = Money::fromHundredMillionths(query.value(5).toLongLong());
    const QString labels = query.value(6).toString();
    const qsizetype slash = labels.indexOf(QLatin1Char('/'));
    if (slash == 2) {
        summary.country[0] = labels.at(0).toLatin1();
        summary.country[1] = labels.at(1).toLatin1();
    }
    summary.brand = labels.mid(slash + 1);
    return summary;
}

} // namespace

StoreReader::StoreReader(const QSqlDatabase &connection, const Pins *pins)
    : m_connection(connection)
    , m_pins(pins)
{ }

std::optional<VerificationKey> StoreReader::keyOf(RequestId id)
{
    QSqlQuery query(m_connection);
    query.prepare(QStringLiteral("SELECT key FROM verification WHERE request_id = ?"));
    query.addBindValue(id.toBytes());
    return query.exec() && query.next() ? std::optional<VerificationKey>(query.value(0).toLongLong()) : std::nullopt;
}

bool StoreReader::contains(RequestId id)
{
    return keyOf(id).has_value();
}

std::optional<KnownRequest> StoreReader::known(RequestId id)
{
    QSqlQuery query(m_connection);
    query.prepare(
        QStringLiteral("SELECT key, source, status, workflow_id, chosen FROM verification WHERE request_id = ?"));
    query.addBindValue(id.toBytes());
    if (!query.exec() || !query.next())
        return std::nullopt;
    return KnownRequest{query.value(0).toLongLong(), Source(query.value(1).toInt()), Status(query.value(2).toInt()),
                        static_cast<WorkflowId>(query.value(3).toInt()),
                        query.value(4).toString() == chosenText({ChosenBy::Named, {}, 0})};
}

QString StoreReader::accountOf(RequestId id)
{
    QSqlQuery query(m_connection);
    query.prepare(QStringLiteral("SELECT account FROM verification WHERE request_id = ?"));
    query.addBindValue(id.toBytes());
    return query.exec() && query.next() ? query.value(0).toString() : QString();
}

std::optional<RequestId> StoreReader::newestWithId(QStringView prefix)
{
    // Ids rise with time, so those that begin alike stand together in their index and the last is the newest.
    const auto first = RequestId::parse(prefix.toString().leftJustified(IdDigits, u'0'));
    const auto last = RequestId::parse(prefix.toString().leftJustified(IdDigits, u'f'));
    if (prefix.isEmpty() || !first || !last)
        return std::nullopt;
    QSqlQuery query(m_connection);
    query.prepare(QStringLiteral("SELECT request_id FROM verification WHERE request_id BETWEEN ? AND ? "
                                 "ORDER BY request_id DESC LIMIT 1"));
    query.addBindValue(first->toBytes());
    query.addBindValue(last->toBytes());
    return query.exec() && query.next() ? RequestId::fromBytes(query.value(0).toByteArray()) : std::nullopt;
}

std::optional<RequestId> StoreReader::newestWithNumber(QStringView digits)
{
    if (digits.isEmpty())
        return std::nullopt;
    QSqlQuery query(m_connection);
    query.prepare(QStringLiteral("SELECT request_id FROM verification WHERE instr(number, ?) > 0 "
                                 "ORDER BY key DESC LIMIT 1"));
    query.addBindValue(digits.toString());
    return query.exec() && query.next() ? RequestId::fromBytes(query.value(0).toByteArray()) : std::nullopt;
}

std::optional<Record> StoreReader::record(RequestId id)
{
    const auto key = keyOf(id);
    return key ? record(*key) : std::nullopt;
}

std::optional<Record> StoreReader::record(VerificationKey key)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT sequence, body FROM journal WHERE verification = ? ORDER BY sequence"));
    query.addBindValue(qint64(key));
    if (!query.exec())
        return std::nullopt;
    Record record;
    while (query.next()) {
        const auto entry = decodeJournalBody(query.value(0).toLongLong(), key, query.value(1).toByteArray());
        if (!entry || (record.events.empty() && !entry->request))
            return std::nullopt; // damaged: better no story than a wrong one
        record.append(*entry);
    }
    if (record.events.empty())
        return std::nullopt;
    if (m_pins && m_pins->isUsable()) {
        const PinSubject subject{record.request.id, record.request.codeLength, record.request.sealedPin};
        record.revealPins([&](std::uint8_t generation) { return m_pins->pin(subject, generation); });
    }
    return record;
}

RecordPage StoreReader::page(const RecordFilter &filter, int limit, std::optional<VerificationKey> below)
{
    QStringList conditions{QStringLiteral("key < ?")};
    QVariantList values{qint64(below.value_or(std::numeric_limits<VerificationKey>::max()))};
    const auto require = [&](const QString &column, const QVariant &value) {
        conditions.append(column + QStringLiteral(" = ?"));
        values.append(value);
    };
    if (filter.status)
        require(QStringLiteral("status"), int(*filter.status));
    if (filter.workflowId)
        require(QStringLiteral("workflow_id"), int(*filter.workflowId));
    if (filter.number)
        require(QStringLiteral("number"), qint64(filter.number->digits()));
    values.append(limit + 1); // one more, to know whether there is a next page

    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT key FROM verification WHERE %1 ORDER BY key DESC LIMIT ?")
                      .arg(conditions.join(QStringLiteral(" AND "))));
    for (const QVariant &value : std::as_const(values))
        query.addBindValue(value);
    std::vector<VerificationKey> keys;
    if (query.exec()) {
        while (query.next())
            keys.push_back(query.value(0).toLongLong());
    }

    RecordPage page;
    if (keys.size() > static_cast<std::size_t>(limit)) {
        keys.pop_back();
        page.next = keys.back();
    }
    for (const VerificationKey key : keys) {
        if (auto found = record(key))
            page.records.push_back(std::move(*found));
    }
    return page;
}

std::vector<Record> StoreReader::openRecords()
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    std::vector<Record> records;
    if (query.exec(QStringLiteral("SELECT key FROM verification WHERE is_open = 1 ORDER BY key"))) {
        while (query.next()) {
            if (auto found = record(query.value(0).toLongLong()))
                records.push_back(std::move(*found));
        }
    }
    return records;
}

std::vector<Summary> StoreReader::summaries(std::size_t limit, std::optional<VerificationKey> below)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(
        QStringLiteral("SELECT %1 FROM verification WHERE key < ? ORDER BY key DESC LIMIT ?").arg(SummaryColumns));
    query.addBindValue(qint64(below.value_or(std::numeric_limits<VerificationKey>::max())));
    query.addBindValue(qint64(limit));
    std::vector<Summary> summaries;
    if (query.exec()) {
        while (query.next())
            summaries.push_back(toSummary(query));
    }
    return summaries;
}

std::vector<Summary> StoreReader::summaries(const std::vector<VerificationKey> &keys)
{
    QSqlQuery query(m_connection);
    query.prepare(QStringLiteral("SELECT %1 FROM verification WHERE key = ?").arg(SummaryColumns));
    std::vector<Summary> summaries;
    for (const VerificationKey key : keys) {
        query.bindValue(0, qint64(key));
        if (query.exec() && query.next())
            summaries.push_back(toSummary(query));
    }
    std::sort(summaries.begin(), summaries.end(), [](const Summary &a, const Summary &b) { return a.key > b.key; });
    return summaries;
}

VerificationKey StoreReader::latestKey()
{
    QSqlQuery query(m_connection);
    return query.exec(QStringLiteral("SELECT max(key) FROM verification")) && query.next() ? query.value(0).toLongLong()
                                                                                           : 0;
}

std::vector<JournalEntry> StoreReader::latestEntries(std::size_t limit)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT sequence, verification, body FROM journal ORDER BY sequence DESC LIMIT ?"));
    query.addBindValue(qint64(limit));
    std::vector<JournalEntry> entries;
    if (query.exec()) {
        while (query.next()) {
            if (auto entry = decodeJournalBody(query.value(0).toLongLong(), query.value(1).toLongLong(),
                                               query.value(2).toByteArray()))
                entries.push_back(std::move(*entry));
        }
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Money StoreReader::spentBy(const QString &account)
{
    QSqlQuery query(m_connection);
    query.prepare(QStringLiteral("SELECT sum(cost) FROM verification WHERE account = ? AND source <> ?"));
    query.addBindValue(account);
    query.addBindValue(int(Source::Import));
    return query.exec() && query.next() ? Money::fromHundredMillionths(query.value(0).toLongLong()) : Money();
}

StatusCounts StoreReader::statusCounts()
{
    QSqlQuery query(m_connection);
    if (!query.exec(QStringLiteral("SELECT requests, verified, expired, failed, cancelled FROM state"))
        || !query.next())
        return {};
    return {query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong(),
            query.value(3).toLongLong(), query.value(4).toLongLong()};
}

std::int64_t StoreReader::revision()
{
    QSqlQuery query(m_connection);
    return query.exec(QStringLiteral("SELECT revision FROM state")) && query.next() ? query.value(0).toLongLong() : 0;
}

Instant StoreReader::now(Instant wall)
{
    QSqlQuery query(m_connection);
    if (!query.exec(QStringLiteral("SELECT clock_mode, last_instant FROM state")) || !query.next() || query.isNull(1))
        return wall;
    const Instant last = fromMilliseconds(query.value(1).toLongLong());
    return ClockMode(query.value(0).toInt()) == ClockMode::Real ? std::max(wall, last) : last;
}

Sequence StoreReader::latestSequence()
{
    QSqlQuery query(m_connection);
    return query.exec(QStringLiteral("SELECT projected_sequence FROM state")) && query.next()
        ? query.value(0).toLongLong()
        : 0;
}

} // namespace engine
