// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/simulate/sweepcontent.h"
#include "ui/charts/planepanel.h"

namespace ui {

// Success against cost over the waits: a line per workflow, the efficient edge dashed and as a table, today's setting
// ringed. What it walks are the settings on the edge, and today's.
class SweepPanel : public PlanePanel {
    Q_OBJECT

public:
    explicit SweepPanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::SweepChart &chart);
    const model::SweepChart &chart() const { return m_chart; }

protected:
    int leastWidth() const override;
    int plotHeight() const override;
    int plotRight() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;
    QRect markedRect(int value) const override;
    std::optional<QPointF> pointOf(int value) const override;
    int valueAt(const QPoint &point) const override;

private:
    std::vector<std::size_t> walked() const;
    bool hasTable() const;
    int tableLeft() const;
    void addLine(const std::vector<std::size_t> &line);
    void addPoint(const model::SweepPoint &point);
    void addEdge();
    std::vector<QRectF> drawn() const;
    void addLabels();

    model::SweepChart m_chart;
};

} // namespace ui
