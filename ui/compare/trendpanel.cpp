// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/trendpanel.h"

#include "ui/charts/plot.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeastTrendWidth = 280;
constexpr int WorkflowHeight = 36;
constexpr int TrendLeft = 64; // behind marker, id and the scale
constexpr double PictureShare = 0.62; // of a row; the rest keeps pictures apart
constexpr qreal DotRadius = 3.5;
constexpr qreal LineWidth = 1.5;
constexpr int LeastLabelGap = 12; // px between the labels of weeks

} // namespace

TrendPanel::TrendPanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{ }

// Beside the room that the plot has for its own labels.
int TrendPanel::scaleRight(const Theme &theme)
{
    return theme.px(TrendLeft) - theme.px(metrics::Space16) - 2;
}

double TrendPanel::heightOf(int row, double percent)
{
    return row + PictureShare * (0.5 - percent / 100);
}

void TrendPanel::setChart(const model::TrendChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::TrendRow &row : chart.rows) {
        for (const model::TrendWeek &week : row.weeks)
            spoken << week.spoken;
    }
    setWords(chart.words, spoken, int(chart.rows.size()));
}

int TrendPanel::leastWidth() const
{
    return LeastTrendWidth;
}

int TrendPanel::pitch() const
{
    return theme().px(WorkflowHeight);
}

QRect TrendPanel::plotArea() const
{
    const int left = theme().px(TrendLeft);
    const int figures = QFontMetrics(theme().font(TextStyle::Strong)).horizontalAdvance(u"100.0 %"_s);
    const QRect body = bodyRect();
    return {left, body.y(), std::max(theme().px(40), width() - left - figures - theme().px(metrics::Space16)),
            body.height()};
}

int TrendPanel::rightRoom() const
{
    return theme().px(metrics::Space16);
}

void TrendPanel::addWeek(int place, int week, const model::TrendRow &row)
{
    const qreal scale = theme().scale();
    const Tokens &tokens = theme().tokens();
    const QColor colour = tokens.workflow(row.line.workflow);
    const model::TrendWeek &each = row.weeks[std::size_t(week)];
    auto *whisker = new QCPCurve(plot().xAxis, plot().yAxis);
    whisker->setPen(QPen(colour, scale));
    whisker->addData(week, heightOf(place, each.interval.low));
    whisker->addData(week, heightOf(place, each.interval.high));
    plot().addMark({double(week), heightOf(place, each.percent)},
                   workflowMarker(row.line.workflow, {}, DotRadius * scale), QPen(colour, 1.5 * scale),
                   QBrush(each.isEnough ? colour : tokens.base));
}

// Where a week is missing, line and band have a gap.
void TrendPanel::addRow(int place, const model::TrendRow &row)
{
    const QColor colour = theme().tokens().workflow(row.line.workflow);
    QColor shade = colour;
    shade.setAlphaF(BandOpacity);
    const auto add = [&](const QPen &pen, double (*valueOf)(const model::TrendWeek &)) {
        auto *graph = new QCPGraph(plot().xAxis, plot().yAxis);
        graph->setPen(pen);
        for (std::size_t week = 0; week < row.weeks.size(); ++week) {
            const model::TrendWeek &each = row.weeks[week];
            graph->addData(double(week),
                           each.ended > 0 ? heightOf(place, valueOf(each)) : std::numeric_limits<double>::quiet_NaN());
        }
        return graph;
    };
    auto *low = add(Qt::NoPen, [](const model::TrendWeek &week) { return week.interval.low; });
    auto *high = add(Qt::NoPen, [](const model::TrendWeek &week) { return week.interval.high; });
    high->setBrush(shade);
    high->setChannelFillGraph(low);
    add(QPen(colour, LineWidth * theme().scale()), [](const model::TrendWeek &week) { return week.percent; });
    for (std::size_t week = 0; week < row.weeks.size(); ++week) {
        if (row.weeks[week].ended > 0)
            addWeek(place, int(week), row);
    }
}

void TrendPanel::fillPlot()
{
    if (m_chart.rows.empty())
        return;
    const int weeks = int(m_chart.weeks.size());
    const QFontMetrics caption(theme().font(TextStyle::Caption));
    const double pitch = double(plotArea().width()) / weeks;
    const int each
        = std::max(1, int(std::ceil((caption.horizontalAdvance(u"30 Sep"_s) + theme().px(LeastLabelGap)) / pitch)));
    QMap<double, QString> ticks;
    for (int week = 0; week < weeks; week += each)
        ticks.insert(week, m_chart.weeks.at(week));
    plot().setTicks(ticks);
    plot().beginRows(int(m_chart.rows.size()), -0.5, weeks - 0.5);
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        for (const double percent : {0.0, 50.0, 100.0}) {
            auto *line = new QCPItemStraightLine(&plot());
            line->setLayer(u"background"_s);
            line->point1->setCoords(0, heightOf(int(i), percent));
            line->point2->setCoords(1, heightOf(int(i), percent));
            line->setPen(QPen(percent == 0 ? theme().tokens().controlEdge : theme().tokens().grid, 1));
        }
        addRow(int(i), m_chart.rows[i]);
    }
    plot().requestReplot();
}

void TrendPanel::paintColumns(QPainter &painter) const
{
    const Tokens &tokens = theme().tokens();
    const QFontMetrics caption(theme().font(TextStyle::Caption));
    const bool areFiguresApart = pitch() * (1 - PictureShare) >= caption.height();
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        const model::TrendRow &row = m_chart.rows[i];
        model::ChartLine head = row.line;
        head.channels.clear(); // they stand beside the rates
        paintLine(painter, head, int(i));
        paintText(painter, row.latest, width(), int(i), Qt::AlignRight, false, &Tokens::text);
        painter.setFont(theme().font(TextStyle::Caption));
        painter.setPen(tokens.secondary);
        const QRect rect = rowRect(int(i));
        for (const int percent : {0, 100}) {
            if (percent == 100 && i > 0 && !areFiguresApart)
                continue; // it would touch the row's above; all rows have the same scale
            const double y = rect.y() + (heightOf(0, percent) + 0.5) * rect.height();
            const QString figure = QString::number(percent);
            painter.drawText(
                QPointF(scaleRight(theme()) - caption.horizontalAdvance(figure), y + caption.ascent() / 2.0 - 1),
                figure);
        }
    }
}

// In the table each week in which any ended has a row of its own.
int TrendPanel::rowOf(int value) const
{
    const auto hasEnded = [this](int each) {
        return m_chart.rows[std::size_t(lineOf(each))].weeks[std::size_t(each % valuesPerStep())].ended > 0;
    };
    if (!hasEnded(value))
        return -1;
    int row = 0;
    for (int each = 0; each < value; ++each)
        row += hasEnded(each);
    return row;
}

int TrendPanel::valueAt(const QPoint &point) const
{
    const int row = ChartPanel::valueAt(point);
    const QRect area = plotArea();
    if (row < 0 || !area.contains(point))
        return -1;
    const int week = (point.x() - area.left()) * valuesPerStep() / area.width();
    return row * valuesPerStep() + std::min(week, valuesPerStep() - 1);
}

std::optional<QPointF> TrendPanel::pointOf(int value) const
{
    const int week = value % valuesPerStep();
    const model::TrendWeek &each = m_chart.rows[std::size_t(lineOf(value))].weeks[std::size_t(week)];
    return QPointF(week, heightOf(lineOf(value), each.ended > 0 ? each.percent : 0));
}

} // namespace ui
