// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>

#include <vector>

class QAction;

namespace ui {

class Actions;

// A line of the help: what can be done, and by which key.
struct KeyLine {
    QString words; // "New verification…"
    QString keys; // "Ctrl+N"; empty: only in a menu
    QPointer<QAction> action; // null for a key that works in its place only
};

struct KeyGroup {
    QString where; // "Everywhere", "On the Board", "In the table"
    std::vector<KeyLine> lines;
};

// All that was bound and all keys in place, grouped by where they work. Plain values.
std::vector<KeyGroup> keyHelp(const Actions &actions);
// The keys of the dialog that inPlaceKeys() calls so, and those of every window.
std::vector<KeyGroup> dialogKeyHelp(QStringView where);
// What can be done now, in the order of the menus.
std::vector<KeyLine> possibleActions(const Actions &actions);

} // namespace ui
