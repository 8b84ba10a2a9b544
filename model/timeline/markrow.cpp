// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/markrow.h"

#include <QtMath>

#include <algorithm>

namespace model {

int MarkRow::placeFor(qreal x, qreal half) const
{
    const int wanted = qRound(x);
    if (m_places.empty())
        return wanted;
    return std::max(wanted, qCeil(m_places.back().x + m_places.back().half + half));
}

int MarkRow::place(engine::Instant at, qreal x, qreal half)
{
    const int placed = placeFor(x, half);
    m_places.push_back({at, placed, half});
    return placed;
}

qreal MarkRow::moved(engine::Instant at, qreal x) const
{
    const auto after = std::ranges::upper_bound(m_places, at, {}, &Place::at);
    return after == m_places.begin() ? x : std::max(x, qreal(std::prev(after)->x));
}

} // namespace model
