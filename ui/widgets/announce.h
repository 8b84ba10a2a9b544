// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

// Says something to a screen reader. Qt 6.4 sends no announcements on Linux, so the words go before the name of a
// control, which tells of its new name when it has the focus.
inline void announce(QWidget &control, const QString &name, const QString &words)
{
    control.setAccessibleName(words.isEmpty() ? name : QString(words + u' ' + name));
}

} // namespace ui
