// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/simulate/simulatecontent.h"
#include "ui/charts/chartpanel.h"

namespace ui {

// How many per cent each workflow verifies in each population, as figures and as markers on one scale; best and tied
// ones are bold and filled.
class OutcomePanel : public ChartPanel {
    Q_OBJECT

public:
    explicit OutcomePanel(const Theme &theme, QWidget *parent = nullptr);

    void setGrid(const model::OutcomeGrid &grid);
    const model::OutcomeGrid &grid() const { return m_grid; }

protected:
    int leastWidth() const override;
    bool hasPlot() const override { return plotArea().width() > 0; }
    QRect plotArea() const override;
    int rightRoom() const override;
    void fillPlot() override;
    void paintColumns(QPainter &painter) const override;

private:
    struct Columns {
        int firstRight; // of the figures
        int pitch;
        int bestLeft;
        int plotLeft;
    };
    Columns columns() const;
    void addRowLine(int row);
    void addMarker(int row, const model::OutcomeCell &cell);
    void paintHeads(QPainter &painter, const Columns &columns) const;

    model::OutcomeGrid m_grid;
};

} // namespace ui
