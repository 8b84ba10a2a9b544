// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/verdict.h"
#include "model/compare/chartwords.h"
#include "model/compare/figureaxis.h"

// What a verified user costs with each workflow, beside how many it verifies.
namespace model {

struct CostPoint {
    ChartLine line;
    double cost = 0; // EUR per 1,000 verified users
    engine::Interval costInterval;
    double percent = 0; // verified, 0 to 100
    engine::Interval percentInterval;
    bool isToday = false;
    bool isShown = true; // within the axes
    QString spoken;
};

struct CostChart {
    ChartWords words;
    std::vector<CostPoint> points; // highest rate first; of those with enough requests
    FigureAxis cost;
    FigureAxis percent;
    QStringList far; // those beyond the axes: "3: 38.3 % at EUR 172.1 →"
};

CostChart costChart(const engine::Market &market, const engine::Verdict &verdict, engine::WorkflowId baseline);

} // namespace model
