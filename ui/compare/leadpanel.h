// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"
#include "ui/charts/chartpanel.h"

namespace ui {

// By how much each workflow leads the one of today: dots with intervals, the zero line, a band of what does not matter.
class LeadPanel : public ChartPanel {
    Q_OBJECT

public:
    explicit LeadPanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::LeadChart &chart);
    const model::LeadChart &chart() const { return m_chart; }

protected:
    int leastWidth() const override;
    QRect plotArea() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;

private:
    void addBand();
    void addRow(int place, const model::LeadRow &row);
    void addArrow(int place, double side, QSizeF size, const QColor &colour);
    int betweenLeft() const;
    int pointsRight() const;

    model::LeadChart m_chart;
};

// Stands at the edge of an axis, its tip at the origin, for what goes on beyond: to the left where `side` is below 0.
QPainterPath edgeArrow(double side, QSizeF size);

} // namespace ui
