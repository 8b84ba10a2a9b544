// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// Its marks are not cut by the edges of the plot.
class MarkGraph final : public QCPGraph {
public:
    using QCPGraph::QCPGraph;

protected:
    QRect clipRect() const override
    {
        const QRectF shape = scatterStyle().customPath().boundingRect();
        const int room = int(std::ceil(std::max(shape.width(), shape.height()) / 2 + scatterStyle().pen().widthF()));
        return QCPGraph::clipRect().adjusted(-room, -room, room, room);
    }
};

} // namespace

Plot::Plot(const Theme &theme, QWidget *parent)
    : QCustomPlot(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setPlottingHint(QCP::phCacheLabels, false); // kept as pixels they would be pixels in an SVG, too
    axisRect()->setAutoMargins(QCP::msNone);
    yAxis->setTicks(false);
    yAxis->setTickLabels(false);
    yAxis->setRangeReversed(true);
    yAxis->grid()->setVisible(false);
    xAxis->setTickPen(Qt::NoPen);
    xAxis->setSubTicks(false);
    xAxis->setBasePen(Qt::NoPen);
    connect(&theme, &Theme::changed, this, [this] { follow(); });
    follow();
}

void Plot::follow()
{
    const Tokens &tokens = m_theme.tokens();
    setBackground(QBrush(tokens.base));
    xAxis->setTickLabelFont(m_theme.font(TextStyle::Caption));
    xAxis->setTickLabelColor(tokens.secondary);
    xAxis->grid()->setPen(QPen(tokens.grid, 1));
    xAxis->grid()->setZeroLinePen(Qt::NoPen); // whose zero means something has a line of its own
    yAxis->setBasePen(Qt::NoPen);
    requestReplot();
}

void Plot::requestReplot()
{
    m_isStale = !isVisible();
    if (!m_isStale)
        replot(rpQueuedReplot);
}

void Plot::showEvent(QShowEvent *event)
{
    QCustomPlot::showEvent(event);
    if (m_isStale)
        requestReplot();
}

void Plot::beginRows(int count, double low, double high)
{
    clearPlottables();
    clearItems();
    xAxis->setRange(low, high);
    yAxis->setRange(-0.5, std::max(1, count) - 0.5);
}

void Plot::setRoom(const QMargins &room)
{
    axisRect()->setMargins(room);
}

void Plot::setTicks(const QMap<double, QString> &ticks)
{
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (auto tick = ticks.begin(); tick != ticks.end(); ++tick)
        ticker->addTick(tick.key(), tick.value());
    xAxis->setTicker(ticker);
}

void Plot::addWhisker(QCPAbstractPlottable &of, const QColor &colour, double minus, double plus, qreal width, qreal cap)
{
    auto *whisker = new QCPErrorBars(yAxis, xAxis);
    whisker->setDataPlottable(&of);
    whisker->setErrorType(QCPErrorBars::etValueError);
    whisker->setSymbolGap(0);
    whisker->setWhiskerWidth(cap);
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    whisker->setPen(pen);
    whisker->addData(minus, plus);
}

void Plot::addVerticalLine(double at, const QPen &pen)
{
    auto *line = new QCPItemStraightLine(this);
    line->point1->setCoords(at, 0);
    line->point2->setCoords(at, 1);
    line->setPen(pen);
}

QCPGraph &Plot::addMark(QPointF at, const QPainterPath &shape, const QPen &pen, const QBrush &brush)
{
    constexpr double OwnSize = 6; // at which a path is drawn as large as it is
    auto *mark = new MarkGraph(yAxis, xAxis);
    mark->setLineStyle(QCPGraph::lsNone);
    mark->addData(at.y(), at.x());
    mark->setScatterStyle(QCPScatterStyle(shape, pen, brush, OwnSize));
    return *mark;
}

void Plot::setOverlay(std::function<void(QPainter &)> overlay)
{
    m_overlay = std::move(overlay);
}

void Plot::paintEvent(QPaintEvent *)
{
    QCPPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().base);
    draw(&painter);
    if (m_overlay)
        m_overlay(painter);
}

} // namespace ui
