// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/simulate/sweepcontent.h"
#include "ui/charts/chartpanel.h"
#include "ui/theme/theme.h"

namespace ui {

// Success against cost over the waits: a line per workflow, the efficient edge dashed and as a table, today's setting
// ringed. What it walks are the settings on the edge, and today's.
class SweepPanel : public ChartPanel {
    Q_OBJECT

public:
    explicit SweepPanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::SweepChart &chart);
    const model::SweepChart &chart() const { return m_chart; }

protected:
    int leastWidth() const override;
    QRect plotArea() const override;
    int rightRoom() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;

private:
    std::vector<std::size_t> walked() const;
    bool hasTable() const;
    int tableLeft() const;
    void addLine(const std::vector<std::size_t> &line);
    void addPoint(const model::SweepPoint &point);
    void addRing(const model::SweepPoint &point);
    void addWords(double cost, double percent, const QString &words, TextStyle style, Qt::Alignment side, int away);
    void addEdge();
    void addGrid();

    model::SweepChart m_chart;
};

} // namespace ui
