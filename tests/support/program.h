// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace tests {

inline constexpr int ProgramTimeout = 60'000; // milliseconds; a loaded machine is slow

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

// Runs the program to its end.
inline Ran runPinpath(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PINPATH_PROGRAM), arguments);
    if (!process.waitForFinished(ProgramTimeout))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace tests
