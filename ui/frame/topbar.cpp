// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/topbar.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>

namespace ui {

namespace {
constexpr int Height = 48;
}

TopBar::TopBar(const Theme &theme, QWidget *clockBar, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tools(new QStackedWidget)
{
    auto *row = new QHBoxLayout(this);
    const int side = theme.px(metrics::Space16);
    const int above = theme.px(metrics::Space8);
    row->setContentsMargins(side, above, side, above);
    row->setSpacing(theme.px(metrics::Space12));
    row->addWidget(m_tools, 1);
    row->addWidget(clockBar);
    const auto measure = [this] { setFixedHeight(m_theme.px(Height)); };
    connect(&theme, &Theme::changed, this, measure);
    measure();
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
