// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/endpanel.h"

#include "ui/charts/plot.h"
#include "ui/compare/partbar.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int EndLeft = 116;
constexpr int NarrowPlotLeft = 44; // behind marker and id
constexpr int WideFrom = 420;
constexpr int LeastEndWidth = 280;

} // namespace

EndPanel::EndPanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{
    plot().setTicks({{0, u"0"_s}, {25, u"25"_s}, {50, u"50"_s}, {75, u"75"_s}, {100, u"100 %"_s}});
}

void EndPanel::setChart(const model::EndChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::EndRow &row : chart.rows) {
        for (const model::EndPart &part : row.parts)
            spoken << part.spoken;
    }
    setWords(chart.words, spoken, int(chart.rows.size()));
}

std::pair<int, int> EndPanel::placeOf(int value) const
{
    int left = value;
    for (std::size_t row = 0; row < m_chart.rows.size(); ++row) {
        const int parts = int(m_chart.rows[row].parts.size());
        if (left < parts)
            return {int(row), left};
        left -= parts;
    }
    return {0, 0};
}

bool EndPanel::hasMessages() const
{
    return width() >= theme().px(WideFrom);
}

int EndPanel::leastWidth() const
{
    return LeastEndWidth;
}

QRect EndPanel::plotArea() const
{
    const int left = theme().px(hasMessages() ? EndLeft : NarrowPlotLeft);
    const int rows = std::max(1, int(m_chart.rows.size()));
    const QRect first = rowRect(0);
    return {left, first.y(), std::max(theme().px(40), width() - left - rightRoom()), rows * first.height()};
}

int EndPanel::rightRoom() const
{
    return QFontMetrics(theme().font(TextStyle::Caption)).horizontalAdvance(u"100 %"_s) / 2 + 2;
}

void EndPanel::fillPlot()
{
    plot().beginRows(int(m_chart.rows.size()), 0, 100);
    plot().addVerticalLine(0, QPen(theme().tokens().text, 1));
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        double start = 0;
        for (const model::EndPart &part : m_chart.rows[i].parts) {
            auto *bar = new PartBar(theme(), plot().yAxis, plot().xAxis, part);
            bar->setBaseValue(start);
            bar->addData(double(i), part.share * 100);
            start += part.share * 100;
        }
    }
    plot().requestReplot();
}

void EndPanel::paintColumns(QPainter &painter) const
{
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        model::ChartLine line = m_chart.rows[i].line;
        if (!hasMessages())
            line.channels.clear(); // they stand beside the rates
        paintLine(painter, line, int(i));
    }
}

int EndPanel::valueAt(const QPoint &point) const
{
    const int row = ChartPanel::valueAt(point);
    const QRect area = plotArea();
    if (row < 0 || point.x() < area.left() || point.x() > area.right())
        return -1;
    const double share = double(point.x() - area.left()) / area.width();
    int value = 0;
    for (int i = 0; i < row; ++i)
        value += int(m_chart.rows[std::size_t(i)].parts.size());
    double start = 0;
    for (const model::EndPart &part : m_chart.rows[std::size_t(row)].parts) {
        start += part.share;
        if (share <= start)
            return value;
        ++value;
    }
    return value - 1;
}

} // namespace ui
