// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"
#include "ui/charts/customplot.h"

namespace ui {

class Theme;

// One part of a 100 % bar. Hatches are drawn, since the patterns of brushes do not scale.
class PartBar : public QCPBars {
public:
    PartBar(const Theme &theme, QCPAxis *keyAxis, QCPAxis *valueAxis, const model::EndPart &part);

protected:
    void draw(QCPPainter *painter) override;

private:
    void drawHatch(QPainter &painter, const QRectF &rect) const;
    void drawFigure(QPainter &painter, const QRectF &rect) const;

    const Theme &m_theme;
    model::EndPart m_part;
};

} // namespace ui
