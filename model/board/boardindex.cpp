// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/boardindex.h"

#include <algorithm>
#include <ranges>

namespace model {

void BoardIndex::reset(const std::vector<engine::Summary> &summaries)
{
    m_all.assign(summaries.rbegin(), summaries.rend());
    chooseRows();
}

void BoardIndex::setFilter(BoardFilter filter)
{
    m_filter = std::move(filter);
    const engine::Summary *kept = m_kept ? find(*m_kept) : nullptr;
    if (kept && !m_filter.matches(*kept))
        m_kept.reset(); // somebody chose not to see it
    chooseRows();
}

void BoardIndex::chooseRows()
{
    m_rows.clear();
    m_waiting.clear();
    m_counts = {};
    for (const engine::Summary &summary : m_all) {
        const bool isFound = m_filter.find.matches(summary);
        if (isFound)
            count(summary, true);
        if (summary.key == m_kept || (isFound && m_filter.fitsChip(summary)))
            m_rows.push_back(summary.key);
    }
}

void BoardIndex::count(const engine::Summary &summary, bool isAdded)
{
    for (const StateChip chip : {StateChip::All, chipOf(summary.status)})
        m_counts[std::size_t(chip)] += isAdded ? 1 : std::size_t(-1);
}

BoardIndex::Changes BoardIndex::merge(const std::vector<engine::Summary> &summaries)
{
    Changes changes;
    for (const engine::Summary &summary : std::views::reverse(summaries)) {
        const auto at = std::ranges::lower_bound(m_all, summary.key, {}, &engine::Summary::key);
        if (at == m_all.end() || at->key != summary.key) {
            m_all.insert(at, summary);
        } else {
            if (m_filter.find.matches(*at))
                count(*at, false);
            *at = summary;
        }
        if (m_filter.find.matches(summary))
            count(summary, true);
        place(summary, changes);
    }
    return changes;
}

void BoardIndex::place(const engine::Summary &summary, Changes &changes)
{
    const bool belongs = summary.key == m_kept || m_filter.matches(summary);
    const bool isRow = std::ranges::binary_search(m_rows, summary.key);
    if (belongs && isRow)
        changes.changed.push_back(summary.key);
    else if (isRow)
        changes.removed.push_back(summary.key);
    else if (!belongs)
        m_waiting.erase(summary.key);
    else if (m_isHeld)
        m_waiting.insert(summary.key);
    else
        changes.inserted.push_back(summary.key);
}

BoardIndex::Keys BoardIndex::takeWaiting()
{
    Keys keys(m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    return keys;
}

std::optional<BoardIndex::Key> BoardIndex::setKept(std::optional<Key> key)
{
    const std::optional<Key> before = std::exchange(m_kept, key);
    if (!before || before == key)
        return {};
    const engine::Summary *summary = find(*before);
    return summary && !m_filter.matches(*summary) && rowOf(*before) ? before : std::nullopt;
}

void BoardIndex::insertRows(int before, std::span<const Key> keys)
{
    m_rows.insert(m_rows.end() - before, keys.begin(), keys.end());
}

void BoardIndex::removeRows(int first, int last)
{
    m_rows.erase(m_rows.end() - last - 1, m_rows.end() - first);
}

std::optional<int> BoardIndex::rowOf(Key key) const
{
    const auto at = std::ranges::lower_bound(m_rows, key);
    if (at == m_rows.end() || *at != key)
        return {};
    return int(m_rows.end() - at) - 1;
}

int BoardIndex::rowBelow(Key key) const
{
    return int(m_rows.end() - std::ranges::lower_bound(m_rows, key));
}

const engine::Summary *BoardIndex::find(Key key) const
{
    const auto at = std::ranges::lower_bound(m_all, key, {}, &engine::Summary::key);
    return at != m_all.end() && at->key == key ? &*at : nullptr;
}

} // namespace model
