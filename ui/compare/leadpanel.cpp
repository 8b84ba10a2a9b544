// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/leadpanel.h"

#include "model/compare/ratewords.h"
#include "ui/charts/plot.h"
#include "ui/compare/whiskers.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeadLeft = 56; // behind marker and id
constexpr int LeastLeadWidth = 310;
constexpr QSizeF CutArrow{7, 8}; // an interval goes on
constexpr QSizeF OffArrow{11, 12}; // the dot itself is further off

const QString CutName = u"cut"_s;

} // namespace

QPainterPath edgeArrow(double side, QSizeF size)
{
    const double back = side < 0 ? size.width() : -size.width();
    QPainterPath path;
    path.addPolygon(QPolygonF({{0, 0}, {back, -size.height() / 2}, {back, size.height() / 2}}));
    path.closeSubpath();
    return path;
}

LeadPanel::LeadPanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{ }

void LeadPanel::setChart(const model::LeadChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::LeadRow &row : chart.rows)
        spoken << row.spoken;
    setWords(chart.words, spoken, int(chart.rows.size()));
}

int LeadPanel::leastWidth() const
{
    return LeastLeadWidth;
}

int LeadPanel::betweenLeft() const
{
    const QFontMetrics body(theme().font(TextStyle::Body));
    return width() - body.horizontalAdvance(u"−44.8 to −34.7"_s);
}

int LeadPanel::pointsRight() const
{
    return betweenLeft() - theme().px(metrics::Space12);
}

QRect LeadPanel::plotArea() const
{
    const int left = theme().px(LeadLeft);
    const int right = pointsRight() - QFontMetrics(theme().font(TextStyle::Strong)).horizontalAdvance(u"−39.8"_s)
        - theme().px(metrics::Space16);
    const int rows = std::max(1, int(m_chart.rows.size()));
    const QRect first = rowRect(0);
    return {left, first.y(), std::max(theme().px(40), right - left), rows * first.height()};
}

void LeadPanel::addBand()
{
    const Tokens &tokens = theme().tokens();
    if (m_chart.margin <= 0)
        return;
    auto *band = new QCPItemRect(&plot());
    band->setLayer(u"background"_s);
    band->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
    band->topLeft->setCoords(-m_chart.margin, -0.5);
    band->bottomRight->setCoords(m_chart.margin, double(m_chart.rows.size()) - 0.5);
    band->setBrush(tokens.header);
    band->setPen(Qt::NoPen);
    const QPen edge(tokens.controlEdge, 1, Qt::DotLine);
    plot().addVerticalLine(-m_chart.margin, edge);
    plot().addVerticalLine(m_chart.margin, edge);
    plot().addVerticalLine(0, QPen(theme().tokens().text, 1));
}

void LeadPanel::addArrow(int place, double side, QSizeF size, const QColor &colour)
{
    plot()
        .addMark({std::copysign(m_chart.reach, side), double(place)}, edgeArrow(side, size * theme().scale()),
                 QPen(Qt::transparent), QBrush(colour))
        .setName(CutName);
}

void LeadPanel::addRow(int place, const model::LeadRow &row)
{
    const Tokens &tokens = theme().tokens();
    const qreal scale = theme().scale();
    const QColor colour = tokens.workflow(row.line.workflow);
    const double reach = m_chart.reach;
    const bool isOff = std::abs(row.points) > reach;
    const bool isSeen = !row.isBaseline && row.always.high > -reach && row.always.low < reach;
    const qreal radius = (row.line.isDecided ? metrics::MarkerRadius : metrics::MarkerRadius * 5 / 6) * scale;
    QCPGraph &dot = plot().addMark({row.points, double(place)},
                                   isOff ? QPainterPath() : workflowMarker(row.line.workflow, {}, radius),
                                   QPen(colour, 2 * scale), row.line.isDecided ? colour : tokens.base);
    if (isSeen) {
        plot().addWhisker(dot, colour, row.points - row.always.low, row.always.high - row.points,
                          whiskers::AlwaysWidth * scale, whiskers::Cap * scale);
        plot().addWhisker(dot, colour, row.points - row.once.low, row.once.high - row.points,
                          whiskers::OnceWidth * scale, 0);
        dot.setLayer(dot.layer()); // over them
    }
    // The axis ends before the interval does, or before the dot.
    if (row.always.low < -reach)
        addArrow(place, -1, isOff ? OffArrow : CutArrow, colour);
    if (row.always.high > reach)
        addArrow(place, 1, isOff ? OffArrow : CutArrow, colour);
    if (!isSeen && isOff) {
        auto *words = new QCPItemText(&plot());
        words->position->setCoords(std::copysign(reach * 0.9, row.points), place);
        words->setPositionAlignment((row.points < 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        words->setText(u"off the scale"_s);
        words->setFont(theme().font(TextStyle::Caption));
        words->setColor(tokens.secondary);
        words->setBrush(tokens.base); // no hairline through them
    }
}

void LeadPanel::fillPlot()
{
    const double reach = m_chart.reach;
    QMap<double, QString> ticks;
    for (const double at : {-reach, -reach / 2, 0.0, reach / 2, reach})
        ticks.insert(at, model::signedTick(at));
    plot().setTicks(ticks);
    plot().beginRows(int(m_chart.rows.size()), -reach, reach);
    if (m_chart.rows.empty())
        return;
    addBand();
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i)
        addRow(int(i), m_chart.rows[i]);
    plot().requestReplot();
}

void LeadPanel::paintColumns(QPainter &painter) const
{
    const QRect area = plotArea();
    paintHead(painter, u"behind"_s, area.left(), Qt::AlignLeft);
    if (m_chart.margin > 0)
        paintHead(painter, u"within "_s + QString::number(m_chart.margin), area.center().x(), Qt::AlignHCenter);
    paintHead(painter, u"ahead"_s, area.right(), Qt::AlignRight);
    paintHead(painter, u"points"_s, pointsRight(), Qt::AlignRight);
    paintHead(painter, u"between"_s, betweenLeft(), Qt::AlignLeft);
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        const model::LeadRow &row = m_chart.rows[i];
        model::ChartLine head = row.line;
        head.channels.clear(); // they stand beside the rates
        paintLine(painter, head, int(i));
        paintText(painter, row.pointsFigure, pointsRight(), int(i), Qt::AlignRight, true, &Tokens::text);
        paintText(painter, row.between, betweenLeft(), int(i), Qt::AlignLeft, false, &Tokens::secondary);
    }
}

} // namespace ui
