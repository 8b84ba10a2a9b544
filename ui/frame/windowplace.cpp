// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowplace.h"

#include <QEvent>
#include <QMargins>
#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize UsualSize{1440, 900};
constexpr QSize LeastSize{1024, 700};
constexpr QMargins UsualFrame{4, 40, 4, 4}; // until the window manager has told

} // namespace

QRect placeWithin(const QRect &available, const QMargins &frame, const QRect &wanted, const QSize &least)
{
    const QRect room = available.marginsRemoved(frame);
    const QSize size = wanted.size().boundedTo(room.size()).expandedTo(least);
    const int x = std::max(room.left(), std::min(wanted.left(), room.right() + 1 - size.width()));
    const int y = std::max(room.top(), std::min(wanted.top(), room.bottom() + 1 - size.height()));
    return {QPoint(x, y), size};
}

WindowPlace::WindowPlace(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    window.setMinimumSize(LeastSize);
    window.resize(placeWithin(window.screen()->availableGeometry(), UsualFrame, {{}, UsualSize}, LeastSize).size());
}

void WindowPlace::restore(const QByteArray &kept)
{
    m_window.restoreGeometry(kept);
    m_window.installEventFilter(this);
}

QByteArray WindowPlace::kept() const
{
    return m_window.saveGeometry();
}

// When it is first seen it has its frame.
bool WindowPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Show && !event->spontaneous()) {
        m_window.windowHandle()->installEventFilter(this);
    } else if (event->type() == QEvent::Expose && watched == m_window.windowHandle()
               && m_window.windowHandle()->isExposed()) {
        watched->removeEventFilter(this);
        QMetaObject::invokeMethod(this, &WindowPlace::fitScreen, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void WindowPlace::fitScreen()
{
    if (m_window.isMaximized() || m_window.isFullScreen())
        return;
    const QRect place = placeWithin(m_window.screen()->availableGeometry(), m_window.windowHandle()->frameMargins(),
                                    m_window.geometry(), LeastSize);
    if (place != m_window.geometry())
        m_window.setGeometry(place);
}

} // namespace ui
