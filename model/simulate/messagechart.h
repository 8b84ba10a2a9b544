// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/attribution.h"
#include "model/compare/comparecontent.h"

// What each message of the workflows adds, as plain values. Pure.
namespace model {

struct MessageRow {
    ChartLine line; // its channel alone; decided where the interval leaves out 0
    QString message; // "call at 2:05"
    bool isFirst = false; // of its workflow
    double points = 0; // that would be lost without it
    engine::Interval between; // in points
    QString pointsFigure;
    QString betweenFigures;
    QString cost; // EUR for each 1,000 more who are verified; "saves"; "no gain"
    QString spoken;
};

struct MessageChart {
    ChartWords words;
    std::vector<MessageRow> rows; // by workflow and message
    // The axis, in points: from 0, or from the lowest interval where that reaches below it.
    double from = 0;
    double to = 10;
    double step = 5;
};

// Without attributions it says that it is still to come, or that the run was stopped before.
MessageChart messageChart(const std::vector<engine::Attribution> &attributions, const QString &population,
                          bool isStopped = false);

} // namespace model
