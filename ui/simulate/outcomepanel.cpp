// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/outcomepanel.h"

#include "ui/charts/plot.h"
#include "ui/theme/theme.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeastOutcomePlotWidth = 80;
constexpr int Indent = 8;
constexpr int HeadTop = 22;
constexpr int HeadBottom = 42;
constexpr int LeastPitch = 48;
constexpr int LargestPitch = 58;
constexpr int NameWidth = 112;
constexpr int BestWidth = 92;
constexpr qreal HeadRadius = 5.5;
constexpr qreal RingRadius = 9;

} // namespace

OutcomePanel::OutcomePanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{
    plot().setTicks({{0, u"0"_s}, {25, u"25"_s}, {50, u"50"_s}, {75, u"75"_s}, {100, u"100 %"_s}});
}

void OutcomePanel::setGrid(const model::OutcomeGrid &grid)
{
    m_grid = grid;
    QStringList spoken;
    for (const model::OutcomeRow &row : grid.rows)
        spoken << row.spoken;
    setWords(grid.words, spoken, int(grid.rows.size()));
}

int OutcomePanel::leastWidth() const
{
    return NameWidth + Indent + int(m_grid.workflows.size()) * LeastPitch + BestWidth + metrics::Space16;
}

OutcomePanel::Columns OutcomePanel::columns() const
{
    const QFontMetrics body(theme().font(TextStyle::Body));
    int name = theme().px(NameWidth);
    for (const model::OutcomeRow &row : m_grid.rows)
        name = std::max(name, body.horizontalAdvance(row.population));
    name = std::min(name, width() / 3);
    Columns columns{};
    const int count = int(m_grid.workflows.size());
    const int rest = width() - theme().px(Indent) - name - theme().px(BestWidth + metrics::Space16);
    columns.pitch = std::clamp(count > 0 ? rest / count : 0, theme().px(LeastPitch), theme().px(LargestPitch));
    columns.firstRight = theme().px(Indent) + name + columns.pitch;
    columns.bestLeft = columns.firstRight + std::max(0, count - 1) * columns.pitch + theme().px(metrics::Space24);
    columns.plotLeft = columns.bestLeft + theme().px(BestWidth + metrics::Space16);
    return columns;
}

QRect OutcomePanel::plotArea() const
{
    const int left = columns().plotLeft;
    const int right = width() - rightRoom();
    const QRect first = rowRect(0);
    const bool hasRoom = right - left >= theme().px(LeastOutcomePlotWidth);
    return {left, first.y(), hasRoom ? right - left : 0, std::max(1, int(m_grid.rows.size())) * first.height()};
}

int OutcomePanel::rightRoom() const
{
    return QFontMetrics(theme().font(TextStyle::Caption)).horizontalAdvance(u"100 %"_s) / 2 + 2;
}

void OutcomePanel::addMarker(int row, const model::OutcomeCell &cell)
{
    const Tokens &tokens = theme().tokens();
    const qreal scale = theme().scale();
    const QColor colour = tokens.workflow(cell.workflow);
    const qreal radius = (cell.isBest ? metrics::SmallMarkerRadius : metrics::SmallMarkerRadius - 0.75) * scale;
    plot().addMark({cell.rate * 100, double(row)}, workflowMarker(cell.workflow, {}, radius),
                   QPen(cell.isBest ? tokens.base : colour, (cell.isBest ? 1 : 1.5) * scale),
                   QBrush(cell.isBest ? colour : tokens.base));
}

// The line under a row goes on through the picture.
void OutcomePanel::addRowLine(int row)
{
    auto *line = new QCPItemStraightLine(&plot());
    line->setLayer(u"background"_s);
    line->point1->setCoords(0, row + 0.5);
    line->point2->setCoords(100, row + 0.5);
    line->setPen(QPen(theme().tokens().divider, 1));
}

