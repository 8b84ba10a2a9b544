// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ui {

class Theme;

// How much the window that somebody has opened leaves to its parts at the text size that they have chosen. Pages drop
// or stack parts by it, instead of scrolling sideways.
enum class WindowRoom {
    Wide,
    Narrow, // below 1200 px at 10 pt
    Small, // below 1000
};

// Of the window that `part` stands in.
WindowRoom windowRoom(const QWidget &part, const Theme &theme);

} // namespace ui
