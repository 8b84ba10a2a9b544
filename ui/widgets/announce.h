// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

// Says something to a screen reader. Qt 6.4 sends no announcements on Linux, so the words go before the name of a
// control, which tells of its new name when it has the focus. What was said already is not said again: setting a name
// would send the event even so. For words that belong to no control see Announcer.
inline void announce(QWidget &control, const QString &name, const QString &words)
{
    const QString all = words.isEmpty() ? name : QString(words + u' ' + name);
    if (control.accessibleName() != all)
        control.setAccessibleName(all);
}

} // namespace ui