void OutcomePanel::fillPlot()
{
    const Tokens &tokens = theme().tokens();
    plot().beginRows(int(m_grid.rows.size()), 0, 100);
    plot().addVerticalLine(0, QPen(tokens.text, 1));
    for (std::size_t i = 0; i < m_grid.rows.size(); ++i) {
        const auto &cells = m_grid.rows[i].cells;
        addRowLine(int(i));
        if (cells.empty())
            continue;
        const auto [least, most] = std::minmax_element(
            cells.begin(), cells.end(),
            [](const model::OutcomeCell &a, const model::OutcomeCell &b) { return a.rate < b.rate; });
        auto *span = new QCPGraph(plot().yAxis, plot().xAxis);
        span->setPen(QPen(tokens.divider, 1));
        span->addData({double(i), double(i)}, {least->rate * 100, most->rate * 100}, true);
        for (const bool isBest : {false, true}) { // those above the others
            for (const model::OutcomeCell &cell : cells) {
                if (cell.isBest == isBest)
                    addMarker(int(i), cell);
            }
        }
    }
    plot().requestReplot();
}

void OutcomePanel::paintHeads(QPainter &painter, const Columns &columns) const
{
    const Tokens &tokens = theme().tokens();
    const QRect band(0, theme().px(HeadTop), width(), theme().px(HeadBottom) - theme().px(HeadTop));
    painter.fillRect(band, tokens.header);
    paintHead(painter, u"population"_s, theme().px(Indent), Qt::AlignLeft);
    paintHead(painter, u"best or tied"_s, columns.bestLeft, Qt::AlignLeft);
    const qreal middle = band.center().y() + 0.5;
    painter.setFont(theme().font(TextStyle::Strong));
    for (std::size_t i = 0; i < m_grid.workflows.size(); ++i) {
        const int right = columns.firstRight + int(i) * columns.pitch;
        const QString id = QString::number(m_grid.workflows[i]);
        const int idLeft = right - painter.fontMetrics().horizontalAdvance(id);
        const QPointF centre(idLeft - theme().px(metrics::Space16), middle);
        const qreal scale = theme().scale();
        if (m_grid.workflows[i] == m_grid.today) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tokens.text, 1.5 * scale));
            painter.setBrush(tokens.base);
            painter.drawEllipse(centre, RingRadius * scale, RingRadius * scale);
        }
        drawWorkflowMarker(painter, m_grid.workflows[i], centre, HeadRadius * scale, true, tokens, tokens.header);
        painter.setPen(tokens.text);
        painter.drawText(QRect(idLeft, band.y(), right - idLeft + 1, band.height()), Qt::AlignVCenter, id);
    }
}

void OutcomePanel::paintColumns(QPainter &painter) const
{
    const Columns columns = this->columns();
    const Tokens &tokens = theme().tokens();
    paintHeads(painter, columns);
    const int nameWidth = columns.firstRight - columns.pitch - theme().px(Indent);
    for (std::size_t i = 0; i < m_grid.rows.size(); ++i) {
        const model::OutcomeRow &row = m_grid.rows[i];
        const int place = int(i);
        const QRect rect = rowRect(place);
        painter.fillRect(QRect(0, rect.bottom(), width(), 1), tokens.divider);
        const QFontMetrics body(theme().font(TextStyle::Body));
        paintText(painter, body.elidedText(row.population, Qt::ElideRight, nameWidth), theme().px(Indent), place,
                  Qt::AlignLeft, false, &Tokens::text);
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const model::OutcomeCell &cell = row.cells[at];
            paintText(painter, cell.figure, columns.firstRight + int(at) * columns.pitch, place, Qt::AlignRight,
                      cell.isBest, cell.isBest ? &Tokens::text : &Tokens::secondary);
        }
        paintText(painter, row.best, columns.bestLeft, place, Qt::AlignLeft, false,
                  row.cells.empty() ? &Tokens::secondary : &Tokens::text);
    }
}

} // namespace ui
