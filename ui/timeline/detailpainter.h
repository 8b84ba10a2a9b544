// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline/detailgeometry.h"
#include "ui/theme/theme.h"

class QPainter;

namespace ui {

// The width of texts in `theme`, as layOutDetail() wants to know it.
std::function<qreal(const QString &, model::TextRole)> detailTextWidth(const Theme &theme);

// The part of a geometry that is shown: `width` pixels of it, of which those behind the lanes' names begin `offset`
// pixels further right.
struct DetailView {
    qreal width = 0;
    qreal offset = 0;
};

// Replays the detail's lanes from the painter's origin, on base.
void paintDetail(QPainter &painter, const model::DetailGeometry &geometry, const Theme &theme);
void paintDetail(QPainter &painter, const model::DetailGeometry &geometry, const Theme &theme, const DetailView &view);

} // namespace ui
