// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/timelinegeometry.h"
#include "ui/theme/theme.h"

#include <QPointF>

class QPainter;

// Replays what model/timeline laid out. Lines, marks and colours come from the theme; nothing is decided here.
namespace ui {

// The width of captions in `theme`, as layOut() wants to know it.
std::function<qreal(const QString &)> captionWidth(const Theme &theme);

// A row. `origin` is pixel 0 of the axis, on the line; `background` the colour of the row.
void paintTimeline(QPainter &painter, const model::TimelineGeometry &geometry, QPoint origin, const Theme &theme,
                   const QColor &background);

// The axis' hairlines through an area whose left edge is pixel 0 of the axis.
void paintHairlines(QPainter &painter, const std::vector<model::AxisTick> &ticks, const QRect &area,
                    const Theme &theme);

// A stretch of a line of messages: of a row or of the detail's.
void paintRun(QPainter &painter, const model::TimelineRun &run, QPointF origin, bool isRunning, const Theme &theme);

// A line of text from its left end, its capitals centred on a height; in the painter's font and pen.
void drawTextAt(QPainter &painter, QPointF leftMiddle, const QString &text);

} // namespace ui
