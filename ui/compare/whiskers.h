// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// How the two intervals of a figure lie over one another on Compare, in pixels at 96 dpi.
namespace ui::whiskers {

inline constexpr qreal OnceWidth = 3; // of the one that is right for one look
inline constexpr qreal AlwaysWidth = 1; // of the one that holds at every look
inline constexpr qreal Cap = 8; // of the latter

} // namespace ui::whiskers
