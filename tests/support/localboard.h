// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/boardindex.h"
#include "model/board/boardmodel.h"

namespace tests {

// A Board's rows with their index at hand, as the window and the feed's thread have them, but on one thread: what is
// asked has come true when the question returns.
struct LocalBoard {
    LocalBoard()
    {
        model.setAsk([this](const model::BoardModel::Wish &wish) { take(wish(index)); });
    }
    LocalBoard(const LocalBoard &) = delete;
    LocalBoard &operator=(const LocalBoard &) = delete;

    void apply(const engine::FeedBatch &batch) { take(index.take(batch)); }
    void take(const model::BoardIndex::Update &update)
    {
        if (update)
            model.apply(*update);
    }

    model::BoardIndex index;
    model::NumberMask mask;
    model::BoardModel model{mask};
};

} // namespace tests
