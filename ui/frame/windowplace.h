// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>

class QMargins;
class QWidget;

namespace ui {

// Where a window goes that would stand at `wanted`, without its frame, on a screen with the room `available`: with
// `frame` around it nothing is off the screen, unless it would have to be smaller than `least`; then its top left
// corner is there.
QRect placeWithin(const QRect &available, const QMargins &frame, const QRect &wanted, const QSize &least);

// How large the main window is and where: as drawn, or as last time, and with its frame on its screen. What the frame
// takes is known once it is seen. It belongs to the window.
class WindowPlace : public QObject {
    Q_OBJECT

public:
    // Makes the window as large as it is drawn, where the screen has room for that.
    explicit WindowPlace(QWidget &window);

    // Brings it back to where it was kept, which may have been another screen.
    void restore(const QByteArray &kept);
    QByteArray kept() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitScreen();

    QWidget &m_window;
};

} // namespace ui
