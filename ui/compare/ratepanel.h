// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"
#include "ui/charts/chartpanel.h"

namespace ui {

// Who verifies most: horizontal bars from 0 to 100 % with a 95 % whisker, values and n in columns beside them.
class RatePanel : public ChartPanel {
    Q_OBJECT

public:
    explicit RatePanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::RateChart &chart);
    const model::RateChart &chart() const { return m_chart; }

protected:
    int leastWidth() const override;
    QRect plotArea() const override;
    int rightRoom() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;

private:
    struct Columns {
        int plotRight;
        int rateRight;
        int intervalLeft;
        int countRight;
        bool hasMessages; // where it is wide enough
        bool hasCounts;
    };
    Columns columns() const;

    model::RateChart m_chart;
};

} // namespace ui
