// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

// A family that looks like the given one and whose digits are equally wide, so that times and numbers stand in columns
// and a running clock does not tremble.
// Many families have such digits as an option (OpenType feature 'tnum') that Qt 6.4 cannot switch on. For those this
// registers, once per process, a copy in memory in which the option is a rule, and returns its name. A family whose
// digits are equal anyway, and one that cannot do it, are returned as they are. GUI thread only.
QString familyWithEqualDigits(const QString &family);

// What others have it installed as: a copy's original.
QString familyAsInstalled(const QString &family);

} // namespace ui
