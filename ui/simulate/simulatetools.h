// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace model {
class SimulateSession;
}

namespace ui {

class FindField;
class RunProgress;
class Theme;

// The page's part of the top bar: Run, its find field, and how far the run is or how long the last one took.
class SimulateTools : public QWidget {
    Q_OBJECT

public:
    // The session outlives it.
    SimulateTools(const Theme &theme, const model::SimulateSession &session, QWidget *parent = nullptr);

    void focusFind();

Q_SIGNALS:
    void runWanted();
    void cancelWanted();
    void findChanged(const QString &text);

private:
    void showState();

    const model::SimulateSession &m_session;
    QPushButton *m_run;
    FindField *m_find;
    RunProgress *m_progress;
    QPushButton *m_cancel;
};

} // namespace ui
