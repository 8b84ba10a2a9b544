// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/floatingscrollbar.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>
#include <QStyleOptionSlider>

namespace ui {

FloatingScrollBar::FloatingScrollBar(const Theme &theme, QAbstractScrollArea &area)
    : QScrollBar(Qt::Vertical, &area)
    , m_theme(theme)
    , m_area(area)
{
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area.viewport()->installEventFilter(this);
    QScrollBar *own = area.verticalScrollBar();
    connect(own, &QScrollBar::rangeChanged, this, &FloatingScrollBar::follow);
    connect(own, &QScrollBar::valueChanged, this, &FloatingScrollBar::follow);
    connect(this, &QScrollBar::valueChanged, own, &QScrollBar::setValue);
    follow();
}

void FloatingScrollBar::follow()
{
    const QScrollBar *own = m_area.verticalScrollBar();
    setPageStep(own->pageStep());
    setSingleStep(own->singleStep());
    setRange(own->minimum(), own->maximum());
    setValue(own->value());
    setVisible(own->maximum() > own->minimum());
    place();
}

void FloatingScrollBar::place()
{
    const QRect room = m_area.viewport()->geometry();
    const int width = m_theme.px(metrics::Space12);
    setGeometry(room.right() + 1 - width, room.top(), width, room.height());
    raise();
}

bool FloatingScrollBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QScrollBar::eventFilter(watched, event);
}

void FloatingScrollBar::paintEvent(QPaintEvent *)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const qreal inset = m_theme.px(2);
    const QRectF slider
        = QRectF(style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this))
              .adjusted(inset, inset, -inset, -inset);
    QColor colour = m_theme.tokens().controlEdge;
    if (!underMouse() && !isSliderDown())
        colour.setAlphaF(0.45F);
    QPainter painter(this);
    drawRoundedBox(painter, slider, slider.width() / 2, colour, {});
}

} // namespace ui
