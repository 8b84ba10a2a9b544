// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardmodel.h"

#include "model/board/boardcells.h"
#include "model/board/boardindex.h"
#include "model/timeline/axis.h"
#include "model/words/headline.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace model {

BoardModel::BoardModel(const NumberMask &mask, QObject *parent)
    : QAbstractTableModel(parent)
    , m_mask(mask)
{ }

void BoardModel::apply(const BoardUpdate &update)
{
    const std::size_t waitingBefore = waiting();
    takeRows(update);
    if (waiting() != waitingBefore)
        Q_EMIT waitingChanged();
    if (update.rows == BoardUpdate::Rows::Chosen)
        Q_EMIT filterChanged();
    Q_EMIT arrived();
}

void BoardModel::takeRows(const BoardUpdate &update)
{
    const bool isReset = update.rows != BoardUpdate::Rows::Changed;
    const engine::milliseconds lifeBefore = isReset ? engine::milliseconds::zero() : m_shown.longestLife;
    const auto oldestBefore = isReset ? std::nullopt : m_shown.oldestStart;
    const auto know = [&] {
        m_shown = update;
        m_shown.order = {};
        m_shown.records.clear();
        m_shown.longestLife = std::max(update.longestLife, lifeBefore);
        if (isReset)
            return;
        m_shown.oldestStart = oldestBefore;
        if (!oldestBefore && !update.inserted.empty())
            m_shown.oldestStart = m_shown.known.row(update.inserted.front())->startedAt();
    };
    std::set<int> changed;
    if (isReset) {
        m_shown.rows = update.rows; // whoever hears of the reset asks
        beginResetModel();
        know();
        m_order = update.order;
        keepRecords(update, changed);
        endResetModel();
        return;
    }
    know();
    removeRows(update.removed);
    insertRows(update.inserted);
    changed.insert(update.changed.begin(), update.changed.end());
    keepRecords(update, changed);
    announce(changed);
}

void BoardModel::keepRecords(const BoardUpdate &update, std::set<int> &changed)
{
    for (const auto &record : update.records) {
        if (!m_watched.contains(record->key))
            continue; // scrolled away meanwhile
        m_records[record->key] = record;
        if (const auto row = rowOf(record->key))
            changed.insert(*row);
    }
}

// Neighbours at once.
void BoardModel::announce(const std::set<int> &rows)
{
    for (auto first = rows.begin(); first != rows.end();) {
        auto last = first;
        for (auto next = std::next(first); next != rows.end() && *next == *last + 1; ++next)
            last = next;
        if (*last < rowCount())
            Q_EMIT dataChanged(index(*first, 0), index(*last, ColumnCount - 1));
        first = std::next(last);
    }
}

void BoardModel::insertRows(const BoardOrder &keys)
{
    // Rising keys that go to the same place are one insertion; usually that is all of them, at the top.
    for (std::size_t from = 0; from < keys.size();) {
        const int before = rowBelow(keys[from]);
        std::size_t to = from + 1;
        while (to < keys.size() && rowBelow(keys[to]) == before)
            ++to;
        beginInsertRows({}, before, before + int(to - from) - 1);
        const auto begin = keys.begin();
        m_order.insert(m_order.end() - before, begin + std::ptrdiff_t(from), begin + std::ptrdiff_t(to));
        endInsertRows();
        from = to;
    }
}

void BoardModel::removeRows(const BoardOrder &keys)
{
    for (std::size_t from = 0; from < keys.size();) {
        const auto row = rowOf(keys[from]);
        ++from;
        if (!row)
            continue;
        int first = *row;
        for (; from < keys.size() && first > 0 && keyAt(first - 1) == Key(keys[from]); ++from)
            --first;
        beginRemoveRows({}, first, *row);
        m_order.erase(m_order.end() - *row - 1, m_order.end() - first);
        endRemoveRows();
    }
}

