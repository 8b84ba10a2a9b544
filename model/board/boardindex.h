// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/feed.h"
#include "model/board/boardupdate.h"

namespace model {

// Which verifications there are, and which of them are rows of the Board's table in which order. Filtering, sorting and
// counting happen here, on the feed's thread, and the window gets updates. It leaves to BoardModel what a row says and
// how views hear of changes.
//
// While the newest stand at the top, new rows come in there. While the table is sorted otherwise they would come in
// anywhere and push apart what is being read, and a row whose state or cost changes would jump: so then every row stays
// in its place, new ones wait and are counted, and letting them in sorts the table anew. Not thread-safe.
class BoardIndex {
public:
    using Key = engine::VerificationKey;
    using Update = std::optional<BoardUpdate>; // none: nothing to tell

    Update take(const engine::FeedBatch &batch);
    // Chooses the rows afresh, without one that is kept though it does not match; none wait any more.
    Update setFilter(BoardFilter filter);
    Update setSort(BoardSort sort);
    // While held, what would become a row waits and is counted; letting go lets it in.
    Update setHeld(bool held);
    // Lets in what waits, whether held or not.
    Update letIn();
    // This one stays a row when it stops matching; the row kept so far may have to go.
    Update setKept(std::optional<Key> key);

private:
    void restart(const engine::FeedBatch &batch);
    void addOlder(const engine::FeedBatch &batch);
    void merge(const std::vector<engine::Summary> &summaries, BoardUpdate &update);
    void place(const BoardRow &row, BoardUpdate &update, BoardOrder &changed);
    void choose(BoardUpdate &update, BoardUpdate::Rows how);
    void carryOut(BoardUpdate &update, const BoardOrder &changed);
    BoardUpdate finished(BoardUpdate update);

    bool isFound(const BoardRow &row) const { return m_filter.find.matches(row, m_rows.brands()); }
    bool matches(const BoardRow &row) const { return m_filter.fitsChip(row) && isFound(row); }
    bool isKept(BoardRow::Key key) const { return m_kept && *m_kept == Key(key); }
    bool isRow(BoardRow::Key key) const;
    bool mayComeIn() const { return !m_isHeld && m_sort.isNewestFirst(); }
    void count(const BoardRow &row, bool isAdded);

    BoardRows m_rows;
    std::optional<BoardRows> m_readAgain; // as far as it has come; takes the place of the rows once it is whole
    bool m_isComplete = true;
    engine::StatusCounts m_storeCounts;

    BoardFilter m_filter;
    BoardSort m_sort;
    BoardOrder m_order;
    std::vector<bool> m_isRow; // by key
    BoardOrder m_waiting; // keys, rising
    std::optional<Key> m_kept;
    bool m_isHeld = false;
    ChipCounts m_counts{};
};

} // namespace model
