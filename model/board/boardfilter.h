// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board/findexpression.h"

#include <array>

namespace model {

// The chips over the table, in their order.
enum class StateChip : std::uint8_t { All, Running, Verified, Expired, Failed, Cancelled };
inline constexpr std::size_t StateChipCount = 6;

StateChip chipOf(engine::Status status);
// "Running", as the chip says it.
QString chipName(StateChip chip);

// Which verifications the Board shows: one chip and what was typed. A plain value.
struct BoardFilter {
    StateChip chip = StateChip::All;
    FindExpression find;

    bool isEmpty() const { return chip == StateChip::All && find.isEmpty(); }
    bool fitsChip(const engine::Summary &summary) const
    {
        return chip == StateChip::All || chipOf(summary.status) == chip;
    }
    bool matches(const engine::Summary &summary) const { return fitsChip(summary) && find.matches(summary); }
    bool fitsChip(const BoardRow &row) const { return chip == StateChip::All || chipOf(row.status()) == chip; }
};

// How many verifications each chip would show with what was typed.
using ChipCounts = std::array<std::size_t, StateChipCount>;

// How things stand, said aloud: "12 running, 1,010 verified, 131 expired, 40 failed, 11 cancelled. Shown: the running."
QString boardSentence(const BoardFilter &filter, const ChipCounts &counts);

// What stands in the place of the table when the filter leaves nothing of `total`:
// "Nothing matches “9001” among the running. 1,204 are hidden."
QString nothingMatchesSentence(const BoardFilter &filter, std::size_t total);

} // namespace model
