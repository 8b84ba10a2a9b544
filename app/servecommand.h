// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `pinpath serve`: the engine and its API without a window, until SIGTERM or SIGINT. Prints its address on standard
// output when it is ready. Makes no QApplication.
int runServe(const QStringList &arguments);

} // namespace app
