// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineheader.h"

#include "ui/theme/theme.h"
#include "ui/timeline/timelinepainter.h"

#include <QPainter>

namespace ui {

namespace {

constexpr qreal TickTop = 8; // px at scale 1: how far below the header's upper edge its hairlines begin
constexpr qreal LabelGap = 4;

} // namespace

TimelineHeader::TimelineHeader(const Theme &theme, const model::Ruler &ruler, int timelineSection, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_ruler(ruler)
    , m_timelineSection(timelineSection)
{
    connect(&ruler, &model::Ruler::changed, this, [this] { viewport()->update(); });
}

void TimelineHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (logicalIndex != m_timelineSection) {
        QHeaderView::paintSection(painter, rect, logicalIndex);
        return;
    }
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = logicalIndex;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    painter->save();
    painter->setClipRect(rect);
    paintAxis(*painter, m_ruler.axis(rect.width(), m_theme.scale()).ticks(), rect, m_theme);
    painter->restore();
}

void paintAxis(QPainter &painter, const std::vector<model::AxisTick> &ticks, const QRect &area, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(tokens.secondary);
    const int top = area.top() + theme.px(TickTop);
    int free = area.left(); // from here on nothing stands
    for (const model::AxisTick &tick : ticks) {
        const int x = area.left() + qRound(tick.x);
        if (x < free)
            continue; // it would run through the label before it; its hairline in the rows stays
        free = x + 2 * theme.px(LabelGap) + painter.fontMetrics().horizontalAdvance(tick.label);
        painter.fillRect(QRect(x, top, 1, area.bottom() + 1 - top), tokens.controlEdge);
        const qreal middle = (area.top() + area.bottom() + 1) / 2.0;
        drawTextAt(painter, QPointF(x + theme.px(LabelGap), middle), tick.label);
    }
}

} // namespace ui
