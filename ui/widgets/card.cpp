// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace ui {

Card::Card(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    follow();
    connect(&theme, &Theme::changed, this, &Card::follow);
}

void Card::follow()
{
    QPalette palette; // what stands on a card has its colour behind it
    palette.setColor(QPalette::Window, m_theme.tokens().base);
    setPalette(palette);
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    drawRoundedBox(painter, rect(), m_theme.px(metrics::Corner), tokens.base, tokens.divider);
}

} // namespace ui
