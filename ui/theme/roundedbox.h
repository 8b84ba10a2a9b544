// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace ui {

// The box of every control, card and cell: filled, with an edge of the given width inside the rectangle, so that edges
// of whole pixels stay crisp. An invalid colour leaves out the fill or the edge.
void drawRoundedBox(QPainter &painter, const QRectF &rect, qreal corner, const QColor &fill, const QColor &edge,
                    qreal edgeWidth = 1);

} // namespace ui
