// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace app {

// How far a command has come and how long it still takes: one line on standard error that is written over itself; a log
// gets a line a second. Nothing for what is done within a second.
class ProgressLine {
public:
    // `onInterrupt` says what Ctrl+C does: "ends with what is there".
    explicit ProgressLine(const QString &onInterrupt);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(double part); // 0 to 1
    double elapsedSeconds() const { return double(m_timer.nsecsElapsed()) / 1e9; }

private:
    QString m_onInterrupt;
    QElapsedTimer m_timer;
    bool m_isTerminal;
    bool m_isShown = false;
    double m_shownAt = 0;
};

} // namespace app
