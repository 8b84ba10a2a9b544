// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/stagetag.h"

#include "ui/theme/icons.h"
#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

constexpr int TagHeight = 22;
constexpr int Padding = 8;
constexpr int TagSign = 14;
constexpr int TagGap = 5;

} // namespace

StageTag::StageTag(const Theme &theme, const QString &words, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
{
    setAccessibleName(words);
    setFont(theme.font(TextStyle::Caption));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize StageTag::sizeHint() const
{
    return {m_theme.px(2 * Padding + TagSign + TagGap) + fontMetrics().horizontalAdvance(m_words) + 1,
            m_theme.px(TagHeight)};
}

void StageTag::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    drawRoundedBox(painter, rect(), m_theme.px(metrics::Corner), tokens.bandViolet, {});
    const qreal sign = m_theme.px(TagSign);
    drawIcon(painter, Icon::Demo, {m_theme.px(Padding) + sign / 2, height() / 2.0}, sign, tokens.simulated);
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(m_theme.px(Padding + TagSign + TagGap), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     m_words);
}

} // namespace ui
