// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of Store and StoreReader is about rollups, and about what is counted with their help.
#include "engine/store/chosentext.h"
#include "engine/store/columntext.h"
#include "engine/store/store.h"

#include <QVariant>

#include <map>
#include <unordered_map>

namespace engine {

namespace {

// Whoever has more has one for every request, and none of those is worth a choice.
constexpr int MostBrandsTold = 1000;

// What went wrong, if anything.
QSqlError readCourses(const QSqlDatabase &connection, KeyRange range, const std::optional<std::string> &brand,
                      std::vector<Course> &courses)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT key, workflow_id, version, country, source, status, steps_sent, started_at, "
                                 "ended_at, cost, brand, chosen FROM verification WHERE key BETWEEN ? AND ?")
                  + (brand ? QStringLiteral(" AND brand = ?") : QString()) + QStringLiteral(" ORDER BY key"));
    query.addBindValue(qint64(range.first));
    query.addBindValue(qint64(range.last));
    if (brand)
        query.addBindValue(columnText(*brand));
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
        courses.push_back(std::move(course));
    }
    return query.lastError();
}

// In the order in which they first come.
std::vector<BrandCount> countBrands(const std::vector<Course> &courses)
{
    std::vector<BrandCount> counts;
    std::unordered_map<std::string, std::size_t> places;
    for (const Course &course : courses) {
        if (course.workflowId == UnknownWorkflow)
            continue; // it stays out of comparisons
        const auto [found, isNew] = places.try_emplace(course.brand, counts.size());
        if (isNew)
            counts.push_back({course.brand, 0});
        ++counts[found->second].count;
    }
    return counts;
}

} // namespace

std::vector<Course> StoreReader::courses(KeyRange range, const std::optional<std::string> &brand)
{
    std::vector<Course> courses;
    readCourses(m_connection, range, brand, courses);
    return courses;
}

VerificationKey StoreReader::rolledUpTo()
{
    QSqlQuery query(m_connection);
    return query.exec(QStringLiteral("SELECT rolled_up_to FROM state")) && query.next() ? query.value(0).toLongLong()
                                                                                        : 0;
}

void StoreReader::visitRollups(KeyRange keys, const std::function<void(Rollup)> &visit)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT first_key, last_key, newest_key, first_at, last_at, workflow_id, version, "
                                 "country, source, experiment, ends FROM rollup WHERE first_key >= ? AND last_key <= ? "
                                 "ORDER BY rowid"));
    query.addBindValue(qint64(keys.first));
    query.addBindValue(qint64(keys.last));
    if (!query.exec())
        return;
    while (query.next()) {
        auto ends = decodeEnds(query.value(10).toByteArray());
        if (!ends)
            continue;
        visit({{query.value(0).toLongLong(), query.value(1).toLongLong()},
               query.value(2).toLongLong(),
               fromMilliseconds(query.value(3).toLongLong()),
               fromMilliseconds(query.value(4).toLongLong()),
               static_cast<WorkflowId>(query.value(5).toInt()),
               query.value(6).toString().toStdString(),
               countryIn(query.value(7).toString()),
               Source(query.value(8).toInt()),
               query.value(9).toString().toStdString(),
               std::move(*ends)});
    }
}

std::vector<BrandCount> StoreReader::rolledUpBrands()
{
    std::vector<BrandCount> brands;
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (query.exec(QStringLiteral("SELECT brand, requests FROM (SELECT rowid AS place, brand, requests "
                                  "FROM rollup_brand ORDER BY requests DESC, rowid LIMIT %1) ORDER BY place")
                       .arg(MostBrandsTold))) {
        while (query.next())
            brands.push_back({query.value(0).toString().toStdString(), query.value(1).toLongLong()});
    }
    return brands;
}

std::vector<WorkflowStats> StoreReader::stats()
{
    std::map<WorkflowId, WorkflowStats> stats;
    const auto add = [&](WorkflowId id, const EndedAlike &alike, Money cost) {
        WorkflowStats &each = stats[id];
        each.workflowId = id;
        each.requests += alike.count;
        each.cost += cost;
        switch (alike.status) {
        case Status::Succeeded:
            each.verified += alike.count;
            each.secondsToVerify[alike.seconds] += alike.count;
            break;
        case Status::Expired:
            each.expired += alike.count;
            break;
        case Status::Failed:
            each.failed += alike.count;
            break;
        case Status::Cancelled:
            each.cancelled += alike.count;
            break;
        case Status::NotStarted:
        case Status::InProgress:
            break;
        }
    };
    const VerificationKey rolledUp = rolledUpTo();
    visitRollups({0, rolledUp}, [&](const Rollup &rollup) {
        for (const EndedAlike &end : rollup.ends)
            add(rollup.workflowId, end, end.cost * end.count);
    });
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT workflow_id, status, max(0, ended_at - started_at) / 1000 AS seconds, "
                                 "count(*), sum(cost) FROM verification WHERE key > ? "
                                 "GROUP BY workflow_id, status, seconds"));
    query.addBindValue(qint64(rolledUp));
    if (query.exec()) {
        while (query.next()) {
            const EndedAlike alike{
                Status(query.value(1).toInt()), 0, {}, query.value(2).toLongLong(), query.value(3).toLongLong()};
            add(static_cast<WorkflowId>(query.value(0).toInt()), alike,
                Money::fromHundredMillionths(query.value(4).toLongLong()));
        }
    }
    std::vector<WorkflowStats> sorted;
    for (auto &[id, each] : stats)
        sorted.push_back(std::move(each));
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
        if (!writeRollups({m_sums.rolledUpTo + 1, end}))
            return false;
        m_sums.rolledUpTo = end;
    }
    return true;
}

bool Store::writeRollups(KeyRange range)
{
    const auto write = [this](QSqlQuery &query, const QVariantList &values) {
        for (int i = 0; i < values.size(); ++i)
            query.bindValue(i, values.at(i));
        return execute(query);
    };
    std::vector<Course> courses;
    m_error = readCourses(m_connection.database(), range, {}, courses);
    if (m_error.isValid())
        return false;
    for (const Rollup &rollup : engine::rollUp(range, courses)) {
        if (!write(m_insertRollup,
                   {qint64(range.first), qint64(range.last), qint64(rollup.newestKey),
                    qint64(toMilliseconds(rollup.firstAt)), qint64(toMilliseconds(rollup.lastAt)),
                    int(rollup.workflowId), columnText(rollup.version), columnText(rollup.country), int(rollup.source),
                    columnText(rollup.experiment), encodeEnds(rollup.ends)}))
            return false;
    }
    for (const BrandCount &each : countBrands(courses)) {
        if (!write(m_upsertBrand, {columnText(each.brand), qint64(each.count)}))
            return false;
    }
    return true;
}

} // namespace engine
