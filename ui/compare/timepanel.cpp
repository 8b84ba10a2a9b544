// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/timepanel.h"

#include "ui/charts/plot.h"
#include "ui/theme/marks.h"
#include "ui/theme/workflowmarker.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int LeastTimeWidth = 310;
constexpr int TimePlotHeight = 116;
constexpr int EndsWidth = 56; // markers and ids at the right end of the curves
constexpr int EndX = 26; // of the markers, from the right
constexpr int EndsGap = 16;
constexpr int LanesTop = 4;
constexpr int LaneHeight = 18;
constexpr qreal InQuestionWidth = 2.5;
constexpr qreal OtherWidth = 1.5;
constexpr qreal EndRadius = 5.5;
constexpr qreal HalfRadius = 3;
constexpr std::array HalfAway{4, 16, 28, 40}; // px from the point to its words
// Of the words, in per cent, and whether they stand over or under that.
constexpr std::array<std::pair<double, Qt::AlignmentFlag>, 5> HalfHeights{
    {{53, Qt::AlignBottom}, {47, Qt::AlignTop}, {25, Qt::AlignTop}, {2, Qt::AlignBottom}, {98, Qt::AlignTop}}};
constexpr int HoverReach = 12; // px up or down to a curve
const model::FigureAxis Shares{0, 100, 25};
const model::FigureAxis WholeTime{0, 1, 1};

} // namespace

std::vector<double> movedApart(std::vector<double> rising, double gap, double low, double high)
{
    for (std::size_t i = 0; i < rising.size(); ++i)
        rising[i] = std::max(rising[i], i == 0 ? low : rising[i - 1] + gap);
    double most = high;
    for (std::size_t i = rising.size(); i-- > 0; most = rising[i] - gap)
        rising[i] = std::min(rising[i], most);
    return rising;
}

TimePanel::TimePanel(const Theme &theme, QWidget *parent)
    : PlanePanel(theme, parent)
{ }

void TimePanel::setChart(const model::TimeChart &chart)
{
    m_chart = chart;
    QStringList spoken;
    for (const model::TimeLine &line : chart.lines) {
        for (const engine::seconds moment : chart.moments)
            spoken << line.sentence(moment);
    }
    setWords(chart.words, spoken, int(chart.lines.size()));
}

int TimePanel::leastWidth() const
{
    return LeastTimeWidth;
}

int TimePanel::plotHeight() const
{
    return theme().px(TimePlotHeight);
}

int TimePanel::plotRight() const
{
    return width() - theme().px(EndsWidth);
}

int TimePanel::stripHeight() const
{
    return theme().px(LanesTop) + int(m_chart.lanes.size()) * theme().px(LaneHeight);
}

int TimePanel::rightRoom() const
{
    return QFontMetrics(theme().font(TextStyle::Caption)).horizontalAdvance(u"10 min"_s) / 2 + 2;
}

qreal TimePanel::xOf(engine::milliseconds at) const
{
    const QRect area = plotArea();
    return area.left() + m_chart.axis.xAt(at) * area.width();
}

qreal TimePanel::yOf(double share) const
{
    const QRect area = plotArea();
    return area.top() + (1 - share) * area.height();
}

void TimePanel::addBand(const model::TimeLine &line)
{
    QColor colour = theme().tokens().workflow(line.line.workflow);
    colour.setAlphaF(BandOpacity);
    auto *low = new QCPGraph(plot().xAxis, plot().yAxis);
    auto *high = new QCPGraph(plot().xAxis, plot().yAxis);
    for (QCPGraph *edge : {low, high}) {
        edge->setLineStyle(QCPGraph::lsStepLeft);
        edge->setPen(Qt::NoPen);
        edge->addData(0, 0);
    }
    for (const engine::VerifiedShare &point : line.curve) {
        const double x = m_chart.axis.xAt(engine::seconds(point.second));
        low->addData(x, point.interval.low * 100);
        high->addData(x, point.interval.high * 100);
    }
    low->addData(1, line.curve.back().interval.low * 100);
    high->addData(1, line.curve.back().interval.high * 100);
    high->setBrush(colour);
    high->setChannelFillGraph(low);
}

void TimePanel::addCurve(const model::TimeLine &line)
{
    const qreal width = (line.isInQuestion ? InQuestionWidth : OtherWidth) * theme().scale();
    const QColor colour = theme().tokens().workflow(line.line.workflow);
    auto *curve = new QCPGraph(plot().xAxis, plot().yAxis);
    curve->setLineStyle(QCPGraph::lsStepLeft);
    curve->setPen(QPen(colour, width));
    curve->addData(0, 0);
    double percent = 0;
    for (const engine::VerifiedShare &point : line.curve) {
        percent = point.share * 100;
        curve->addData(m_chart.axis.xAt(engine::seconds(point.second)), percent);
    }
    const double end = m_chart.axis.xAt(line.life);
    curve->addData(std::max(end, curve->data()->constEnd()[-1].key), percent);
    if (end >= 1)
        return;
    auto *rest = new QCPGraph(plot().xAxis, plot().yAxis); // its requests have ended
    rest->setPen(QPen(colour, width / 2, Qt::DotLine));
    rest->addData({end, 1}, {percent, percent}, true);
}

