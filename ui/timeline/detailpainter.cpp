// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/detailpainter.h"

#include "ui/theme/marks.h"
#include "ui/timeline/symbolmarks.h"
#include "ui/timeline/timelinepainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace ui {

using model::TextRole;

namespace {

// Pixels at scale 1.
constexpr qreal DotRadius = 3;
constexpr qreal PinEdge = 4;
constexpr qreal StrokeSlant = 2; // the strokes that cut a bar lean this far to both sides
constexpr qreal StrokeGap = 3;
constexpr qreal StrokeReach = 2; // beyond the bar
constexpr qreal StrokeWidth = 1.5;
constexpr qreal BracketWidth = 1.5;
constexpr qreal EndWidth = 2;
constexpr qreal CaretHalf = 4.5;
constexpr qreal CaretHeight = 5;
constexpr qreal ProgressHeight = 8;
constexpr qreal CaptionFactor = 0.9; // of the body's size, as captions

QFont fontOf(const Theme &theme, TextRole role)
{
    switch (role) {
    case TextRole::Quiet:
    case TextRole::Plain:
        return theme.font(TextStyle::Caption);
    case TextRole::Code:
        return theme.font(TextStyle::Fixed, CaptionFactor);
    case TextRole::StrongCode:
        return theme.font(TextStyle::FixedStrong);
    }
    Q_UNREACHABLE();
}

class DetailPainter {
public:
    DetailPainter(QPainter &painter, const model::DetailGeometry &geometry, const Theme &theme)
        : m_painter(painter)
        , m_geometry(geometry)
        , m_theme(theme)
        , m_tokens(theme.tokens())
        , m_lanes(geometry.lanes)
        , m_scale(theme.scale())
    { }

    // What stands still while the rest is moved: the names of the lanes, and the lines between them so far.
    void paintNames()
    {
        paintLines(m_geometry.left);
        paintTexts(m_geometry.laneNames);
    }

    void paint()
    {
        paintLanes();
        for (const model::DetailPin &pin : m_geometry.pins)
            paintPin(pin);
        for (const qreal x : m_geometry.cutStrokes)
            paintStrokes(x);
        for (const model::DetailTravel &travel : m_geometry.travels)
            paintTravel(travel);
        paintCancelWindow();
        if (m_geometry.end)
            paintUpright(qRound(*m_geometry.end), EndWidth * m_scale, m_tokens.neutral);
        for (const model::DetailMark &mark : m_geometry.marks)
            drawMark(m_painter, markOf(mark.symbol), mark.centre, mark.scale * m_scale, m_tokens, m_tokens.base,
                     mark.hasHalo ? MarkHalo::Background : MarkHalo::None);
        paintTexts(m_geometry.texts);
        paintProgress();
        if (m_geometry.now)
            paintNow(*m_geometry.now);
    }

private:
    QColor movingColour() const { return m_geometry.isRunning ? m_tokens.running : m_tokens.neutral; }

    void paintLanes()
    {
        for (const qreal x : m_geometry.ticks)
            m_painter.fillRect(QRectF(qRound(x), 0, 1, qRound(m_lanes.ticksBottom)), m_tokens.grid);
        for (const model::DetailCut &cut : m_geometry.cuts)
            m_painter.fillRect(cut.strip.toAlignedRect(), m_tokens.window);
        paintLines(m_geometry.width);
    }

    void paintLines(qreal to)
    {
        for (const qreal y : {m_lanes.messagesBottom, m_lanes.pinBottom, m_lanes.codesBottom})
            m_painter.fillRect(QRectF(0, qRound(y), to, 1), m_tokens.grid);
    }

