// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/detailgeometry.h"
#include "ui/theme/theme.h"

class QPainter;

namespace ui {

// The width of texts in `theme`, as layOutDetail() wants to know it.
std::function<qreal(const QString &, model::TextRole)> detailTextWidth(const Theme &theme);

// Replays the detail's lanes from the painter's origin, on base.
void paintDetail(QPainter &painter, const model::DetailGeometry &geometry, const Theme &theme);

} // namespace ui