void TimePanel::addHalf(const model::HalfVerified &half)
{
    const Tokens &tokens = theme().tokens();
    const double x = m_chart.axis.xAt(half.by);
    auto *drop = new QCPGraph(plot().xAxis, plot().yAxis);
    drop->setPen(QPen(tokens.text, 1, Qt::DotLine));
    drop->addData({x, x}, {0, 50});
    const qreal radius = HalfRadius * theme().scale();
    QPainterPath disc;
    disc.addEllipse(QPointF(), radius, radius);
    plot().addMark({x, 50}, disc, QPen(Qt::NoPen), QBrush(tokens.text));
    // The nearer to the point, the better.
    std::vector<WordsPlace> places;
    for (const int away : HalfAway) {
        const double beside = double(theme().px(away)) / plotArea().width();
        for (const auto &[percent, side] : HalfHeights) {
            places.push_back({{x - beside, percent}, side | Qt::AlignRight, 0});
            places.push_back({{x + beside, percent}, side | Qt::AlignLeft, 0});
        }
    }
    std::vector<QRectF> taken = curves();
    taken.emplace_back(pixelOf({0, 100}), pixelOf({0, 0}) + QPointF(theme().px(HalfAway.front()), 0)); // the axis
    taken.emplace_back(pixelOf({x, 50}), pixelOf({x, 0}) + QPointF(1, 0));
    const auto free = freePlace(places, half.words, TextStyle::Caption, taken);
    addWords(free.value_or(places.front()), half.words, TextStyle::Caption);
}

// What words must not touch: each step of each curve, with its interval where that is drawn, in pixels.
std::vector<QRectF> TimePanel::curves() const
{
    const qreal pen = InQuestionWidth * theme().scale() / 2 + 1;
    std::vector<QRectF> taken;
    for (const model::TimeLine &line : m_chart.lines) {
        QPointF before = pixelOf({0, 0});
        engine::Interval band;
        const bool hasBand = line.isInQuestion && m_chart.hasBands;
        const auto stepTo = [&](double x, const engine::VerifiedShare &point) {
            const QPointF at = pixelOf({x, point.share * 100});
            taken.push_back(QRectF(before, QPointF(at.x(), before.y())).normalized().adjusted(-pen, -pen, pen, pen));
            taken.push_back(QRectF(QPointF(at.x(), before.y()), at).normalized().adjusted(-pen, -pen, pen, pen));
            if (hasBand)
                taken.emplace_back(QPointF(before.x(), yOf(band.high)), QPointF(at.x(), yOf(band.low)));
            before = at;
            band = point.interval;
        };
        for (const engine::VerifiedShare &point : line.curve)
            stepTo(m_chart.axis.xAt(engine::seconds(point.second)), point);
        stepTo(1, line.curve.empty() ? engine::VerifiedShare() : line.curve.back());
    }
    return taken;
}

QMap<double, QString> TimePanel::ticks() const
{
    QMap<double, QString> ticks;
    for (const model::AxisTick &tick : m_chart.axis.ticks())
        ticks.insert(tick.x, tick.label);
    return ticks;
}

void TimePanel::fillPlot()
{
    if (m_chart.lines.empty())
        return;
    beginPlane(WholeTime, Shares, ticks());
    plot().addVerticalLine(0, QPen(theme().tokens().text, 1));
    for (const model::TimeLine &line : m_chart.lines) {
        if (line.isInQuestion && !line.curve.empty() && m_chart.hasBands)
            addBand(line);
    }
    for (const bool isInQuestion : {false, true}) { // those on top, the best of them last
        for (std::size_t i = m_chart.lines.size(); i-- > 0;) {
            if (m_chart.lines[i].isInQuestion == isInQuestion)
                addCurve(m_chart.lines[i]);
        }
    }
    if (m_chart.half)
        addHalf(*m_chart.half);
    plot().requestReplot();
}

std::vector<TimePanel::End> TimePanel::ends() const
{
    const QRect area = plotArea();
    std::vector<End> ends;
    for (const model::TimeLine &line : m_chart.lines)
        ends.push_back({&line, QPointF(area.right() + 1, yOf(line.curve.empty() ? 0 : line.curve.back().share)), {}});
    std::stable_sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.from.y() < b.from.y(); });
    std::vector<double> heights;
    for (const End &end : ends)
        heights.push_back(end.from.y());
    const int gap = theme().px(EndsGap);
    const std::vector<double> moved = movedApart(heights, gap, area.top(), area.bottom() - gap / 2.0);
    for (std::size_t i = 0; i < ends.size(); ++i)
        ends[i].to = QPointF(width() - theme().px(EndX), moved[i]);
    return ends;
}

