// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Theme;

// The time of the clock bar: violet unless it is that of the wall. Its digits change ten times a minute without telling
// a screen reader. Part of ClockBar.
class ClockFace : public QWidget {
    Q_OBJECT

public:
    explicit ClockFace(const Theme &theme, QWidget *parent = nullptr);

    void setTime(const QString &time);
    void setReal(bool isReal);
    // Behind the time: "5x", a speed that no button stands for, or "+2:05", its lead over the wall; else empty.
    void setAside(const QString &words);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_time;
    QString m_aside;
    bool m_isReal = true;
};

// The edge around the clock bar's parts and the lines between them. It lies over their box, as large as that, and takes
// no clicks.
class ClockFrame : public QWidget {
    Q_OBJECT

public:
    // Belongs to the box.
    ClockFrame(const Theme &theme, QWidget &box);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui
