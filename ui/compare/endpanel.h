// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"
#include "ui/charts/chartpanel.h"

namespace ui {

// Where requests ended: one bar of 100 % for each workflow. Parts verified by SMS are plain, by call hatched.
class EndPanel : public ChartPanel {
    Q_OBJECT

public:
    explicit EndPanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::EndChart &chart);
    const model::EndChart &chart() const { return m_chart; }
    // The row and the part that a value stands for.
    std::pair<int, int> placeOf(int value) const;

protected:
    int leastWidth() const override;
    bool isSubTitleBelow() const override { return true; }
    QRect plotArea() const override;
    int rightRoom() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;
    int rowOf(int value) const override { return placeOf(value).first; }
    int valueAt(const QPoint &point) const override;

private:
    bool hasMessages() const; // before the bars

    model::EndChart m_chart;
};

} // namespace ui
