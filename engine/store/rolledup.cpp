// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of Store and StoreReader is about rollups, and about what is counted with their help.
#include "engine/base/secondcounts.h"
#include "engine/store/chosentext.h"
#include "engine/store/columntext.h"
#include "engine/store/store.h"

#include <QVariant>

#include <algorithm>
#include <limits>
#include <map>

namespace engine {

namespace {

// What went wrong, if anything.
QSqlError readCourses(const QSqlDatabase &connection, KeyRange range, const StoreReader::CourseFilter &filter,
                      std::vector<Course> &courses)
{
    QString statement
        = QStringLiteral("SELECT key, workflow_id, version, country, source, status, steps_sent, started_at, ended_at, "
                         "cost, brand, chosen, network FROM verification WHERE key BETWEEN ? AND ?");
    QVariantList values{qint64(range.first), qint64(range.last)};
    const auto require = [&](const QString &column, const std::optional<std::string> &name) {
        if (!name)
            return;
        statement += QStringLiteral(" AND %1 = ?").arg(column);
        values.append(columnText(*name));
    };
    require(QStringLiteral("brand"), filter.brand);
    require(QStringLiteral("network"), filter.network);
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    query.prepare(statement + QStringLiteral(" ORDER BY key"));
    for (const QVariant &value : std::as_const(values))
        query.addBindValue(value);
    if (!query.exec())
        return query.lastError();
    while (query.next()) {
        Course course;
        course.key = query.value(0).toLongLong();
        course.workflowId = static_cast<WorkflowId>(query.value(1).toInt());
        course.version = query.value(2).toString().toStdString();
        course.country = countryIn(query.value(3).toString());
        course.source = Source(query.value(4).toInt());
        course.status = Status(query.value(5).toInt());
        course.stepsSent = static_cast<std::uint8_t>(query.value(6).toInt());
        course.startedAt = fromMilliseconds(query.value(7).toLongLong());
        course.endedAt = fromMilliseconds(query.value(8).toLongLong());
        course.cost = Money::fromHundredMillionths(query.value(9).toLongLong());
        course.brand = query.value(10).toString().toStdString();
        course.experiment = experimentIn(query.value(11).toString());
        course.network = query.value(12).toString().toStdString();
        courses.push_back(std::move(course));
    }
    return query.lastError();
}

} // namespace

std::vector<Course> StoreReader::courses(KeyRange range, const CourseFilter &filter)
{
    std::vector<Course> courses;
    readCourses(m_connection, range, filter, courses);
    return courses;
}

VerificationKey StoreReader::rolledUpTo()
{
    QSqlQuery query(m_connection);
    return query.exec(QStringLiteral("SELECT rolled_up_to FROM state")) && query.next() ? query.value(0).toLongLong()
                                                                                        : 0;
}

void StoreReader::visitRollups(KeyRange keys, const std::function<void(KeyRange, const Rollup *)> &visit)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT first_key, last_key, body FROM rollup WHERE first_key >= ? AND last_key <= ? "
                                 "ORDER BY first_key"));
    query.addBindValue(qint64(keys.first));
    query.addBindValue(qint64(keys.last));
    if (!query.exec())
        return;
    while (query.next()) {
        const KeyRange range{query.value(0).toLongLong(), query.value(1).toLongLong()};
        const auto rollup = readRollup(range, query.value(2).toByteArray());
        visit(range, rollup ? &*rollup : nullptr);
    }
}

