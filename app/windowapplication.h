// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace app {

// What QApplication keeps a reference to, and so must be there before it.
struct ProgramName {
    char name[8] = "pinpath";
    char *values[2] = {name, nullptr};
    int count = 1;
};

// The application of the commands that have a window. Where there is no display it says so in one sentence and ends
// the program, instead of Qt's abort.
class WindowApplication : private ProgramName, public QApplication {
public:
    WindowApplication();
};

} // namespace app
