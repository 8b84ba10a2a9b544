// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardfilter.h"
#include "model/board/boardsort.h"

#include <memory>
#include <optional>
#include <vector>

namespace model {

// What the index tells the window: what is known now, and how the rows of the table became others. Updates are taken in
// the order in which they were made; each stands on the one before. A plain value.
struct BoardUpdate {
    enum class Rows : std::uint8_t {
        Changed, // by what follows; all else stays where it is
        Chosen, // afresh, as was asked: `order` is all of them
        Moved, // too many to tell: `order` is all of them, and what is looked at should stay in view
    };
    Rows rows = Rows::Changed;
    BoardOrder order;
    // In this sequence, keys rising: go, come in where newer ones stand above and older ones below.
    BoardOrder removed;
    BoardOrder inserted;
    std::vector<int> changed; // rows, rising, as they stand after that

    BoardRows known;
    bool isComplete = true; // false while older ones are still being read: then only the newest can be rows
    BoardFilter filter; // that chose the rows
    BoardSort sort;
    ChipCounts counts{};
    std::size_t total = 0;
    std::size_t waiting = 0;
    // The longest life of all rows when they were chosen, else of those that came in or changed.
    engine::milliseconds longestLife{};
    std::optional<engine::Instant> oldestStart; // of the rows, when they were chosen
    std::vector<std::shared_ptr<const engine::Record>> records;
};

// How long it lives if nobody does anything, or has lived: what an axis must show. Custom workflows count from their
// end, since only a record knows their length.
engine::milliseconds lifeOf(const BoardRow &row);

} // namespace model
