// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/topbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/layoutspacing.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

namespace {
constexpr int TopBarHeight = 48;
}

TopBar::TopBar(const Theme &theme, QWidget *clockBar, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clockBar(clockBar)
    , m_tools(new QStackedWidget)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_row->addWidget(m_tools, 1);
    m_row->addWidget(clockBar);
    connect(&theme, &Theme::changed, this, &TopBar::layOut);
    layOut();
}

int TopBar::sides() const
{
    return 2 * metrics::Space16; // they do not grow with the text, which needs the room
}

QSize TopBar::minimumSizeHint() const
{
    return {std::max(m_tools->minimumSizeHint().width(), m_clockBar->minimumSizeHint().width()) + sides(), height()};
}

void TopBar::layOut()
{
    const int gap = m_theme.px(metrics::Space12);
    // With the clock bar's words, which it can do without.
    const int clock = m_clockBar->layout() ? m_clockBar->layout()->totalMinimumSize().width() : 0;
    const int needed = m_tools->minimumSizeHint().width() + gap + clock + sides();
    const bool isOneLine = needed <= width();
    m_row->setDirection(isOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int above = m_theme.px(metrics::Space8);
    m_row->setContentsMargins(sides() / 2, above, sides() / 2, above);
    setSpacing(*m_row, isOneLine ? gap : above);
    setFixedHeight(m_theme.px(isOneLine ? TopBarHeight : 2 * TopBarHeight - metrics::Space8));
}

bool TopBar::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        layOut();
    return isTaken;
}

void TopBar::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TopBar::addPageTools(QWidget *tools)
{
    m_tools->addWidget(tools);
}

void TopBar::showPageTools(QWidget *tools)
{
    m_tools->setCurrentWidget(tools);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().divider);
}

} // namespace ui
