// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pairpanel.h"

#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeastPairWidth = 280;
constexpr int PairHeight = 24;
constexpr int SecondX = 40; // of the pair's other workflow
constexpr int PairWidth = 72;

} // namespace

PairPanel::PairPanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{ }

void PairPanel::setChart(const model::PairTable &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::PairRow &row : chart.rows)
        spoken << row.spoken;
    setWords(chart.words, spoken, int(chart.rows.size()));
}

int PairPanel::leastWidth() const
{
    return LeastPairWidth;
}

int PairPanel::pitch() const
{
    return theme().px(PairHeight);
}

int PairPanel::ticksHeight() const
{
    return theme().px(metrics::Space4);
}

// Those that are not needed come last and go first.
std::vector<PairPanel::Column> PairPanel::columns() const
{
    using Row = model::PairRow;
    std::vector<Column> columns{{u"points"_s, u"+39.8"_s, &Row::points, true},
                                {u"95 %"_s, u"−44.8 to −34.7"_s, &Row::between, true},
                                {u"p, Holm"_s, u"< 0.001"_s, &Row::fisherHolm, true},
                                {u"log-rank"_s, u"< 0.001"_s, &Row::logRank, false},
                                {u"Fisher"_s, u"< 0.001"_s, &Row::fisher, false}};
    const QFontMetrics strong(theme().font(TextStyle::Strong));
    const QFontMetrics caption(theme().font(TextStyle::Caption));
    int right = theme().px(PairWidth);
    for (Column &column : columns) {
        const int widest = std::max(strong.horizontalAdvance(column.widest), caption.horizontalAdvance(column.head));
        const int next = right + widest + (right > theme().px(PairWidth) ? theme().px(metrics::Space12) : 0);
        if (!column.isNeeded && next > width())
            break;
        column.right = right = next;
    }
    return columns;
}

QStringList PairPanel::shownHeads() const
{
    QStringList heads;
    for (const Column &column : columns()) {
        if (column.right > 0)
            heads << column.head;
    }
    return heads;
}

void PairPanel::paintColumns(QPainter &painter) const
{
    const Tokens &tokens = theme().tokens();
    const std::vector<Column> columns = this->columns();
    for (const Column &column : columns) {
        if (column.right > 0 && !isTelling())
            paintHead(painter, column.head, column.right, Qt::AlignRight);
    }
    for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
        const model::PairRow &row = m_chart.rows[i];
        const int place = int(i);
        const QRect rect = rowRect(place);
        painter.fillRect(QRect(0, rect.bottom(), width(), 1), tokens.grid);
        for (const auto &[id, x] : {std::pair(row.a, 0), std::pair(row.b, SecondX)}) {
            drawWorkflowMarker(painter, id, QPointF(theme().px(x + 7), rect.center().y() + 0.5),
                               metrics::SmallMarkerRadius * theme().scale(), true, tokens, tokens.base);
            paintText(painter, QString::number(id), theme().px(x + 18), place, Qt::AlignLeft, true, &Tokens::text);
        }
        for (const Column &column : columns) {
            if (column.right == 0)
                continue;
            const bool isStrong = column.figure == &model::PairRow::points && row.isDecided;
            paintText(painter, row.*column.figure, column.right, place, Qt::AlignRight, isStrong,
                      column.figure == &model::PairRow::points ? &Tokens::text : &Tokens::secondary);
        }
    }
}

} // namespace ui
