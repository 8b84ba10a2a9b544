// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardmodel.h"

#include "model/timeline/axis.h"
#include "model/words/headline.h"
#include "model/words/statuswords.h"
#include "model/words/story.h"
#include "model/words/times.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace model {

namespace {

// How long the API's workflows last by themselves; zero for custom ones, of which only a record knows.
engine::milliseconds standardLength(engine::WorkflowId id)
{
    static const std::vector<engine::milliseconds> lengths = [] {
        std::vector<engine::milliseconds> all{engine::milliseconds::zero()};
        for (engine::WorkflowId each = 1; each <= engine::lastStandardWorkflow(engine::Dialect::Vonage); ++each)
            all.push_back(plannedLength(*engine::standardWorkflow(each, engine::Dialect::Vonage)));
        return all;
    }();
    return id < lengths.size() ? lengths[id] : engine::milliseconds::zero();
}

QDateTime dateTime(engine::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(instant));
}

} // namespace

BoardModel::BoardModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void BoardModel::apply(const engine::FeedBatch &batch)
{
    const std::size_t waitingBefore = waiting();
    std::set<Key> changed;
    if (batch.isReset) {
        beginResetModel();
        m_records.clear();
        keepRecords(batch, changed);
        m_index.reset(batch.summaries);
        endResetModel();
    } else {
        keepRecords(batch, changed);
        const BoardIndex::Changes changes = m_index.merge(batch.summaries);
        removeRows(changes.removed);
        insertRows(changes.inserted);
        changed.insert(changes.changed.begin(), changes.changed.end());
        announce(changed);
    }
    if (waiting() != waitingBefore)
        Q_EMIT waitingChanged();
    Q_EMIT arrived();
}

void BoardModel::keepRecords(const engine::FeedBatch &batch, std::set<Key> &changed)
{
    for (const auto &record : batch.records) {
        if (!m_watched.contains(record->key))
            continue; // scrolled away meanwhile
        m_records[record->key] = record;
        changed.insert(record->key);
    }
}

void BoardModel::announce(const std::set<Key> &changed)
{
    for (const Key key : changed) {
        if (const auto row = rowOf(key))
            Q_EMIT dataChanged(index(*row, 0), index(*row, ColumnCount - 1));
    }
}

void BoardModel::insertRows(const BoardIndex::Keys &keys)
{
    // Rising keys that go to the same place are one insertion; usually that is all of them, at the top.
    for (std::size_t from = 0; from < keys.size();) {
        const int before = m_index.rowBelow(keys[from]);
        std::size_t to = from + 1;
        while (to < keys.size() && m_index.rowBelow(keys[to]) == before)
            ++to;
        beginInsertRows({}, before, before + int(to - from) - 1);
        m_index.insertRows(before, std::span(keys).subspan(from, to - from));
        endInsertRows();
        from = to;
    }
}

void BoardModel::removeRows(const BoardIndex::Keys &keys)
{
    for (std::size_t from = 0; from < keys.size();) {
        const int last = *rowOf(keys[from]);
        int first = last;
        for (++from; from < keys.size() && rowOf(keys[from]) == first - 1; ++from)
            --first;
        beginRemoveRows({}, first, last);
        m_index.removeRows(first, last);
        endRemoveRows();
    }
}

void BoardModel::setFilter(BoardFilter filter)
{
    beginResetModel();
    m_index.setFilter(std::move(filter));
    endResetModel();
    Q_EMIT filterChanged();
    Q_EMIT waitingChanged();
}

void BoardModel::setHeld(bool held)
{
    m_index.setHeld(held);
    if (held || waiting() == 0)
        return;
    insertRows(m_index.takeWaiting());
    Q_EMIT waitingChanged();
}

void BoardModel::setKept(std::optional<Key> key)
{
    if (const auto leaving = m_index.setKept(key))
        removeRows({*leaving});
}

void BoardModel::setWatched(const std::set<Key> &keys)
{
    m_watched = keys;
    std::erase_if(m_records, [&](const auto &entry) { return !keys.contains(entry.first); });
}

std::shared_ptr<const engine::Record> BoardModel::record(Key key) const
{
    const auto found = m_records.find(key);
    return found == m_records.end() ? nullptr : found->second;
}

