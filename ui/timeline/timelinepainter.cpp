// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepainter.h"

#include "ui/theme/lines.h"
#include "ui/timeline/symbolmarks.h"

#include <QFontMetricsF>
#include <QPainter>

namespace ui {

using Form = model::TimelineRun::Form;

namespace {

// Pixels at scale 1, from the line's middle.
constexpr qreal CrossDepth = 9;
constexpr qreal LabelHeight = 8;
constexpr qreal CountGap = 6; // from a cross' middle

Mark markInRow(const model::TimelineMark &mark)
{
    if (mark.symbol == model::Symbol::Now)
        return Mark::NowInRow;
    return mark.symbol == model::Symbol::NowPaused ? Mark::NowInRowPaused : markOf(mark.symbol);
}

void paintLabels(QPainter &painter, const model::TimelineGeometry &geometry, QPointF origin, const Theme &theme)
{
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.tokens().secondary);
    const QFontMetricsF metrics(painter.font(), painter.device());
    const qreal scale = theme.scale();
    for (const model::TimelineLabel &label : geometry.labels) {
        const qreal left = label.centre - metrics.horizontalAdvance(label.text) / 2;
        drawTextAt(painter, origin + QPointF(left, -LabelHeight * scale), label.text);
    }
    painter.setPen(theme.tokens().text);
    for (const model::TimelineMark &cross : geometry.wrongCodes) {
        if (cross.count > 1)
            drawTextAt(painter, origin + QPointF(cross.x + CountGap * scale, CrossDepth * scale),
                       model::countText(cross.count));
    }
}

} // namespace

std::function<qreal(const QString &)> captionWidth(const Theme &theme)
{
    return [metrics = QFontMetricsF(theme.font(TextStyle::Caption))](const QString &text) {
        return metrics.horizontalAdvance(text);
    };
}

void paintRun(QPainter &painter, const model::TimelineRun &run, QPointF origin, bool isRunning, const Theme &theme)
{
    const Tokens &tokens = theme.tokens();
    const qreal scale = theme.scale();
    const qreal x1 = origin.x() + run.x1;
    const qreal x2 = origin.x() + run.x2;
    const qreal y = origin.y();
    const QColor line = isRunning ? tokens.running : tokens.neutral;
    switch (run.form) {
    case Form::OnItsWay:
        return drawPinLine(painter, PinLine::OnItsWay, x1, x2, y, line, scale);
    case Form::AtPhone:
        return drawPinLine(painter, PinLine::AtPhone, x1, x2, y, line, scale);
    case Form::SecondPin:
        return drawPinLine(painter, PinLine::Second, x1, x2, y, line, scale);
    case Form::ThirdPin:
        return drawPinLine(painter, PinLine::Third, x1, x2, y, line, scale);
    case Form::Ringing:
        return drawZigzag(painter, x1, x2, y, line, scale);
    case Form::RingsInVain:
        return drawZigzag(painter, x1, x2, y, tokens.failed, scale);
    case Form::Speech:
        return drawSpeech(painter, x1, x2, y, line, scale);
    case Form::Waiting:
        return drawDottedLine(painter, x1, x2, y, tokens.neutral, scale);
    case Form::Unknown:
        return drawHatching(painter, x1, x2, y, tokens.neutral, scale);
    }
}

void paintTimeline(QPainter &painter, const model::TimelineGeometry &geometry, QPoint origin, const Theme &theme,
                   const QColor &background)
{
    const qreal scale = theme.scale();
    const auto draw = [&](const model::TimelineMark &mark, qreal depth, MarkHalo halo) {
        drawMark(painter, markInRow(mark), origin + QPointF(mark.x, depth), scale, theme.tokens(), background, halo);
    };
    for (const model::TimelineRun &run : geometry.runs)
        paintRun(painter, run, origin, geometry.isRunning, theme);
    for (const model::TimelineMark &cross : geometry.wrongCodes)
        draw(cross, CrossDepth * scale, MarkHalo::None);
    paintLabels(painter, geometry, origin, theme);
    for (const model::TimelineMark &mark : geometry.marks)
        draw(mark, 0, MarkHalo::Background);
    if (geometry.now)
        draw(*geometry.now, 0, MarkHalo::None);
}

void paintHairlines(QPainter &painter, const std::vector<model::AxisTick> &ticks, const QRect &area, const Theme &theme)
{
    for (const model::AxisTick &tick : ticks)
        painter.fillRect(QRect(area.left() + qRound(tick.x), area.top(), 1, area.height()), theme.tokens().grid);
}

void drawTextAt(QPainter &painter, QPointF leftMiddle, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    painter.drawText(QPointF(leftMiddle.x(), qRound(leftMiddle.y() + metrics.capHeight() / 2)), text);
}

} // namespace ui
