// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `pinpath demo`: one verification per workflow in a temporary store, drawn as timelines in the terminal, at high
// speed. In a terminal the lines grow as time passes; into a file only the end is written. Makes no QApplication.
int runDemo(const QStringList &arguments);

} // namespace app
