// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/wallorder.h"

#include <algorithm>
#include <set>

namespace model {

std::optional<int> WallOrder::placeOf(engine::PhoneNumber number) const
{
    const auto found = std::find(m_numbers.begin(), m_numbers.end(), number);
    return found == m_numbers.end() ? std::nullopt : std::optional(int(found - m_numbers.begin()));
}

void WallOrder::follow(const Numbers &wanted, int lastInView)
{
    std::set<engine::PhoneNumber> missing(wanted.begin(), wanted.end());
    const std::set<engine::PhoneNumber> known = missing;
    Numbers numbers;
    for (std::size_t place = 0; place < m_numbers.size(); ++place) {
        const engine::PhoneNumber number = m_numbers[place];
        if (int(place) <= lastInView || known.contains(number))
            numbers.push_back(number);
        missing.erase(number);
    }
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(numbers),
                 [&](engine::PhoneNumber number) { return missing.contains(number); });
    m_numbers = std::move(numbers);
}

WallGeometry WallGeometry::forWidth(int width, QSize phone, int gap, int side)
{
    WallGeometry wall{phone, gap, side, 1};
    wall.columns = std::max(1, (width - 2 * side + gap) / (phone.width() + gap));
    return wall;
}

QRect WallGeometry::placeRect(int place) const
{
    const QPoint corner(side + place % columns * (phone.width() + gap), place / columns * (phone.height() + gap));
    return {corner, phone};
}

int WallGeometry::height(int count) const
{
    const int rows = (count + columns - 1) / columns;
    return rows == 0 ? 0 : rows * (phone.height() + gap) - gap + side;
}

std::pair<int, int> WallGeometry::placesBetween(int top, int bottom, int count) const
{
    const int pitch = phone.height() + gap;
    const int firstRow = std::max(0, (top + gap) / pitch);
    const int lastRow = bottom < 0 ? -1 : bottom / pitch;
    return {firstRow * columns, std::min(count, (lastRow + 1) * columns) - 1};
}

} // namespace model
