// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace model {
class SimulateSession;
}

namespace ui {

class Theme;

// How far the run is: a bar and the time that is left; afterwards what it was and how long it took. It is painted, so
// that a screen reader is told of its beginning and its end, and of nothing between.
class RunProgress : public QWidget {
    Q_OBJECT

public:
    // The session outlives it.
    RunProgress(const Theme &theme, const model::SimulateSession &session, QWidget *parent = nullptr);

    QString words() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const model::SimulateSession &m_session;
};

} // namespace ui
