// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowplace.h"

#include <algorithm>

namespace ui {

QRect placeWithin(const QRect &available, const QMargins &frame, const QRect &wanted, const QSize &least)
{
    const QRect room = available.marginsRemoved(frame);
    const QSize size = wanted.size().boundedTo(room.size()).expandedTo(least);
    const int x = std::max(room.left(), std::min(wanted.left(), room.right() + 1 - size.width()));
    const int y = std::max(room.top(), std::min(wanted.top(), room.bottom() + 1 - size.height()));
    return {QPoint(x, y), size};
}

} // namespace ui
