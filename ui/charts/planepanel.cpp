// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/planepanel.h"

#include "ui/charts/plot.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int PlotTop = 4; // half of the topmost figure
constexpr qreal Reach = 14; // px from a point to the pointer
constexpr qreal RingRadius = 10;
constexpr int WordsPadding = 2; // px over and under words
constexpr float PlateOpacity = 0.85F; // under them
constexpr double Rounding = 1e-9; // that steps add up to
constexpr int TickLabelGap = 6; // px between the labels under the plot

} // namespace

PlanePanel::PlanePanel(const Theme &theme, QWidget *parent)
    : ChartPanel(theme, parent)
{
    plot().yAxis->setRangeReversed(false);
}

int PlanePanel::bodyHeight() const
{
    return theme().px(PlotTop) + plotHeight();
}

QRect PlanePanel::plotArea() const
{
    const int left = theme().px(PlotLeft);
    return {left, bodyRect().y() + theme().px(PlotTop), std::max(theme().px(40), plotRight() - left), plotHeight()};
}

int PlanePanel::rightRoom() const
{
    return theme().px(metrics::Space16);
}

void PlanePanel::beginPlane(const model::FigureAxis &across, const model::FigureAxis &up,
                            const QMap<double, QString> &ticks)
{
    m_across = across;
    m_up = up;
    plot().beginRows(1, across.from, across.to);
    plot().yAxis->setRange(up.from, up.to);
    QMap<double, QString> under = ticks;
    if (ticks.isEmpty()) {
        for (double at = across.from; at <= across.to + Rounding; at += across.step)
            under.insert(at, QString::number(at, 'g', 6));
    }
    plot().setTicks(thinned(std::move(under)));
    for (double at = up.from; at <= up.to + Rounding; at += up.step) {
        auto *line = new QCPItemStraightLine(&plot());
        line->setLayer(QStringLiteral("background"));
        line->point1->setCoords(across.from, at);
        line->point2->setCoords(across.to, at);
        line->setPen(QPen(theme().tokens().grid, 1));
    }
}

QMap<double, QString> PlanePanel::thinned(QMap<double, QString> ticks) const
{
    const QFontMetrics caption(theme().font(TextStyle::Caption));
    double free = -theme().px(PlotLeft);
    for (auto tick = ticks.begin(); tick != ticks.end(); ++tick) {
        const double half = caption.horizontalAdvance(tick.value()) / 2.0;
        const double middle = (tick.key() - m_across.from) / (m_across.to - m_across.from) * plotArea().width();
        if (middle - half < free)
            tick.value().clear();
        else
            free = middle + half + theme().px(TickLabelGap);
    }
    return ticks;
}

QPointF PlanePanel::pixelOf(QPointF at) const
{
    const QRect area = plotArea();
    const double right = (at.x() - m_across.from) / (m_across.to - m_across.from);
    const double up = (at.y() - m_up.from) / (m_up.to - m_up.from);
    return {area.left() + right * area.width(), area.top() + (1 - up) * area.height()};
}

int PlanePanel::valueAt(const QPoint &point) const
{
    int nearest = -1;
    double least = Reach * theme().scale();
    for (int value = 0; value < values().size(); ++value) {
        const auto at = pointOf(value);
        const double away = at ? QLineF(pixelOf(*at), point).length() : least;
        if (away < least) {
            least = away;
            nearest = value;
        }
    }
    return nearest;
}

void PlanePanel::addRing(QPointF at)
{
    QPainterPath circle;
    circle.addEllipse(QPointF(), RingRadius * theme().scale(), RingRadius * theme().scale());
    plot().addMark(at, circle, QPen(theme().tokens().text, 1.5 * theme().scale()), QBrush(Qt::NoBrush));
}

QRectF PlanePanel::boxOf(const WordsPlace &place, const QString &words, TextStyle style) const
{
    const QFontMetrics font(theme().font(style));
    QRectF box(QPointF(), font.size(0, words) + QSize(0, 2 * WordsPadding));
    const QPointF at = pixelOf(place.at) + offsetOf(place);
    box.moveLeft(place.side & Qt::AlignRight ? at.x() - box.width() : at.x());
    box.moveTop(place.side & Qt::AlignBottom        ? at.y() - box.height()
                    : place.side & Qt::AlignVCenter ? at.y() - box.height() / 2
                                                    : at.y());
    return box;
}

QPointF PlanePanel::offsetOf(const WordsPlace &place) const
{
    return {double(theme().px(place.away)) * (place.side & Qt::AlignRight ? -1 : 1), 0};
}

bool PlanePanel::isFree(const QRectF &box, const std::vector<QRectF> &taken) const
{
    return QRectF(plotArea()).adjusted(-1, -1, 1, 1).contains(box)
        && std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(box); });
}

std::optional<PlanePanel::WordsPlace> PlanePanel::freePlace(const std::vector<WordsPlace> &places, const QString &words,
                                                            TextStyle style, const std::vector<QRectF> &taken) const
{
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const WordsPlace &place) { return isFree(boxOf(place, words, style), taken); });
    return found == places.end() ? std::nullopt : std::optional(*found);
}

void PlanePanel::addWords(const WordsPlace &place, const QString &words, TextStyle style)
{
    QCPItemText &label = addLabel(place.at, offsetOf(place), words, style);
    label.setPositionAlignment(place.side);
    label.setPadding(QMargins(0, WordsPadding, 0, WordsPadding));
}

QCPItemText &PlanePanel::addLabel(QPointF at, QPointF offset, const QString &words, TextStyle style)
{
    auto *origin = new QCPItemTracer(&plot());
    origin->setStyle(QCPItemTracer::tsNone);
    origin->position->setCoords(at);
    auto *label = new QCPItemText(&plot());
    label->position->setParentAnchor(origin->position);
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->position->setCoords(offset);
    label->setText(words);
    label->setFont(theme().font(style));
    label->setColor(style == TextStyle::Strong ? theme().tokens().text : theme().tokens().secondary);
    QColor plate = theme().tokens().base;
    plate.setAlphaF(PlateOpacity);
    label->setBrush(plate);
    return *label;
}

void PlanePanel::paintColumns(QPainter &painter) const
{
    const QRect area = plotArea();
    painter.setFont(theme().font(TextStyle::Caption));
    painter.setPen(theme().tokens().secondary);
    const QFontMetrics caption = painter.fontMetrics();
    const int right = area.left() - theme().px(metrics::Space16) - 2;
    double free = area.bottom() + caption.height();
    for (double at = m_up.from; at <= m_up.to + Rounding; at += m_up.step) {
        const double part = (at - m_up.from) / (m_up.to - m_up.from);
        const double middle = area.bottom() - part * area.height();
        if (middle > free - caption.ascent())
            continue; // it would touch the one below
        free = middle;
        const QString figure = QString::number(at, 'g', 4);
        painter.drawText(QPointF(right - caption.horizontalAdvance(figure), middle + caption.ascent() / 2.0 - 1),
                         figure);
    }
}

} // namespace ui
