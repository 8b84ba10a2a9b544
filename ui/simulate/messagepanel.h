// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/simulate/messagechart.h"
#include "ui/charts/chartpanel.h"

namespace ui {

// What each message of the workflows adds: points from 0 with their intervals, and the price of a user more. A marker
// is hollow where the interval leaves 0 open.
class MessagePanel : public ChartPanel {
    Q_OBJECT

public:
    explicit MessagePanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::MessageChart &chart);
    const model::MessageChart &chart() const { return m_chart; }

protected:
    int leastWidth() const override;
    QRect plotArea() const override;
    int rightRoom() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;

private:
    struct Columns {
        int message; // left
        int plotLeft;
        int plotRight;
        int points; // right
        int between; // left
        int cost; // right
    };
    Columns columns() const;
    void addRow(int place, const model::MessageRow &row);

    model::MessageChart m_chart;
};

} // namespace ui
