// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

// What the program's exit tells a script.
enum ExitCode { Done = 0, Failed = 1, Misused = 2 };

// Say one sentence on standard error and return the code that goes with it.
int failed(const QString &sentence);
int misused(const QString &sentence);

} // namespace app
