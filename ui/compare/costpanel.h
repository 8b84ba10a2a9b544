// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/costchart.h"
#include "ui/charts/planepanel.h"

namespace ui {

// At what price: the success rate over the cost of a verified user, both with their intervals, today's ringed.
class CostPanel : public PlanePanel {
    Q_OBJECT

public:
    explicit CostPanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::CostChart &chart);
    const model::CostChart &chart() const { return m_chart; }

protected:
    int leastWidth() const override;
    int plotHeight() const override;
    int plotRight() const override;
    bool isSubTitleBelow() const override { return true; }
    void fillPlot() override;
    std::optional<QPointF> pointOf(int value) const override;

private:
    void addCross(const model::CostPoint &point);
    std::vector<QRectF> addCornerWords();
    void addIds(std::vector<QRectF> taken);
    std::vector<QRectF> crosses() const;

    model::CostChart m_chart;
};

} // namespace ui
