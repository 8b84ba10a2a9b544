// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/roundedbox.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace ui {

namespace {
constexpr int Padding = 10;
}

Chip::Chip(const Theme &theme, const QString &words, std::optional<Mark> mark, QWidget *parent)
    : QPushButton(words, parent)
    , m_theme(theme)
    , m_mark(mark)
{
    setCheckable(true);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(words);
    connect(&theme, &Theme::changed, this, &Chip::updateGeometry);
}

void Chip::setCount(const QString &count)
{
    if (count == m_count)
        return;
    const bool wider = count.size() != m_count.size();
    m_count = count;
    setAccessibleName(count.isEmpty() ? text() : tr("%1, %2", "a filter and how many it shows").arg(text(), count));
    if (wider)
        updateGeometry();
    update();
}

void Chip::setWordsShown(bool areShown)
{
    const bool wanted = areShown || !m_mark;
    if (wanted == m_areWordsShown)
        return;
    m_areWordsShown = wanted;
    setToolTip(wanted ? QString() : text());
    updateGeometry();
    update();
}

int Chip::widthOf(bool withWords) const
{
    const QFontMetrics strong(m_theme.font(TextStyle::Strong));
    const int gap = m_theme.px(metrics::Space8);
    int width = 2 * m_theme.px(Padding) - gap;
    if (m_mark)
        width += m_theme.px(14) + gap;
    if (withWords || !m_mark)
        width += strong.horizontalAdvance(text()) + gap;
    if (!m_count.isEmpty())
        width += strong.horizontalAdvance(m_count) + gap;
    return width;
}

QSize Chip::sizeHint() const
{
    const QFontMetrics strong(m_theme.font(TextStyle::Strong));
    return {widthOf(m_areWordsShown), std::max(m_theme.px(metrics::SmallControl), strong.height())};
}

void Chip::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const Tokens &tokens = m_theme.tokens();
    const bool hovered = isEnabled() && option.state.testFlag(QStyle::State_MouseOver);
    const QColor fill = isChecked() ? tokens.selection : isDown() || hovered ? tokens.header : tokens.base;

    QPainter painter(this);
    const qreal corner = m_theme.px(metrics::Corner);
    drawRoundedBox(painter, rect(), corner, fill, isChecked() ? tokens.accent : tokens.divider);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawRoundedBox(painter, rect(), corner, {}, tokens.accent, m_theme.px(metrics::FocusRing));

    int x = m_theme.px(Padding);
    if (m_mark) {
        drawMark(painter, *m_mark, QPointF(x + m_theme.px(7), height() / 2), m_theme.scale(), tokens, fill);
        x += m_theme.px(14 + metrics::Space8);
    }
    const QFontMetrics strong(m_theme.font(TextStyle::Strong));
    painter.setFont(m_theme.font(isChecked() ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(isEnabled() ? tokens.text : tokens.controlEdge);
    if (m_areWordsShown) {
        const int wordsWidth = strong.horizontalAdvance(text());
        painter.drawText(QRect(x, 0, wordsWidth, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        x += wordsWidth + m_theme.px(metrics::Space8);
    }
    if (!isChecked())
        painter.setPen(tokens.secondary);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_count);
}

} // namespace ui