    void paintPin(const model::DetailPin &pin)
    {
        if (!pin.past.isEmpty()) {
            m_painter.fillRect(pin.past, m_tokens.selection);
            m_painter.fillRect(QRectF(pin.past.topLeft(), QSizeF(PinEdge * m_scale, pin.past.height())),
                               m_tokens.running);
        }
        if (pin.toCome.isEmpty())
            return;
        QPen pen(m_tokens.neutral, 1);
        pen.setDashPattern({3, 3});
        m_painter.setPen(pen);
        const QRectF edge = pin.toCome.adjusted(0.5, 0.5, -0.5, -0.5);
        if (!pin.past.isEmpty()) { // the other half of a bar has no edge of its own on the left
            m_painter.drawLine(edge.topLeft(), edge.topRight());
            m_painter.drawLine(edge.bottomLeft(), edge.bottomRight());
            return;
        }
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(edge, 3 * m_scale, 3 * m_scale);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    // Two slanted strokes, with the bar taken away between them.
    void paintStrokes(qreal x)
    {
        const qreal reach = m_lanes.pinBarHeight / 2 + StrokeReach * m_scale;
        const QPointF lean(StrokeSlant * m_scale, -reach);
        const QPointF left(x - StrokeGap * m_scale, m_lanes.pin);
        const QPointF right(x + StrokeGap * m_scale, m_lanes.pin);
        m_painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath gap(left + lean);
        for (const QPointF &corner : {right + lean, right - lean, left - lean})
            gap.lineTo(corner);
        m_painter.fillPath(gap, m_tokens.window);
        m_painter.setPen(QPen(m_tokens.neutral, StrokeWidth * m_scale));
        m_painter.drawLine(left + lean, left - lean);
        m_painter.drawLine(right + lean, right - lean);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void paintTravel(const model::DetailTravel &travel)
    {
        paintRun(m_painter, travel.run, QPointF(0, m_lanes.messages), m_geometry.isRunning, m_theme);
        if (!travel.hasArrived)
            return;
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(movingColour());
        m_painter.drawEllipse(QPointF(travel.run.x2, m_lanes.messages), DotRadius * m_scale, DotRadius * m_scale);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void paintCancelWindow()
    {
        if (!m_geometry.cancelWindow)
            return;
        const auto &[x1, x2] = *m_geometry.cancelWindow;
        const qreal width = BracketWidth * m_scale;
        const qreal height = m_lanes.bracketBottom - m_lanes.bracketTop;
        for (const QRectF &part : {QRectF(x1 - width / 2, m_lanes.bracketTop, width, height),
                                   QRectF(x2 - width / 2, m_lanes.bracketTop, width, height),
                                   QRectF(x1, m_lanes.bracketBottom - width, x2 - x1, width)})
            fillSmooth(part, m_tokens.neutral);
    }

    void paintTexts(const std::vector<model::DetailText> &texts)
    {
        for (const model::DetailText &text : texts) {
            m_painter.setFont(fontOf(m_theme, text.role));
            m_painter.setPen(text.role == TextRole::Quiet ? m_tokens.secondary : m_tokens.text);
            drawTextAt(m_painter, text.at, text.text);
        }
    }

    void paintProgress()
    {
        for (const model::DetailCut &cut : m_geometry.cuts) {
            if (!cut.progress)
                continue;
            const qreal height = ProgressHeight * m_scale;
            const QRectF track(cut.strip.left(), m_lanes.progress - height / 2, cut.strip.width(), height);
            QRectF filled = track;
            filled.setWidth(std::max(height, track.width() * *cut.progress));
            fillRounded(track, m_tokens.header);
            fillRounded(filled, m_tokens.running);
        }
    }

    // A caret over all lanes, with two stems when the clock stands still.
    void paintNow(qreal x)
    {
        const qreal half = CaretHalf * m_scale;
        x = qRound(x);
        m_painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath head(QPointF(x - half, -1));
        head.lineTo(x + half, -1);
        head.lineTo(x, CaretHeight * m_scale);
        m_painter.fillPath(head, m_tokens.text);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        if (!m_geometry.isPaused)
            return paintUpright(x, 2 * m_scale, m_tokens.text);
        for (const qreal side : {-1.75, 1.75})
            paintUpright(x + side * m_scale, 1.5 * m_scale, m_tokens.text);
    }

    void paintUpright(qreal x, qreal width, const QColor &colour)
    {
        fillSmooth(QRectF(x - width / 2, 0, width, m_lanes.codesBottom), colour);
    }

    void fillSmooth(const QRectF &area, const QColor &colour)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.fillRect(area, colour);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void fillRounded(const QRectF &area, const QColor &colour)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    QPainter &m_painter;
    const model::DetailGeometry &m_geometry;
    const Theme &m_theme;
    const Tokens &m_tokens;
    const model::DetailLanes &m_lanes;
    qreal m_scale;
};

} // namespace

std::function<qreal(const QString &, TextRole)> detailTextWidth(const Theme &theme)
{
    const std::array metrics{
        QFontMetricsF(fontOf(theme, TextRole::Quiet)), QFontMetricsF(fontOf(theme, TextRole::Plain)),
        QFontMetricsF(fontOf(theme, TextRole::Code)), QFontMetricsF(fontOf(theme, TextRole::StrongCode))};
    return
        [metrics](const QString &text, TextRole role) { return metrics.at(std::size_t(role)).horizontalAdvance(text); };
}

void paintDetail(QPainter &painter, const model::DetailGeometry &geometry, const Theme &theme)
{
    paintDetail(painter, geometry, theme, {geometry.width, 0});
}

void paintDetail(QPainter &painter, const model::DetailGeometry &geometry, const Theme &theme, const DetailView &view)
{
    DetailPainter detail(painter, geometry, theme);
    if (view.width < geometry.width) {
        painter.save();
        painter.setClipRect(
            QRectF(geometry.left, -geometry.lanes.height, view.width - geometry.left, 3 * geometry.lanes.height));
        painter.translate(-view.offset, 0);
        detail.paint();
        painter.restore();
    } else {
        detail.paint();
    }
    detail.paintNames();
}

} // namespace ui
