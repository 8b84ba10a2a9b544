// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `pinpath [--store URL] [--demo] [--theme NAME] [--api-port N]`: the window, with its engine and API. Makes its own
// QApplication; without a display it says so and fails.
int runConsole(const QStringList &arguments);

} // namespace app
