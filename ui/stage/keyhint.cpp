// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/keyhint.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int CapHeight = 24;
constexpr int CapPadding = 8;
constexpr int HintGap = 8;

} // namespace

KeyHint::KeyHint(const Theme &theme, const QString &key, const QString &words, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_key(key)
{
    setWords(words);
    setFocusPolicy(Qt::NoFocus);
    setFont(theme.font(TextStyle::Body));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void KeyHint::setWords(const QString &words)
{
    if (words == text())
        return;
    setText(words);
    setAccessibleName(words + u", "_s + m_key);
}

int KeyHint::capWidth() const
{
    return fontMetrics().horizontalAdvance(m_key) + 2 * m_theme.px(CapPadding);
}

QSize KeyHint::sizeHint() const
{
    return {capWidth() + m_theme.px(HintGap) + fontMetrics().horizontalAdvance(text()) + 1, m_theme.px(CapHeight)};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    const QRect cap(0, 0, capWidth(), height());
    drawRoundedBox(painter, cap, m_theme.px(metrics::Corner), isDown() ? tokens.selection : tokens.base,
                   tokens.controlEdge);
    painter.setPen(tokens.text);
    painter.drawText(cap, Qt::AlignCenter, m_key);
    painter.setPen(tokens.secondary);
    painter.drawText(rect().adjusted(capWidth() + m_theme.px(HintGap), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

} // namespace ui
