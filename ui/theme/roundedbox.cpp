// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/roundedbox.h"

#include <QPainter>

namespace ui {

void drawRoundedBox(QPainter &painter, const QRectF &rect, qreal corner, const QColor &fill, const QColor &edge,
                    qreal edgeWidth)
{
    const qreal inset = edge.isValid() ? edgeWidth / 2 : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.isValid() ? QPen(edge, edgeWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset);
    painter.restore();
}

} // namespace ui
