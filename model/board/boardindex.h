// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardfilter.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace model {

// Which verifications there are and which of them are rows of the Board's table, newest first. It leaves to BoardModel
// what a row says and how views hear of changes: merge() and the like return what should become of the rows, and only
// insertRows() and removeRows() carry it out. Not thread-safe.
class BoardIndex {
public:
    using Key = engine::VerificationKey;
    using Keys = std::vector<Key>; // rising, so oldest first

    struct Changes {
        Keys removed;
        Keys inserted;
        Keys changed; // rows before and after
    };

    // Forgets everything and starts from these, newest first.
    void reset(const std::vector<engine::Summary> &summaries);
    // Chooses the rows afresh, without one that is kept though it does not match; none wait any more.
    void setFilter(BoardFilter filter);
    Changes merge(const std::vector<engine::Summary> &summaries);

    // While held, what would become a row waits and is counted.
    void setHeld(bool held) { m_isHeld = held; }
    bool isHeld() const { return m_isHeld; }
    std::size_t waiting() const { return m_waiting.size(); }
    Keys takeWaiting();
    // This one stays a row when it stops matching. Returns the row that therefore has to go: the one kept so far.
    std::optional<Key> setKept(std::optional<Key> key);

    void insertRows(int before, std::span<const Key> keys);
    void removeRows(int first, int last); // inclusive

    int rowCount() const { return int(m_rows.size()); }
    Key keyAt(int row) const { return m_rows[m_rows.size() - 1 - std::size_t(row)]; }
    std::optional<int> rowOf(Key key) const;
    int rowBelow(Key key) const; // the row of the next older one: where this key would be inserted
    const engine::Summary *find(Key key) const; // null when unknown
    template <class Predicate>
    std::optional<Key> findNewest(Predicate isWanted) const
    {
        const auto found = std::find_if(m_all.rbegin(), m_all.rend(), isWanted);
        return found == m_all.rend() ? std::nullopt : std::optional(found->key);
    }

    // All rows, oldest first.
    template <class Visit>
    void forEachRow(Visit visit) const
    {
        auto row = m_rows.begin();
        for (const engine::Summary &summary : m_all) {
            if (row != m_rows.end() && *row == summary.key) {
                visit(summary);
                ++row;
            }
        }
    }

    const BoardFilter &filter() const { return m_filter; }
    const ChipCounts &counts() const { return m_counts; }
    std::size_t total() const { return m_all.size(); }

private:
    void count(const engine::Summary &summary, bool isAdded);
    void chooseRows();
    void place(const engine::Summary &summary, Changes &changes);

    BoardFilter m_filter;
    // Keys rise with the start, so all these grow at their end while the table grows at its top.
    std::vector<engine::Summary> m_all;
    Keys m_rows;
    std::set<Key> m_waiting;
    std::optional<Key> m_kept;
    bool m_isHeld = false;
    ChipCounts m_counts{};
};

} // namespace model
