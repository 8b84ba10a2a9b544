// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

namespace ui {

Label::Label(const Theme &theme, TextStyle style, const QString &text, QColor Tokens::*role, QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_style(style)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    follow();
    connect(&theme, &Theme::changed, this, &Label::follow);
}

void Label::setRole(QColor Tokens::*role)
{
    m_role = role;
    follow();
}

void Label::follow()
{
    setFont(m_theme.font(m_style));
    QPalette palette;
    palette.setColor(QPalette::WindowText, m_theme.tokens().*m_role);
    setPalette(palette);
}

} // namespace ui
