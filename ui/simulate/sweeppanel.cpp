// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/sweeppanel.h"

#include "ui/charts/plot.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int FewestRows = 8; // the picture is as high
constexpr int MostRows = 14;
constexpr int LeastSweepPlotWidth = 200;
constexpr int TableWidth = 304;
constexpr int EdgeHeadTop = 22;
constexpr int EdgeHeadBottom = 42;
constexpr int LeastSweepWidth = 400;
constexpr int TableFrom
    = PlanePanel::PlotLeft + LeastSweepPlotWidth + TableWidth + metrics::Space32; // in a narrower one, T shows it
constexpr qreal SmallRadius = 2.5;
constexpr qreal EdgeRadius = 3.5;
constexpr qreal LargeRadius = 6;
constexpr qreal TableRadius = 5.5;
constexpr int IdAway = 13; // px from a documented setting to its id
constexpr int WaitAway = 8; // and from the end of a line to its wait

} // namespace

SweepPanel::SweepPanel(const Theme &theme, QWidget *parent)
    : PlanePanel(theme, parent)
{ }

// The edge, and today's setting where it is not on it; a long edge is cut in the picture, the table twin has it all.
std::vector<std::size_t> SweepPanel::walked() const
{
    std::vector<std::size_t> places = m_chart.edge;
    const std::size_t most = std::size_t(MostRows) - (m_chart.today ? 1 : 0);
    if (places.size() > most)
        places.resize(most);
    if (m_chart.today)
        places.push_back(*m_chart.today);
    return places;
}

void SweepPanel::setChart(const model::SweepChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const std::size_t place : walked())
        spoken << chart.points[place].spoken;
    setWords(chart.words, spoken, std::max(FewestRows, int(spoken.size())));
}

int SweepPanel::leastWidth() const
{
    return LeastSweepWidth;
}

bool SweepPanel::hasTable() const
{
    return width() >= theme().px(TableFrom);
}

int SweepPanel::tableLeft() const
{
    return hasTable() ? width() - theme().px(TableWidth) : width();
}

int SweepPanel::plotHeight() const
{
    return std::max(FewestRows, int(walked().size())) * rowRect(0).height();
}

int SweepPanel::plotRight() const
{
    return tableLeft() - theme().px(metrics::Space32);
}

QRect SweepPanel::markedRect(int value) const
{
    return hasTable() ? rowRect(value).intersected(QRect(tableLeft(), 0, width(), height())) : QRect();
}

int SweepPanel::valueAt(const QPoint &point) const
{
    if (point.x() < tableLeft())
        return PlanePanel::valueAt(point);
    const int row = ChartPanel::valueAt(point);
    return row < values().size() ? row : -1;
}

std::optional<QPointF> SweepPanel::pointOf(int value) const
{
    const model::SweepPoint &point = m_chart.points[walked()[std::size_t(value)]];
    return point.isShown ? std::optional(QPointF(point.cost, point.percent)) : std::nullopt;
}

void SweepPanel::addLine(const std::vector<std::size_t> &line)
{
    auto *curve = new QCPCurve(plot().xAxis, plot().yAxis);
    for (const std::size_t place : line)
        curve->addData(m_chart.points[place].cost, m_chart.points[place].percent);
    curve->setPen(QPen(theme().tokens().workflow(m_chart.points[line.front()].workflow), 1.5 * theme().scale()));
}

void SweepPanel::addPoint(const model::SweepPoint &point)
{
    const Tokens &tokens = theme().tokens();
    const qreal radius = point.hasOwnTiming ? LargeRadius : point.isEfficient ? EdgeRadius : SmallRadius;
    plot().addMark({point.cost, point.percent}, workflowMarker(point.workflow, {}, radius * theme().scale()),
                   QPen(tokens.base, theme().scale() / 2), QBrush(tokens.workflow(point.workflow)));
}

// What a given price can buy at best: it steps up at each setting on the edge.
void SweepPanel::addEdge()
{
    auto *curve = new QCPCurve(plot().xAxis, plot().yAxis);
    double before = m_chart.percent.from;
    for (const std::size_t place : m_chart.edge) {
        const model::SweepPoint &point = m_chart.points[place];
        curve->addData(point.cost, before);
        curve->addData(point.cost, point.percent);
        before = point.percent;
    }
    curve->addData(m_chart.cost.to, before);
    QPen pen(theme().tokens().text, 1.25 * theme().scale());
    pen.setDashPattern({4, 3});
    curve->setPen(pen);
}

// What words must not touch: points, lines and the edge, in pixels.
std::vector<QRectF> SweepPanel::drawn() const
{
    const qreal scale = theme().scale();
    const auto pixel = [this](std::size_t place) {
        return pixelOf({m_chart.points[place].cost, m_chart.points[place].percent});
    };
    std::vector<QRectF> taken;
    const auto add = [&](QPointF from, QPointF to, qreal room) {
        taken.push_back(QRectF(from, to).normalized().adjusted(-room, -room, room, room));
    };
    for (std::size_t place = 0; place < m_chart.points.size(); ++place) {
        const model::SweepPoint &point = m_chart.points[place];
        if (point.isShown)
            add(pixel(place), pixel(place), (point.hasOwnTiming ? LargeRadius : EdgeRadius) * scale);
    }
    for (const auto &line : m_chart.lines) {
        for (std::size_t i = 1; i < line.size(); ++i)
            add(pixel(line[i - 1]), pixel(line[i]), scale);
    }
    double before = m_chart.percent.from;
    for (std::size_t i = 0; i < m_chart.edge.size(); ++i) {
        const QPointF step = pixel(m_chart.edge[i]);
        const double next = i + 1 < m_chart.edge.size() ? m_chart.points[m_chart.edge[i + 1]].cost : m_chart.cost.to;
        add({step.x(), pixelOf({0, before}).y()}, step, scale);
        before = m_chart.points[m_chart.edge[i]].percent;
        add(step, pixelOf({next, before}), scale);
    }
    return taken;
}

