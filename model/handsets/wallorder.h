// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/phonenumber.h"

#include <QRect>

#include <optional>
#include <vector>

namespace model {

// Which phone stands where on the wall. While somebody looks at it phones keep their places: new ones come at the end,
// and one that is no longer known leaves its place only behind those in view. A plain value.
class WallOrder {
public:
    using Numbers = std::vector<engine::PhoneNumber>;

    const Numbers &numbers() const { return m_numbers; }
    std::optional<int> placeOf(engine::PhoneNumber number) const;

    // Afresh, for somebody who has not looked yet.
    void arrange(Numbers wanted) { m_numbers = std::move(wanted); }
    // `lastInView` is the last place that is looked at; -1: none.
    void follow(const Numbers &wanted, int lastInView);

private:
    Numbers m_numbers;
};

// Where the places are, in pixels from the wall's corner. Pure.
struct WallGeometry {
    QSize phone;
    int gap = 16;
    int side = 16;
    int columns = 1;

    static WallGeometry forWidth(int width, QSize phone, int gap, int side);
    QRect placeRect(int place) const;
    int height(int count) const;
    // The places of the rows that touch these pixels: first and last; last < first when there are none.
    std::pair<int, int> placesBetween(int top, int bottom, int count) const;
};

} // namespace model
