// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPainterPath>

class QPainter;

namespace ui {

// The outline of a workflow's marker: 1 disc, 2 square, 3 triangle, 4 diamond, 5 inverted triangle, 6 star, 7 hexagon;
// custom workflows (any other id) a cross with broad arms. Also usable as a scatter path.
QPainterPath workflowMarker(int id, QPointF centre, qreal radius);

// Draws it in the workflow's colour, filled or hollow.
void drawWorkflowMarker(QPainter &painter, int id, QPointF centre, qreal radius, bool isFilled, const Tokens &tokens,
                        const QColor &background);

} // namespace ui
