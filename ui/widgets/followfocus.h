// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;

namespace ui {

// From now on, what takes the focus in what the area holds is scrolled into view, with `air` pixels around it.
void followFocus(QScrollArea &area, int air = 0);

} // namespace ui
