// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/planepanel.h"

#include "ui/charts/plot.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int PlotTop = 4; // half of the topmost figure
constexpr qreal Reach = 14; // px from a point to the pointer
constexpr qreal RingRadius = 10;
constexpr double Rounding = 1e-9; // that steps add up to

} // namespace

PlanePanel::PlanePanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{
    plot().yAxis->setRangeReversed(false);
}

int PlanePanel::bodyHeight() const
{
    return theme().px(PlotTop) + plotHeight();
}

QRect PlanePanel::plotArea() const
{
    const int left = theme().px(PlotLeft);
    return {left, bodyRect().y() + theme().px(PlotTop), std::max(theme().px(40), plotRight() - left), plotHeight()};
}

int PlanePanel::rightRoom() const
{
    return theme().px(metrics::Space16);
}

void PlanePanel::beginPlane(const model::FigureAxis &across, const model::FigureAxis &up,
                            const QMap<double, QString> &ticks)
{
    m_across = across;
    m_up = up;
    plot().beginRows(1, across.from, across.to);
    plot().yAxis->setRange(up.from, up.to);
    QMap<double, QString> under = ticks;
    if (ticks.isEmpty()) {
        for (double at = across.from; at <= across.to + Rounding; at += across.step)
            under.insert(at, QString::number(at, 'g', 6));
    }
    plot().setTicks(under);
    for (double at = up.from; at <= up.to + Rounding; at += up.step) {
        auto *line = new QCPItemStraightLine(&plot());
        line->setLayer(QStringLiteral("background"));
        line->point1->setCoords(across.from, at);
        line->point2->setCoords(across.to, at);
        line->setPen(QPen(theme().tokens().grid, 1));
    }
}

QPointF PlanePanel::pixelOf(QPointF at) const
{
    const QRect area = plotArea();
    const double right = (at.x() - m_across.from) / (m_across.to - m_across.from);
    const double up = (at.y() - m_up.from) / (m_up.to - m_up.from);
    return {area.left() + right * area.width(), area.top() + (1 - up) * area.height()};
}

int PlanePanel::valueAt(const QPoint &point) const
{
    int nearest = -1;
    double least = Reach * theme().scale();
    for (int value = 0; value < values().size(); ++value) {
        const auto at = pointOf(value);
        const double away = at ? QLineF(pixelOf(*at), point).length() : least;
        if (away < least) {
            least = away;
            nearest = value;
        }
    }
    return nearest;
}

void PlanePanel::addMark(QPointF at, const QPainterPath &shape, const QPen &pen, const QBrush &brush)
{
    constexpr double OwnSize = 6; // at which a path is drawn as large as it is
    auto *dot = new QCPGraph(plot().xAxis, plot().yAxis);
    dot->setLineStyle(QCPGraph::lsNone);
    dot->addData(at.x(), at.y());
    dot->setScatterStyle(QCPScatterStyle(shape, pen, brush, OwnSize));
}

void PlanePanel::addRing(QPointF at)
{
    QPainterPath circle;
    circle.addEllipse(QPointF(), RingRadius * theme().scale(), RingRadius * theme().scale());
    addMark(at, circle, QPen(theme().tokens().text, 1.5 * theme().scale()), QBrush(Qt::NoBrush));
}

void PlanePanel::addWords(QPointF at, const QString &words, TextStyle style, Qt::Alignment side, int away)
{
    auto *label = new QCPItemText(&plot());
    label->position->setCoords(at.x(), at.y());
    label->setPositionAlignment(side);
    const int gap = theme().px(away);
    label->setPadding(QMargins(gap, 2, gap, 2));
    label->setText(words);
    label->setFont(theme().font(style));
    label->setColor(style == TextStyle::Strong ? theme().tokens().text : theme().tokens().secondary);
}

void PlanePanel::paintColumns(QPainter &painter) const
{
    const QRect area = plotArea();
    painter.setFont(theme().font(TextStyle::Caption));
    painter.setPen(theme().tokens().secondary);
    const QFontMetrics caption = painter.fontMetrics();
    const int right = area.left() - theme().px(metrics::Space16) - 2;
    for (double at = m_up.from; at <= m_up.to + Rounding; at += m_up.step) {
        const double part = (at - m_up.from) / (m_up.to - m_up.from);
        const QString figure = QString::number(at, 'g', 4);
        painter.drawText(QPointF(right - caption.horizontalAdvance(figure),
                                 area.bottom() - part * area.height() + caption.ascent() / 2.0 - 1),
                         figure);
    }
}

} // namespace ui
