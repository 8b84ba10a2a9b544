// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "engine/store/storereader.h"
#include "model/board/boardsort.h"

#include <QString>
#include <QVariant>

#include <memory>

namespace model {

class NumberMask;

// "started", as the header says it.
QString columnName(BoardColumn::Id column);

// What the cells of one of the Board's rows say at a moment, shown and aloud. Without the full record they say what the
// summary knows. The mask outlives it.
class BoardCells {
public:
    BoardCells(const engine::Summary &summary, std::shared_ptr<const engine::Record> record, bool isMatching,
               engine::Instant now, const NumberMask &mask);

    const engine::Summary &summary() const { return m_summary; }
    bool isMatching() const { return m_isMatching; }
    QString text(BoardColumn::Id column) const;
    QString spoken(BoardColumn::Id column) const;
    // In the column's own order.
    QVariant sortValue(BoardColumn::Id column) const;

private:
    QString startedText() const;
    QString stateText() const;
    QString pinText() const;

    engine::Summary m_summary;
    std::shared_ptr<const engine::Record> m_record; // null when not at hand
    bool m_isMatching;
    engine::Instant m_now;
    const NumberMask &m_mask;
};

} // namespace model
