// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/pairtable.h"
#include "ui/charts/chartpanel.h"

namespace ui {

// Every two workflows against each other, as figures alone. Where it is narrow it leaves out the p values that matter
// less; its table twin has them all.
class PairPanel : public ChartPanel {
    Q_OBJECT

public:
    explicit PairPanel(const Theme &theme, QWidget *parent = nullptr);

    void setChart(const model::PairTable &chart);
    const model::PairTable &chart() const { return m_chart; }
    QStringList shownHeads() const;

protected:
    int leastWidth() const override;
    int pitch() const override;
    bool hasPlot() const override { return false; }
    int ticksHeight() const override;
    QRect plotArea() const override { return {}; }
    void fillPlot() override { }
    void paintColumns(QPainter &painter) const override;

private:
    struct Column {
        QString head;
        QString widest;
        QString model::PairRow::*figure;
        bool isNeeded;
        int right = 0; // 0: left out
    };
    std::vector<Column> columns() const;

    model::PairTable m_chart;
};

} // namespace ui
