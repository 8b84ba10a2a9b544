// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/messagepanel.h"

#include "ui/charts/plot.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int MessageLeft = 72; // behind marker, id and channel
constexpr int LeastMessagePlotWidth = 80;
constexpr int LeastMessageWidth = 480;
constexpr qreal WhiskerWidth = 3;

} // namespace

MessagePanel::MessagePanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{ }

void MessagePanel::setChart(const model::MessageChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::MessageRow &row : chart.rows)
        spoken << row.spoken;
    setWords(chart.words, spoken, int(chart.rows.size()));
}

int MessagePanel::leastWidth() const
{
    return LeastMessageWidth;
}

MessagePanel::Columns MessagePanel::columns() const
{
    const QFontMetrics body(theme().font(TextStyle::Body));
    const QFontMetrics strong(theme().font(TextStyle::Strong));
    const QFontMetrics caption(theme().font(TextStyle::Caption));
    const int gap = theme().px(metrics::Space12);
    Columns columns{};
    columns.message = theme().px(MessageLeft);
    int words = 0;
    for (const model::MessageRow &row : m_chart.rows)
        words = std::max(words, body.horizontalAdvance(row.message));
    columns.plotLeft = columns.message + words + 2 * gap;
    columns.cost = width() - theme().px(metrics::Space8);
    const int costLeft = columns.cost - caption.horizontalAdvance(u"EUR per 1,000 more"_s);
    columns.between = costLeft - gap - body.horizontalAdvance(u"−44.8 to −34.7"_s);
    columns.points = columns.between - gap;
    columns.plotRight = columns.points - strong.horizontalAdvance(u"+39.8"_s) - 2 * gap;
    return columns;
}

QRect MessagePanel::plotArea() const
{
    const Columns columns = this->columns();
    const QRect first = rowRect(0);
    const int room = columns.plotRight - columns.plotLeft;
    return {columns.plotLeft, first.y(), room >= theme().px(LeastMessagePlotWidth) ? room : 0,
            std::max(1, int(m_chart.rows.size())) * first.height()};
}

int MessagePanel::rightRoom() const
{
    return theme().px(metrics::Space16);
}

void MessagePanel::addRow(int place, const model::MessageRow &row)
{
    const qreal scale = theme().scale();
    const QColor colour = theme().tokens().workflow(row.line.workflow);
    auto *stem = new QCPGraph(plot().yAxis, plot().xAxis);
    stem->setPen(QPen(colour, scale));
    stem->addData({double(place), double(place)}, {0, row.points}, true);
    QCPGraph &dot = plot().addMark(
        {row.points, double(place)}, workflowMarker(row.line.workflow, {}, metrics::SmallMarkerRadius * scale),
        QPen(colour, 1.5 * scale), QBrush(row.line.isDecided ? colour : theme().tokens().base));
    plot().addWhisker(dot, colour, row.points - row.between.low, row.between.high - row.points, WhiskerWidth * scale,
                      0);
}

void MessagePanel::fillPlot()
{
    QMap<double, QString> ticks;
    for (double at = std::ceil(m_chart.from / m_chart.step) * m_chart.step; at <= m_chart.to; at += m_chart.step)
        ticks.insert(at, QString::number(at).replace(u'-', u'−'));
    plot().setTicks(ticks);
    plot().beginRows(int(m_chart.rows.size()), m_chart.from, m_chart.to);
    plot().addVerticalLine(0, QPen(theme().tokens().text, 1));
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i)
        addRow(int(i), m_chart.rows[i]);
    plot().requestReplot();
}

void MessagePanel::paintColumns(QPainter &painter) const
{
    const Columns columns = this->columns();
    paintHead(painter, u"message"_s, columns.message, Qt::AlignLeft);
    paintHead(painter, u"points"_s, columns.points, Qt::AlignRight);
    paintHead(painter, u"between"_s, columns.between, Qt::AlignLeft);
    paintHead(painter, u"EUR per 1,000 more"_s, columns.cost, Qt::AlignRight);
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        const model::MessageRow &row = m_chart.rows[i];
        const int place = int(i);
        if (row.isFirst && place > 0)
            painter.fillRect(QRect(0, rowRect(place).y(), width(), 1), theme().tokens().divider);
        paintLine(painter, row.line, place);
        paintText(painter, row.message, columns.message, place, Qt::AlignLeft, false, &Tokens::text);
        QColor Tokens::*role = row.line.isDecided ? &Tokens::text : &Tokens::secondary;
        paintText(painter, row.pointsFigure, columns.points, place, Qt::AlignRight, row.line.isDecided, role);
        paintText(painter, row.betweenFigures, columns.between, place, Qt::AlignLeft, false, &Tokens::secondary);
        paintText(painter, row.cost, columns.cost, place, Qt::AlignRight, false, role);
    }
}

} // namespace ui
