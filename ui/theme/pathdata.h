// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

namespace ui {

// Reads SVG path data as our drawings use it: absolute M, L, H, V, C, A (without rotation) and Z, numbers separated by
// blanks, commas or a sign. The data are literals of ours: an error is a programmer's error and asserts.
QPainterPath parsePathData(QStringView data);

} // namespace ui
