// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <vector>

namespace model {

// Places marks on a line from left to right so that none touches the one before: who would, moves right, never left.
// What belongs to a time then follows its mark, so that a line never begins before the mark it comes from. A plain
// value.
class MarkRow {
public:
    // Places a mark of `at` that wants to stand on the pixel `x` and reaches `half` pixels to both sides; times must
    // not fall. Returns where it stands.
    int place(engine::Instant at, qreal x, qreal half);
    // Where a mark would stand, without placing it.
    int placeFor(qreal x, qreal half) const;

    // Where the time `at` lies that the axis puts at `x`: not left of the last mark at or before it.
    qreal moved(engine::Instant at, qreal x) const;

private:
    struct Place {
        engine::Instant at;
        int x;
        qreal half;
    };
    std::vector<Place> m_places;
};

} // namespace model
