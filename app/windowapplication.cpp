// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowapplication.h"

#include "app/exitcode.h"

#include <QIcon>

#include <cstdio>
#include <unistd.h>

namespace app {

namespace {

// Qt has nothing between a display and an abort; its last words are all that can be caught.
void failWithoutDisplay(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type == QtFatalMsg)
        _exit(failed(QStringLiteral("There is no display to open a window on. \"pinpath demo\" draws in the terminal, "
                                    "\"pinpath serve\" needs none.")));
}

// The handler holds while the members before QApplication and QApplication itself are made.
int &quietly(int &count)
{
    qInstallMessageHandler(failWithoutDisplay);
    return count;
}

} // namespace

WindowApplication::WindowApplication()
    : QApplication(quietly(count), values)
{
    qInstallMessageHandler(nullptr);
    setApplicationDisplayName({});
    setDesktopFileName(QStringLiteral("org.pinpath.Pinpath"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/org.pinpath.Pinpath.svg")));
}

} // namespace app