std::optional<int> BoardModel::rowOf(Key key) const
{
    const auto at = isByKey(m_shown.sort, m_shown.known)
        ? std::ranges::lower_bound(m_order, key, {}, [](auto k) { return Key(k); })
        : std::ranges::find(m_order, key);
    if (at == m_order.end() || Key(*at) != key)
        return {};
    return int(m_order.end() - at) - 1;
}

// The row of the next older one: where this key would come in while the newest stand at the top.
int BoardModel::rowBelow(Key key) const
{
    return int(m_order.end() - std::ranges::lower_bound(m_order, key, {}, [](auto k) { return Key(k); }));
}

void BoardModel::setFilter(BoardFilter filter)
{
    m_filter = std::move(filter);
    m_ask([wanted = m_filter](BoardIndex &index) { return index.setFilter(wanted); });
}

void BoardModel::setSort(BoardSort sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    Q_EMIT sortChanged();
    m_ask([sort](BoardIndex &index) { return index.setSort(sort); });
}

void BoardModel::setHeld(bool held)
{
    if (held == m_isHeld)
        return;
    m_isHeld = held;
    m_ask([held](BoardIndex &index) { return index.setHeld(held); });
}

void BoardModel::letIn()
{
    m_ask([](BoardIndex &index) { return index.letIn(); });
}

void BoardModel::setKept(std::optional<Key> key)
{
    m_ask([key](BoardIndex &index) { return index.setKept(key); });
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
    const auto standard
        = engine::standardWorkflow(m_shown.known.row(keyAt(row))->workflowId(), engine::Dialect::Vonage);
    const engine::Workflow workflow = record ? record->verification.workflow : standard.value_or(engine::Workflow());
    std::vector<engine::Channel> channels;
    for (std::size_t step = 0; step < workflow.stepCount(); ++step)
        channels.push_back(workflow.step(step).channel);
    return channels;
}

engine::milliseconds BoardModel::longestLife() const
{
    engine::milliseconds longest = m_shown.longestLife;
    for (const auto &[key, record] : m_records) {
        if (const auto summary = rowOf(key) ? find(key) : std::nullopt)
            longest = std::max(longest, lifeOf(*summary));
    }
    return longest;
}

engine::milliseconds BoardModel::lifeOf(const engine::Summary &summary) const
{
    const engine::milliseconds known = model::lifeOf(BoardRow(summary, 0));
    const auto record = this->record(summary.key);
    return record ? std::max(known, plannedLength(record->verification.workflow)) : known;
}

std::optional<BoardModel::Key> BoardModel::find(engine::RequestId id) const
{
    return m_shown.known.find(id);
}

std::size_t BoardModel::countAfter(Key key) const
{
    std::size_t count = 0;
    m_shown.known.forEach([&count, key](const BoardRow &row) { count += Key(row.key()) > key ? 1 : 0; });
    return count;
}

std::optional<engine::Summary> BoardModel::runningFor(engine::PhoneNumber number) const
{
    const auto key = m_shown.known.findRunning(number.digits());
    return key ? find(*key) : std::nullopt;
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int BoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const BoardCells cells = cellsAt(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cells.text(column);
    case Qt::AccessibleTextRole:
        return cells.spoken(column);
    case Qt::AccessibleDescriptionRole:
        if (const auto record = recordAt(index.row()))
            return headline(*record, m_now);
        return {};
    case Qt::ToolTipRole:
        return column == Started ? cells.spoken(Started) : QVariant();
    case KeyRole:
        return qlonglong(cells.summary().key);
    case StatusRole:
        return QVariant::fromValue(cells.summary().status);
    case MatchingRole:
        return cells.isMatching();
    case SortRole:
        return cells.sortValue(column);
    default:
        return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return columnName(Column(section));
    case Qt::AccessibleTextRole:
        return QString(columnName(Column(section))
                       + (section != m_sort.column  ? u""_s
                              : m_sort.isDescending ? u", sorted, the greatest first"_s
                                                    : u", sorted, the least first"_s));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

BoardCells BoardModel::cellsAt(int row) const
{
    const engine::Summary summary = summaryAt(row);
    return {summary, recordAt(row), m_shown.filter.matches(summary), m_now, m_mask};
}

} // namespace model
