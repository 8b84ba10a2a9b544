// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/trendchart.h"
#include "ui/charts/chartpanel.h"

namespace ui {

// Is it stable: the weekly rates of each workflow with their band, one small picture under the other and all on the
// same axes. Up and Down walk the workflows, Left and Right the weeks.
class TrendPanel : public ChartPanel {
    Q_OBJECT

public:
    explicit TrendPanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::TrendChart &chart);
    const model::TrendChart &chart() const { return m_chart; }
    // The row that a value is in.
    int lineOf(int value) const { return value / valuesPerStep(); }

    // Where a rate of `percent` stands on the plot in a row.
    static double heightOf(int row, double percent);
    // Where the figures of a row's scale end, in pixels.
    static int scaleRight(const Theme &theme);

protected:
    int leastWidth() const override;
    int pitch() const override;
    bool isSubTitleBelow() const override { return true; }
    QRect plotArea() const override;
    int rightRoom() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;
    int rowOf(int value) const override;
    int valueAt(const QPoint &point) const override;
    int valuesPerStep() const override { return std::max(1, int(m_chart.weeks.size())); }
    QRect markedRect(int) const override { return {}; }
    std::optional<QPointF> pointOf(int value) const override;

private:
    void addRow(int place, const model::TrendRow &row);
    void addWeek(int place, int week, const model::TrendRow &row);

    model::TrendChart m_chart;
};

} // namespace ui