void TimePanel::paintConnectors(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const End &end : ends()) {
        painter.setPen(QPen(theme().tokens().workflow(end.line->line.workflow), 1));
        painter.drawLine(end.from, end.to);
    }
}

void TimePanel::paintEnds(QPainter &painter) const
{
    const Tokens &tokens = theme().tokens();
    paintConnectors(painter);
    for (const End &end : ends()) {
        const engine::WorkflowId id = end.line->line.workflow;
        const qreal radius = EndRadius * theme().scale();
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.base);
        painter.drawEllipse(end.to, radius + 3, radius + 3); // the connector ends before it
        drawWorkflowMarker(painter, id, end.to, radius, end.line->line.isDecided, tokens, tokens.base);
        painter.setFont(theme().font(end.line->isInQuestion ? TextStyle::Strong : TextStyle::Body));
        painter.setPen(tokens.text);
        painter.drawText(end.to + QPointF(theme().px(12), painter.fontMetrics().ascent() / 2.0 - 1),
                         QString::number(id));
    }
}

// The part of the connectors that the plot would cover.
void TimePanel::paintOver(QPainter &painter) const
{
    painter.save();
    painter.translate(-plot().pos());
    painter.setClipRect(plot().geometry());
    paintConnectors(painter);
    painter.restore();
    PlanePanel::paintOver(painter);
}

void TimePanel::paintLane(QPainter &painter, const model::DispatchLane &lane, int place) const
{
    const qreal scale = theme().scale();
    const QRect area = plotArea();
    const int top = plot().geometry().bottom() + 1 + theme().px(LanesTop) + place * theme().px(LaneHeight);
    const qreal middle = top + theme().px(LaneHeight) / 2 + 0.5;
    Tokens tokens = theme().tokens();
    drawWorkflowMarker(painter, lane.line.workflow, QPointF(area.left() - theme().px(metrics::Space24), middle),
                       EndRadius * scale, lane.line.isDecided, tokens, tokens.base);
    painter.setPen(QPen(tokens.controlEdge, 1));
    const qreal end = xOf(lane.life);
    painter.drawLine(QPointF(area.left(), middle), QPointF(end, middle));
    painter.drawLine(QPointF(end, middle - 5 * scale), QPointF(end, middle + 5 * scale));
    tokens.running = tokens.secondary; // it is no state of a request
    for (const model::DispatchLane::Dispatch &each : lane.dispatches) {
        const Mark mark = each.channel == engine::Channel::Sms ? Mark::SmsDelivered : Mark::CallDelivered;
        drawMark(painter, mark, QPointF(std::round(xOf(each.at)), middle), scale * 13 / 14, tokens, tokens.base,
                 MarkHalo::Background);
    }
}

void TimePanel::paintColumns(QPainter &painter) const
{
    PlanePanel::paintColumns(painter);
    paintEnds(painter);
    for (std::size_t i = 0; i < m_chart.lanes.size(); ++i)
        paintLane(painter, m_chart.lanes[i], int(i));
}

engine::seconds TimePanel::secondAt(const QPoint &point) const
{
    const QRect area = plotArea();
    const double share = std::clamp(double(point.x() - area.left()) / area.width(), 0.0, 1.0);
    return std::chrono::floor<engine::seconds>(m_chart.axis.timeAt(share));
}

int TimePanel::lineAt(const QPoint &point) const
{
    if (!plotArea().contains(point))
        return -1;
    int nearest = -1;
    double least = theme().px(HoverReach);
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const engine::VerifiedShare share = engine::verifiedBy(m_chart.lines[i].curve, secondAt(point).count());
        const double away = std::abs(yOf(share.share) - point.y());
        if (away < least) {
            least = away;
            nearest = int(i);
        }
    }
    return nearest;
}

int TimePanel::valueAt(const QPoint &point) const
{
    const int line = lineAt(point);
    if (line < 0)
        return -1;
    const auto &moments = m_chart.moments;
    const double x = m_chart.axis.xAt(secondAt(point));
    const auto nearest = std::min_element(moments.begin(), moments.end(), [&](auto a, auto b) {
        return std::abs(m_chart.axis.xAt(a) - x) < std::abs(m_chart.axis.xAt(b) - x);
    });
    return line * int(moments.size()) + int(nearest - moments.begin());
}

std::optional<QPointF> TimePanel::pointOf(int value) const
{
    const engine::seconds moment = m_chart.moments[std::size_t(value % valuesPerStep())];
    const auto &curve = m_chart.lines[std::size_t(lineOf(value))].curve;
    return QPointF(m_chart.axis.xAt(moment), engine::verifiedBy(curve, moment.count()).share * 100);
}

// To the second, not only where the keys stop.
QString TimePanel::hoverWords(const QPoint &point) const
{
    const int line = lineAt(point);
    return line < 0 ? QString() : m_chart.lines[std::size_t(line)].sentence(secondAt(point));
}

} // namespace ui