std::vector<engine::Channel> BoardModel::channelsAt(int row) const
{
    const auto record = recordAt(row);
    const auto standard = engine::standardWorkflow(summaryAt(row).workflowId, engine::Dialect::Vonage);
    const engine::Workflow workflow = record ? record->verification.workflow : standard.value_or(engine::Workflow());
    std::vector<engine::Channel> channels;
    for (std::size_t step = 0; step < workflow.stepCount(); ++step)
        channels.push_back(workflow.step(step).channel);
    return channels;
}

engine::milliseconds BoardModel::longestLife() const
{
    engine::milliseconds longest{};
    m_index.forEachRow([&](const engine::Summary &summary) { longest = std::max(longest, lifeOf(summary)); });
    return longest;
}

engine::milliseconds BoardModel::lifeOf(const engine::Summary &summary) const
{
    const auto record = this->record(summary.key);
    const engine::milliseconds planned
        = record ? plannedLength(record->verification.workflow) : standardLength(summary.workflowId);
    const bool hasEnded = summary.status != engine::Status::InProgress;
    return hasEnded ? std::max(planned, summary.endedAt - summary.startedAt) : planned;
}

std::optional<BoardModel::Key> BoardModel::find(engine::RequestId id) const
{
    return m_index.findNewest([&](const engine::Summary &summary) { return summary.id == id; });
}

std::optional<engine::Summary> BoardModel::runningFor(engine::PhoneNumber number) const
{
    const auto key = m_index.findNewest([&](const engine::Summary &summary) {
        return summary.number == number && summary.status == engine::Status::InProgress;
    });
    return key ? std::optional(*m_index.find(*key)) : std::nullopt;
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_index.rowCount();
}

int BoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const engine::Summary &summary = summaryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(index.row(), index.column());
    case Qt::AccessibleDescriptionRole:
        if (const auto record = recordAt(index.row()))
            return headline(*record, m_now);
        return {};
    case Qt::ToolTipRole:
        return index.column() == Started ? accessibleText(index.row(), Started) : QVariant();
    case KeyRole:
        return qlonglong(summary.key);
    case StatusRole:
        return QVariant::fromValue(summary.status);
    case MatchingRole:
        return filter().matches(summary);
    case SortRole:
        return sortValue(index.row(), index.column());
    default:
        return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QString names[ColumnCount]{u"started"_s, u"number"_s, u"workflow"_s, u"state"_s, u"timeline"_s};
    switch (role) {
    case Qt::DisplayRole:
        return names[section];
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString BoardModel::text(int row, int column) const
{
    const engine::Summary &summary = summaryAt(row);
    switch (column) {
    case Started:
        return startedText(summary);
    case Number:
        return summary.number.toInternational();
    case Workflow:
        return QString::number(summary.workflowId);
    case State:
        return filter().matches(summary) ? stateText(summary) : u"no longer matches"_s;
    default:
        return {}; // the timeline is drawn
    }
}

QString BoardModel::startedText(const engine::Summary &summary) const
{
    const QDateTime started = dateTime(summary.startedAt);
    if (started.date() == dateTime(m_now).date())
        return timeOfDay(summary.startedAt);
    return QLocale(QLocale::English).toString(started.date(), u"d MMM"_s);
}

QString BoardModel::stateText(const engine::Summary &summary) const
{
    if (const auto record = this->record(summary.key))
        return model::stateText(*record, m_now);
    if (summary.status == engine::Status::InProgress)
        return statusName(summary.status).toLower();
    return endedStateText(summary.status, summary.endedAt - summary.startedAt);
}

QString BoardModel::accessibleText(int row, int column) const
{
    const engine::Summary &summary = summaryAt(row);
    switch (column) {
    case Started:
        return QLocale(QLocale::English).toString(dateTime(summary.startedAt), u"d MMMM yyyy, HH:mm:ss"_s);
    case Workflow:
        return u"workflow "_s + text(row, column);
    case State: {
        const QString state = stateText(summary);
        return filter().matches(summary) ? state : QString(state + u", no longer matches"_s);
    }
    case Timeline:
        if (const auto record = recordAt(row))
            return story(*record, m_now);
        return stateText(summary);
    default:
        return text(row, column);
    }
}

QVariant BoardModel::sortValue(int row, int column) const
{
    const engine::Summary &summary = summaryAt(row);
    switch (column) {
    case Number:
        return qulonglong(summary.number.digits());
    case Workflow:
        return int(summary.workflowId);
    case State:
        return int(summary.status);
    default:
        return qlonglong(engine::toMilliseconds(summary.startedAt));
    }
}

} // namespace model
