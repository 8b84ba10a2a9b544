// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/verdict.h"
#include "model/compare/chartwords.h"

// Every two workflows against each other, as figures. Pure.
namespace model {

struct PairRow {
    engine::WorkflowId a = 0;
    engine::WorkflowId b = 0;
    QString points; // "+6.3"
    QString between; // "4.9 to 7.7"
    QString fisher; // "0.023"
    QString fisherHolm;
    QString logRank;
    bool isDecided = false; // after Holm under 5 %
    QString spoken;
};

struct PairTable {
    ChartWords words;
    std::vector<PairRow> rows; // the better ones first
};

PairTable pairTable(const engine::Market &market);

// "0.023", "< 0.001", "1": a probability with three digits behind the point.
QString probability(double p);

} // namespace model
