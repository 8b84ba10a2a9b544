// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/sweep.h"
#include "model/compare/chartwords.h"
#include "model/compare/figureaxis.h"

#include <optional>

// Success against cost over many waits and lives of a PIN, as plain values. Pure.
namespace model {

struct SweepPoint {
    engine::WorkflowId workflow = 0;
    double percent = 0; // verified, 0 to 100
    double cost = 0; // EUR per 1,000 verified
    QString timing; // "documented"; "75 s, PIN 150 s"
    engine::seconds wait{}; // before the second message
    bool hasOwnTiming = false; // as the workflow was chosen
    bool isEfficient = false;
    bool isToday = false;
    bool isShown = false; // within the axes
    QString percentFigure;
    QString costFigure;
    QString spoken;
};

struct SweepChart {
    ChartWords words;
    std::vector<SweepPoint> points; // by workflow; its own timing first, then by wait and life of the PIN
    // For each workflow in the picture its best life of a PIN at every wait, by wait: places in `points`.
    std::vector<std::vector<std::size_t>> lines;
    std::vector<std::size_t> edge; // places of the efficient ones, the cheapest first
    std::optional<std::size_t> today; // where it is not on the edge
    QStringList far; // workflows that lie beyond the axes: "3: 52.5 % at EUR 132"
    FigureAxis cost;
    FigureAxis percent;
};

struct SweepScope {
    QString population;
    QString ownTiming; // what the timing is called that is not swept: "documented"
    engine::WorkflowId today = 1; // the workflow whose own timing is ringed
    bool isStopped = false; // the run, before all was done
};

// Without users it says that it is still to come, or that the run was stopped before.
SweepChart sweepChart(const engine::SweepResult &result, const SweepScope &scope);

} // namespace model
