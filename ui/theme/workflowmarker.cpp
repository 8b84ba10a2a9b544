// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/workflowmarker.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr qreal ThickestEdge = 2.5; // of a hollow marker

QPainterPath polygon(std::initializer_list<QPointF> corners)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(corners)));
    path.closeSubpath();
    return path;
}

// count corners, the first one firstDegrees clockwise from the right, radii taken in turn.
QPainterPath corners(int count, qreal firstDegrees, std::initializer_list<qreal> radii)
{
    QPolygonF points;
    for (int i = 0; i < count; ++i) {
        const qreal angle = qDegreesToRadians(firstDegrees + 360.0 * i / count);
        const qreal radius = radii.begin()[std::size_t(i) % radii.size()];
        points << QPointF(std::cos(angle), std::sin(angle)) * radius;
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

// A cross with broad arms.
QPainterPath broadCross()
{
    return polygon({{-0.35, -1},
                    {0.35, -1},
                    {0.35, -0.35},
                    {1, -0.35},
                    {1, 0.35},
                    {0.35, 0.35},
                    {0.35, 1},
                    {-0.35, 1},
                    {-0.35, 0.35},
                    {-1, 0.35},
                    {-1, -0.35},
                    {-0.35, -0.35}});
}

// Around the origin, for radius 1. Custom workflows, which have no colours, differ by theirs alone.
QPainterPath unitMarker(int id)
{
    switch (id) {
    case 1: {
        QPainterPath path;
        path.addEllipse(QPointF(), 0.95, 0.95);
        return path;
    }
    case 2:
        return polygon({{-0.85, -0.85}, {0.85, -0.85}, {0.85, 0.85}, {-0.85, 0.85}});
    case 3:
        return polygon({{0, -1}, {1.05, 0.8}, {-1.05, 0.8}});
    case 4:
        return corners(4, -90, {1.15});
    case 5:
        return polygon({{0, 1}, {1.05, -0.8}, {-1.05, -0.8}});
    case 6:
        return corners(10, -90, {1.15, 0.5});
    case 7:
        return corners(6, 0, {1.05});
    case 9:
        return QTransform().rotate(45).map(broadCross());
    case 10:
        return corners(5, -90, {1.1});
    default:
        return broadCross();
    }
}

} // namespace

QPainterPath workflowMarker(int id, QPointF centre, qreal radius)
{
    QTransform transform = QTransform::fromTranslate(centre.x(), centre.y());
    transform.scale(radius, radius);
    return transform.map(unitMarker(id));
}

void drawWorkflowMarker(QPainter &painter, int id, QPointF centre, qreal radius, bool isFilled, const Tokens &tokens,
                        const QColor &background)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = tokens.workflow(id);
    if (isFilled) {
        painter.fillPath(workflowMarker(id, centre, radius), colour);
    } else {
        painter.setBrush(background);
        painter.setPen(QPen(colour, std::min(radius / 3, ThickestEdge)));
        painter.drawPath(workflowMarker(id, centre, radius * 5 / 6));
    }
    painter.restore();
}

} // namespace ui
