// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/ratepanel.h"

#include "ui/charts/plot.h"
#include "ui/compare/whiskers.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int RateLeft = 116;
constexpr int NarrowPlotLeft = 44; // behind marker and id
constexpr int MessagesFrom = 480; // px of width
constexpr int CountsFrom = 420;
constexpr int LeastRateWidth = 310;
constexpr qreal RateBarHeight = 14;
constexpr qreal Casing = 1; // on each side; without it whiskers vanish on dark bars

} // namespace

RatePanel::RatePanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{
    plot().setTicks({{0, u"0"_s}, {25, u"25"_s}, {50, u"50"_s}, {75, u"75"_s}, {100, u"100 %"_s}});
}

void RatePanel::setChart(const model::RateChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::RateRow &row : chart.rows)
        spoken << row.spoken;
    setWords(chart.words, spoken, int(chart.rows.size()));
}

int RatePanel::leastWidth() const
{
    return LeastRateWidth;
}

RatePanel::Columns RatePanel::columns() const
{
    const QFontMetrics strong(theme().font(TextStyle::Strong));
    const QFontMetrics body(theme().font(TextStyle::Body));
    const int gap = theme().px(metrics::Space16);
    Columns columns{};
    columns.hasMessages = width() >= theme().px(MessagesFrom);
    columns.hasCounts = width() >= theme().px(CountsFrom);
    columns.countRight = width() - (columns.hasCounts ? gap : 0);
    const int counts = columns.hasCounts ? body.horizontalAdvance(u"1,000,000"_s) + gap : 0;
    columns.intervalLeft = columns.countRight - counts - body.horizontalAdvance(u"83.4–85.3"_s);
    columns.rateRight = columns.intervalLeft - theme().px(metrics::Space12);
    columns.plotRight = columns.rateRight - strong.horizontalAdvance(u"100.0 %"_s) - gap;
    return columns;
}

QRect RatePanel::plotArea() const
{
    const int left = theme().px(columns().hasMessages ? RateLeft : NarrowPlotLeft);
    const int rows = std::max(1, int(m_chart.rows.size()));
    const QRect first = rowRect(0);
    return {left, first.y(), std::max(theme().px(40), columns().plotRight - left), rows * first.height()};
}

int RatePanel::rightRoom() const
{
    return QFontMetrics(theme().font(TextStyle::Caption)).horizontalAdvance(u"100 %"_s) / 2 + 2;
}

void RatePanel::fillPlot()
{
    const Tokens &tokens = theme().tokens();
    const qreal scale = theme().scale();
    plot().beginRows(int(m_chart.rows.size()), 0, 100);
    plot().addVerticalLine(0, QPen(tokens.text, 1));
    if (m_chart.today)
        plot().addVerticalLine(*m_chart.today * 100, QPen(tokens.text, 1, Qt::DotLine));
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        const model::RateRow &row = m_chart.rows[i];
        if (!row.instead.isEmpty()) {
            auto *words = new QCPItemText(&plot());
            words->position->setCoords(0, double(i));
            words->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            words->setPadding(QMargins(theme().px(metrics::Space8), 0, theme().px(metrics::Space4), 0));
            words->setText(row.instead);
            words->setFont(theme().font(TextStyle::Body));
            words->setColor(tokens.secondary);
            words->setBrush(tokens.base);
            continue;
        }
        const QColor colour = tokens.workflow(row.line.workflow);
        auto *bar = new QCPBars(plot().yAxis, plot().xAxis);
        bar->setWidthType(QCPBars::wtAbsolute);
        bar->setWidth(row.line.isDecided ? RateBarHeight * scale : (RateBarHeight - 2) * scale);
        bar->setBrush(row.line.isDecided ? QBrush(colour) : QBrush(tokens.base));
        bar->setPen(row.line.isDecided ? QPen(Qt::NoPen) : QPen(colour, 2 * scale));
        bar->addData(double(i), row.rate * 100);
        for (const bool isCasing : {true, false}) {
            const qreal more = isCasing ? 2 * Casing * scale : 0;
            const QColor pen = isCasing ? tokens.base : tokens.text;
            const auto add = [&](const engine::Interval &interval, qreal width, qreal cap) {
                plot().addWhisker(*bar, pen, (row.rate - interval.low) * 100, (interval.high - row.rate) * 100,
                                  width * scale + more, cap * scale);
            };
            add(row.always, whiskers::AlwaysWidth, whiskers::Cap);
            add(row.interval, whiskers::OnceWidth, 0);
        }
    }
    plot().requestReplot();
}

void RatePanel::paintColumns(QPainter &painter) const
{
    const Columns columns = this->columns();
    paintHead(painter, u"verified"_s, columns.rateRight, Qt::AlignRight);
    paintHead(painter, u"95 %"_s, columns.intervalLeft, Qt::AlignLeft);
    if (columns.hasCounts)
        paintHead(painter, u"ended"_s, columns.countRight, Qt::AlignRight);
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        const model::RateRow &row = m_chart.rows[i];
        const int place = int(i);
        model::ChartLine line = row.line;
        if (!columns.hasMessages)
            line.channels.clear();
        paintLine(painter, line, place);
        paintText(painter, row.rateText, columns.rateRight, place, Qt::AlignRight, !row.isCount, &Tokens::text);
        paintText(painter, row.intervalFigures, columns.intervalLeft, place, Qt::AlignLeft, false, &Tokens::secondary);
        if (columns.hasCounts)
            paintText(painter, row.count, columns.countRight, place, Qt::AlignRight, false, &Tokens::text);
    }
}

} // namespace ui
