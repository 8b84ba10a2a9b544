// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

namespace ui {

// The outline of a workflow's marker: 1 disc, 2 square, 3 triangle, 4 diamond, 5 inverted triangle, 6 star, 7 hexagon;
// custom workflows (any other id) a cross with broad arms. Also usable as a scatter path.
QPainterPath workflowMarker(int id, QPointF centre, qreal radius);

} // namespace ui
