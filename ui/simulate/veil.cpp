// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/veil.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr float Opacity = 0.4F; // under it text keeps a contrast of 4.5 : 1

} // namespace

Veil::Veil(const Theme &theme, QWidget &under)
    : QWidget(&under)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    under.installEventFilter(this);
    setGeometry(under.rect());
    hide();
}

bool Veil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ChildAdded)
        raise();
    return QWidget::eventFilter(watched, event);
}

void Veil::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor colour = m_theme.tokens().base;
    colour.setAlphaF(Opacity);
    painter.fillRect(rect(), colour);
}

} // namespace ui
