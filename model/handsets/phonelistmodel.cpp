// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/phonelistmodel.h"

#include "model/handsets/handsetsmodel.h"
#include "model/words/counts.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;

PhoneListModel::PhoneListModel(const HandsetsModel &phones, QObject *parent)
    : QAbstractListModel(parent)
    , m_phones(phones)
{
    connect(&phones, &HandsetsModel::changed, this, &PhoneListModel::follow);
    follow();
}

void PhoneListModel::setFind(const QString &text)
{
    m_find = text;
    follow();
}

// Only the lines between the first and the last that differ go and come, so that the current one stays what it is.
void PhoneListModel::follow()
{
    m_numbers = m_phones.ordered(m_find);
    m_counts = {};
    std::vector<Line> lines;
    for (const engine::PhoneNumber number : m_numbers) {
        const PhoneState group = m_phones.state(*m_phones.find(number));
        if (m_counts[std::size_t(group)]++ == 0)
            lines.push_back({group, {}});
        lines.push_back({group, number});
    }
    const auto [oldFrom, newFrom] = std::mismatch(m_lines.begin(), m_lines.end(), lines.begin(), lines.end());
    const auto [oldEnd, newEnd] = std::mismatch(m_lines.rbegin(), std::make_reverse_iterator(oldFrom), lines.rbegin(),
                                                std::make_reverse_iterator(newFrom));
    const int first = int(oldFrom - m_lines.begin());
    const int removed = int(oldEnd.base() - oldFrom);
    const int added = int(newEnd.base() - newFrom);
    if (removed > 0) {
        beginRemoveRows({}, first, first + removed - 1);
        m_lines.erase(oldFrom, oldEnd.base());
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, first, first + added - 1);
        m_lines = std::move(lines);
        endInsertRows();
    }
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1));
}

std::optional<int> PhoneListModel::rowOf(engine::PhoneNumber number) const
{
    const auto found
        = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) { return line.number == number; });
    return found == m_lines.end() ? std::nullopt : std::optional(int(found - m_lines.begin()));
}

std::optional<engine::PhoneNumber> PhoneListModel::numberAt(const QModelIndex &index) const
{
    return index.isValid() ? m_lines.at(std::size_t(index.row())).number : std::nullopt;
}

int PhoneListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

Qt::ItemFlags PhoneListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return numberAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemNeverHasChildren;
}

QVariant PhoneListModel::headData(const Line &line, int role) const
{
    const int count = m_counts[std::size_t(line.group)];
    switch (role) {
    case Qt::DisplayRole:
        return groupName(line.group);
    case CountRole:
        return count;
    case Qt::AccessibleTextRole:
        return QString(groupName(line.group) + u", "_s + counted(count, u"phone"_s));
    default:
        return {};
    }
}

QVariant PhoneListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines.at(std::size_t(index.row()));
    if (!line.number)
        return headData(line, role);
    const Phone *phone = m_phones.find(*line.number);
    if (!phone)
        return {};
    const engine::HandsetSettings settings = m_phones.settings(phone->number);
    const engine::Instant now = m_phones.clock().now();
    switch (role) {
    case Qt::DisplayRole:
        return shownNumber(*phone, m_phones.mask());
    case NumberRole:
        return QVariant::fromValue(quint64(phone->number.digits()));
    case SymbolRole:
        return int(lineSymbol(*phone, line.group));
    case TimeRole:
        return lineTime(*phone, line.group, settings, now);
    case Qt::AccessibleTextRole:
        return lineSpoken(*phone, line.group, settings, m_phones.mask(), now);
    default:
        return {};
    }
}

} // namespace model
