// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace ui {

// Puts the focus into the next (or, with by < 0, the previous) of the panes that can take it, beginning after the one
// that has it. Within a pane it goes to the first control that takes the focus by Tab.
void focusNextPane(const QList<QWidget *> &panes, int by);

} // namespace ui