std::vector<WorkflowStats> StoreReader::stats()
{
    struct Counting {
        WorkflowStats stats;
        SecondCounts toVerify;
    };
    std::map<WorkflowId, Counting> all;
    const auto add = [](Counting &counting, Status status, EndsAfter ends, Money cost) {
        WorkflowStats &each = counting.stats;
        each.requests += ends.count;
        each.cost += cost;
        switch (status) {
        case Status::Succeeded:
            each.verified += ends.count;
            counting.toVerify.add(ends.seconds, ends.count);
            break;
        case Status::Expired:
            each.expired += ends.count;
            break;
        case Status::Failed:
            each.failed += ends.count;
            break;
        case Status::Cancelled:
            each.cancelled += ends.count;
            break;
        case Status::NotStarted:
        case Status::InProgress:
            break;
        }
    };
    const auto addEach = [&](KeyRange range) {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        query.prepare(QStringLiteral("SELECT workflow_id, status, max(0, ended_at - started_at) / 1000 AS seconds, "
                                     "count(*), sum(cost) FROM verification WHERE key BETWEEN ? AND ? "
                                     "GROUP BY workflow_id, status, seconds"));
        query.addBindValue(qint64(range.first));
        query.addBindValue(qint64(range.last));
        if (!query.exec())
            return;
        while (query.next())
            add(all[static_cast<WorkflowId>(query.value(0).toInt())], Status(query.value(1).toInt()),
                {query.value(2).toLongLong(), query.value(3).toLongLong()},
                Money::fromHundredMillionths(query.value(4).toLongLong()));
    };
    const VerificationKey rolledUp = rolledUpTo();
    visitRollups({0, rolledUp}, [&](KeyRange range, const Rollup *rollup) {
        if (!rollup)
            return addEach(range);
        for (const Rollup::Kind &kind : rollup->kinds) {
            Counting &of = all[rollup->plans[kind.plan].id];
            visitEnds(kind.ends, [&](const EndManner &manner, std::span<const EndsAfter> some) {
                for (const EndsAfter &ends : some)
                    add(of, manner.status, ends, manner.cost * ends.count);
            });
        }
    });
    addEach({rolledUp + 1, std::numeric_limits<VerificationKey>::max()});
    std::vector<WorkflowStats> sorted;
    for (auto &[id, counting] : all) {
        WorkflowStats &each = sorted.emplace_back(counting.stats);
        each.workflowId = id;
        counting.toVerify.visit(
            [&each](std::int64_t second, std::int64_t count) { each.secondsToVerify[second] = count; });
    }
    return sorted;
}

bool Store::isRollUpDue(VerificationKey latest)
{
    const VerificationKey end = m_sums.rolledUpTo + m_options.rangeSize;
    if (latest < end || !m_leastOpen.exec())
        return false;
    const bool isDue = !m_leastOpen.next() || m_leastOpen.isNull(0) || m_leastOpen.value(0).toLongLong() > end;
    m_leastOpen.finish();
    return isDue;
}

// A range gets its rollups when all in it has ended for good, and once: they cost a start and an end next to nothing.
bool Store::rollUp(VerificationKey latest)
{
    while (isRollUpDue(latest)) {
        const VerificationKey end = m_sums.rolledUpTo + m_options.rangeSize;
        if (!writeRollup({m_sums.rolledUpTo + 1, end}))
            return false;
        m_sums.rolledUpTo = end;
    }
    return true;
}

// Their rows are written anew as a whole. A range with one of them is read from the projection until rollUpStale().
bool Store::forgetRetold(const std::vector<VerificationKey> &retold)
{
    for (const VerificationKey key : retold) {
        m_forget.bindValue(0, qint64(key));
        if (!execute(m_forget))
            return false;
        const auto next = m_sums.stale.upper_bound(key);
        if (key > m_sums.rolledUpTo || (next != m_sums.stale.begin() && std::prev(next)->second >= key))
            continue;
        m_rangeOf.bindValue(0, qint64(key));
        if (!m_rangeOf.exec() || !m_rangeOf.next()) {
            m_error = m_rangeOf.lastError();
            return false;
        }
        const KeyRange range{m_rangeOf.value(0).toLongLong(), m_rangeOf.value(1).toLongLong()};
        m_rangeOf.finish();
        m_sums.stale[range.first] = range.last;
        if (!writeRollup(range, ""))
            return false;
    }
    m_sums.revision += retold.empty() ? 0 : 1;
    return true;
}

// One range a batch, and none in which the batch was: an import goes from range to range, and each costs some
// hundredths of a second.
bool Store::rollUpStale(const std::vector<VerificationKey> &retold)
{
    const auto isLeft = [&retold](const auto &range) {
        return std::none_of(retold.begin(), retold.end(),
                            [&range](VerificationKey key) { return key >= range.first && key <= range.second; });
    };
    const auto found = std::find_if(m_sums.stale.begin(), m_sums.stale.end(), isLeft);
    if (found == m_sums.stale.end())
        return true;
    const KeyRange range{found->first, found->second};
    m_sums.stale.erase(found);
    ++m_sums.revision; // whoever read it one by one need not go on so
    return writeRollup(range);
}

bool Store::writeRollup(KeyRange range)
{
    std::vector<Course> courses;
    m_error = readCourses(m_connection.database(), range, {}, courses);
    return !m_error.isValid() && writeRollup(range, engine::rollUp(courses));
}

bool Store::writeRollup(KeyRange range, const QByteArray &bytes)
{
    m_writeRollup.bindValue(0, qint64(range.first));
    m_writeRollup.bindValue(1, qint64(range.last));
    m_writeRollup.bindValue(2, bytes);
    return execute(m_writeRollup);
}

} // namespace engine
