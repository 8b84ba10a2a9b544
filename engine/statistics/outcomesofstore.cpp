// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/outcomesofstore.h"

#include "engine/statistics/chosenrequests.h"
#include "engine/statistics/comparedstore.h"
#include "engine/store/connection.h"
#include "engine/store/schema.h"

#include <QFileInfo>

#include <algorithm>

namespace engine {

namespace {

using Part = ComparedRequests::Part;

Ending endingOf(Status status)
{
    switch (status) {
    case Status::Succeeded:
        return Ending::Verified;
    case Status::Failed:
        return Ending::Failed;
    case Status::Expired:
        return Ending::Expired;
    case Status::Cancelled:
        return Ending::Cancelled;
    case Status::NotStarted:
    case Status::InProgress:
        break;
    }
    return Ending::Running;
}

void addRunning(Outcomes &outcomes, const Part &part, Instant now)
{
    const milliseconds lasted = std::max(milliseconds(), now - part.firstAt);
    outcomes.add({Ending::Running, std::chrono::floor<seconds>(lasted).count(), part.one->cost, part.firstAt});
}

void addEnded(Outcomes &outcomes, const Part &part)
{
    part.visitEnds([&](const EndManner &manner, std::span<const EndsAfter> some) {
        CountedRequests counted{endingOf(manner.status), 0, {}, part.firstAt, part.lastAt, 0};
        for (const EndsAfter &each : some)
            counted.count += each.count;
        const double cost = manner.cost.toDouble();
        counted.cost = manner.cost * counted.count;
        counted.costSquares = cost * cost * double(counted.count);
        counted.messages = std::int64_t(manner.stepsSent) * counted.count;
        outcomes.add(counted, some);
    });
}

OutcomeTable outcomesOf(const ComparedRequests &requests, const ComparisonScope &scope, Instant now)
{
    OutcomeTable table;
    ChosenRequests(requests, scope).visit([&](const Part &part) {
        Outcomes &outcomes = table.of(countryText(part.kind.country), requests.plans()[part.kind.plan].id());
        part.isRunning() ? addRunning(outcomes, part, now) : addEnded(outcomes, part);
    });
    return table;
}

} // namespace

Result<StoreOutcomes> countStore(const QString &path, const ComparisonScope &scope, Instant wall,
                                 const std::function<bool(double)> &progress)
{
    if (!QFileInfo(path).isFile())
        return Failure{QStringLiteral("There is no store %1. Name one with --store.").arg(path), {}};
    const auto connection = Connection::open(path, Connection::Access::ReadOnly);
    if (!connection)
        return connection.failure();
    if (const auto checked = checkSchema(*connection, path); !checked)
        return checked.failure();
    // One transaction, so that all is of the same moment; it writes nothing and ends with the connection.
    if (const auto begun = connection->run(QStringLiteral("BEGIN")); !begun)
        return begun.failure();
    StoreReader reader(connection->database(), nullptr);
    ComparedStore store(reader);
    const Instant now = reader.now(wall);
    StoreOutcomes counted;
    counted.isWhole = store.readOn(progress) && store.readFor(scope, now, progress);
    if (counted.isWhole) {
        counted.outcomes = outcomesOf(store.requests(), scope, now);
        counted.comparison = compare(store.requests(), scope, now);
    }
    return counted;
}

} // namespace engine