// The waits at both ends of each line, and the settings that are documented: each at the first side where it touches
// nothing.
void SweepPanel::addLabels()
{
    std::vector<QRectF> taken = drawn();
    const auto add = [&](const model::SweepPoint &point, int away, const QString &words, TextStyle style,
                         std::initializer_list<Qt::Alignment> sides) {
        std::vector<WordsPlace> places;
        for (const Qt::Alignment side : sides)
            places.push_back({{point.cost, point.percent}, side, away});
        const WordsPlace place = freePlace(places, words, style, taken).value_or(places.front());
        addWords(place, words, style);
        taken.push_back(boxOf(place, words, style));
    };
    const auto addWait = [&](const model::SweepPoint &point) {
        add(point, WaitAway, QString::number(point.wait.count()) + u" s"_s, TextStyle::Caption,
            {Qt::AlignRight | Qt::AlignBottom, Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignRight | Qt::AlignVCenter,
             Qt::AlignLeft | Qt::AlignBottom, Qt::AlignLeft | Qt::AlignTop, Qt::AlignRight | Qt::AlignTop});
    };
    for (const model::SweepPoint &point : m_chart.points) {
        if (!point.isShown || !point.hasOwnTiming)
            continue;
        if (point.isToday)
            addRing({point.cost, point.percent});
        const QString words = QString::number(point.workflow) + (point.isToday ? u"  today"_s : QString());
        add(point, IdAway, words, TextStyle::Strong,
            {Qt::AlignLeft | Qt::AlignVCenter, Qt::AlignRight | Qt::AlignVCenter, Qt::AlignLeft | Qt::AlignBottom,
             Qt::AlignRight | Qt::AlignTop, Qt::AlignLeft | Qt::AlignTop, Qt::AlignRight | Qt::AlignBottom});
    }
    for (const auto &line : m_chart.lines) {
        addWait(m_chart.points[line.front()]);
        if (line.size() > 1)
            addWait(m_chart.points[line.back()]);
    }
    if (!m_chart.far.isEmpty())
        addWords({{m_chart.cost.to, m_chart.percent.from}, Qt::AlignRight | Qt::AlignBottom, 2},
                 m_chart.far.join(u", "_s) + u" →"_s, TextStyle::Caption);
}

void SweepPanel::fillPlot()
{
    if (m_chart.points.empty())
        return;
    beginPlane(m_chart.cost, m_chart.percent);
    addEdge();
    for (const auto &line : m_chart.lines)
        addLine(line);
    for (const bool isLarge : {false, true}) { // the documented ones on top
        for (const model::SweepPoint &point : m_chart.points) {
            if (point.isShown && point.hasOwnTiming == isLarge)
                addPoint(point);
        }
    }
    addLabels();
    plot().requestReplot();
}

void SweepPanel::paintColumns(QPainter &painter) const
{
    PlanePanel::paintColumns(painter);
    if (!hasTable())
        return;
    const Tokens &tokens = theme().tokens();
    const QFontMetrics caption(theme().font(TextStyle::Caption));
    const int left = tableLeft();
    painter.fillRect(
        QRect(left, theme().px(EdgeHeadTop), width() - left, theme().px(EdgeHeadBottom) - theme().px(EdgeHeadTop)),
        tokens.header);
    const int costRight = width() - theme().px(metrics::Space8);
    const int percentRight = costRight - caption.horizontalAdvance(u"EUR per 1,000"_s) - theme().px(metrics::Space12);
    paintHead(painter, u"efficient edge"_s, left + theme().px(metrics::Space8), Qt::AlignLeft);
    paintHead(painter, u"% verified"_s, percentRight, Qt::AlignRight);
    paintHead(painter, u"EUR per 1,000"_s, costRight, Qt::AlignRight);
    const auto places = walked();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const model::SweepPoint &point = m_chart.points[places[i]];
        const int row = int(i);
        const QRect rect = rowRect(row);
        painter.fillRect(QRect(left, rect.bottom(), width() - left, 1), tokens.divider);
        const QPointF centre(left + theme().px(metrics::Space16), rect.center().y() + 0.5);
        if (point.isToday) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(tokens.text, 1.5 * theme().scale()));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(centre, 9 * theme().scale(), 9 * theme().scale());
        }
        drawWorkflowMarker(painter, point.workflow, centre, TableRadius * theme().scale(), true, tokens, tokens.base);
        paintText(painter, QString::number(point.workflow), left + theme().px(metrics::Space32), row, Qt::AlignLeft,
                  true, &Tokens::text);
        paintText(painter, point.isToday && !point.isEfficient ? u"today"_s : point.timing,
                  left + theme().px(metrics::Space32 + metrics::Space16), row, Qt::AlignLeft, false, &Tokens::text);
        QColor Tokens::*role = point.isEfficient ? &Tokens::text : &Tokens::secondary;
        paintText(painter, point.percentFigure, percentRight, row, Qt::AlignRight, point.isEfficient, role);
        paintText(painter, point.costFigure, costRight, row, Qt::AlignRight, point.isEfficient, role);
    }
}

} // namespace ui
