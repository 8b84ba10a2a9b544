// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QRect>

namespace ui {

// Where a window goes that would stand at `wanted`, without its frame, on a screen with the room `available`: with
// `frame` around it nothing is off the screen, unless it would have to be smaller than `least`; then its top left
// corner is there.
QRect placeWithin(const QRect &available, const QMargins &frame, const QRect &wanted, const QSize &least);

} // namespace ui
