// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/costpanel.h"

#include "ui/charts/plot.h"
#include "ui/theme/workflowmarker.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeastCostWidth = 280;
constexpr int CostPlotHeight = 136;
constexpr int CornerAway = 4;
constexpr int MostStepsBelow = 4; // that the axis goes on for words
constexpr qreal CrossWidth = 1.5;
constexpr qreal RingRoom = 10;
const QString BetterWords = u"↖ better"_s;
constexpr std::array IdDistances{16, 26, 36, 46}; // px from the point, across and up

} // namespace

CostPanel::CostPanel(const Theme &theme, QWidget *parent)
    : PlanePanel(theme, parent)
{ }

void CostPanel::setChart(const model::CostChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::CostPoint &point : chart.points)
        spoken << point.spoken;
    setWords(chart.words, spoken, int(chart.points.size()));
}

int CostPanel::leastWidth() const
{
    return LeastCostWidth;
}

int CostPanel::plotHeight() const
{
    return theme().px(CostPlotHeight);
}

int CostPanel::plotRight() const
{
    return width() - rightRoom();
}

void CostPanel::addCross(const model::CostPoint &point)
{
    const qreal scale = theme().scale();
    const QColor colour = theme().tokens().workflow(point.line.workflow);
    const auto bar = [&](QPointF from, QPointF to) {
        auto *line = new QCPCurve(plot().xAxis, plot().yAxis);
        line->setPen(QPen(colour, CrossWidth * scale, Qt::SolidLine, Qt::FlatCap));
        line->addData(from.x(), from.y());
        line->addData(to.x(), to.y());
    };
    bar({point.costInterval.low, point.percent}, {point.costInterval.high, point.percent});
    bar({point.cost, point.percentInterval.low}, {point.cost, point.percentInterval.high});
    const bool isFilled = point.line.isDecided;
    const qreal radius = (isFilled ? metrics::MarkerRadius : metrics::MarkerRadius * 5 / 6) * scale;
    plot().addMark({point.cost, point.percent}, workflowMarker(point.line.workflow, {}, radius),
                   QPen(isFilled ? theme().tokens().base : colour, (isFilled ? 1 : 2) * scale),
                   QBrush(isFilled ? colour : theme().tokens().base));
    if (point.isToday)
        addRing({point.cost, point.percent});
}

// What ids must not touch, in pixels.
std::vector<QRectF> CostPanel::crosses() const
{
    const qreal room = RingRoom * theme().scale();
    std::vector<QRectF> taken;
    for (const model::CostPoint &point : m_chart.points) {
        if (!point.isShown)
            continue;
        const QPointF at = pixelOf({point.cost, point.percent});
        taken.emplace_back(at - QPointF(room, room), at + QPointF(room, room));
        taken.emplace_back(pixelOf({point.costInterval.low, point.percent}) - QPointF(0, 1),
                           pixelOf({point.costInterval.high, point.percent}) + QPointF(0, 1));
        taken.emplace_back(pixelOf({point.cost, point.percentInterval.high}) - QPointF(1, 0),
                           pixelOf({point.cost, point.percentInterval.low}) + QPointF(1, 0));
    }
    return taken;
}

// Each in the first corner of its point where it touches nothing.
void CostPanel::addIds(std::vector<QRectF> taken)
{
    const QFontMetrics strong(theme().font(TextStyle::Strong));
    for (const model::CostPoint &point : m_chart.points) {
        if (!point.isShown)
            continue;
        QRectF box(0, 0, strong.horizontalAdvance(QString::number(point.line.workflow)) + 2, strong.height());
        std::optional<QPointF> offset;
        for (const int distance : IdDistances) {
            for (const QPointF corner : {QPointF(1, -1), QPointF(-1, -1), QPointF(1, 1), QPointF(-1, 1)}) {
                const QPointF tried = corner * theme().px(distance);
                box.moveCenter(pixelOf({point.cost, point.percent}) + tried);
                if (!offset && isFree(box, taken))
                    offset = tried;
            }
        }
        const QPointF chosen = offset.value_or(QPointF(theme().px(IdDistances[0]), -theme().px(IdDistances[0])));
        box.moveCenter(pixelOf({point.cost, point.percent}) + chosen);
        taken.push_back(box);
        addLabel({point.cost, point.percent}, chosen, QString::number(point.line.workflow), TextStyle::Strong);
    }
}

// Which way is better and what is far off, in words in corners that are free. Where none is for what is far off, the
// axis goes on below until the lower one is. What they cover.
std::vector<QRectF> CostPanel::addCornerWords()
{
    const QString far = m_chart.far.join(u'\n');
    model::FigureAxis percent = m_chart.percent;
    const auto in = [&](std::initializer_list<Qt::Alignment> corners) {
        std::vector<WordsPlace> places;
        for (const Qt::Alignment corner : corners) {
            const double cost = corner & Qt::AlignLeft ? m_chart.cost.from : m_chart.cost.to;
            places.push_back({{cost, corner & Qt::AlignTop ? percent.to : percent.from}, corner, CornerAway});
        }
        return places;
    };
    std::optional<WordsPlace> betterPlace;
    std::vector<WordsPlace> farPlaces;
    std::optional<WordsPlace> farPlace;
    std::vector<QRectF> covered;
    for (int steps = 0; steps <= MostStepsBelow; ++steps) {
        if (steps > 0) {
            percent.from = std::max(0.0, percent.from - percent.step);
            beginPlane(m_chart.cost, percent);
        }
        std::vector<QRectF> taken = crosses();
        betterPlace = freePlace(in({Qt::AlignLeft | Qt::AlignTop, Qt::AlignRight | Qt::AlignTop,
                                    Qt::AlignLeft | Qt::AlignBottom, Qt::AlignRight | Qt::AlignBottom}),
                                BetterWords, TextStyle::Caption, taken);
        covered.clear();
        if (betterPlace)
            covered.push_back(boxOf(*betterPlace, BetterWords, TextStyle::Caption));
        if (far.isEmpty())
            break;
        taken.insert(taken.end(), covered.begin(), covered.end());
        farPlaces
            = in({Qt::AlignRight | Qt::AlignBottom, Qt::AlignLeft | Qt::AlignBottom, Qt::AlignRight | Qt::AlignTop});
        farPlace = freePlace(farPlaces, far, TextStyle::Caption, taken);
        if (farPlace)
            break;
    }
    if (betterPlace)
        addWords(*betterPlace, BetterWords, TextStyle::Caption);
    if (!far.isEmpty()) {
        const WordsPlace place = farPlace.value_or(farPlaces.front());
        addWords(place, far, TextStyle::Caption);
        covered.push_back(boxOf(place, far, TextStyle::Caption));
    }
    return covered;
}

void CostPanel::fillPlot()
{
    if (m_chart.points.empty())
        return;
    beginPlane(m_chart.cost, m_chart.percent);
    std::vector<QRectF> taken = addCornerWords();
    for (std::size_t i = m_chart.points.size(); i-- > 0;) { // the best on top
        if (m_chart.points[i].isShown)
            addCross(m_chart.points[i]);
    }
    const std::vector<QRectF> drawn = crosses();
    taken.insert(taken.end(), drawn.begin(), drawn.end());
    addIds(std::move(taken));
    plot().requestReplot();
}

std::optional<QPointF> CostPanel::pointOf(int value) const
{
    const model::CostPoint &point = m_chart.points[std::size_t(value)];
    return point.isShown ? std::optional(QPointF(point.cost, point.percent)) : std::nullopt;
}

} // namespace ui
