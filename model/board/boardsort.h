// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardrows.h"

namespace model {

// The Board's columns: words at the left, the picture at the right.
struct BoardColumn {
    enum Id { Started, Number, Workflow, State, Brand, Country, Cost, Pin, RequestId, Timeline };
    static constexpr int Count = Timeline + 1;
};

// What the Board is sorted by; as it opens, the newest is at the top. A plain value.
struct BoardSort {
    BoardColumn::Id column = BoardColumn::Started;
    bool isDescending = true;

    // PINs are derived and timelines are pictures: neither has an order.
    static bool isPossible(BoardColumn::Id column);
    bool isNewestFirst() const { return column == BoardColumn::Started && isDescending; }
    bool operator==(const BoardSort &) const = default;
};

// The rows' keys from the bottom of the table to its top, so that what comes in at the top is added at the end. What is
// equal stands by its start, the newest above.
using BoardOrder = std::vector<BoardRow::Key>;

// Whether the order is that of the keys, so that what comes in has its place at the top.
bool isByKey(const BoardSort &sort, const BoardRows &rows);

// The keys of `rows` (by rising keys, each of them known) in that order.
BoardOrder sorted(BoardOrder keys, const BoardRows &rows, const BoardSort &sort);

} // namespace model
