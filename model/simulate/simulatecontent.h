// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"
#include "model/simulate/messagechart.h"
#include "model/simulate/simulatechoices.h"
#include "model/simulate/sweepcontent.h"

// All that the Simulate page says and draws of a run, as plain values.
namespace model {

struct OutcomeCell {
    engine::WorkflowId workflow = 0;
    double rate = 0; // 0 to 1
    QString figure; // "85.1"
    bool isBest = false; // or tied
};
struct OutcomeRow {
    QString population;
    std::vector<OutcomeCell> cells; // one a workflow; none where a cancel left it out
    QString best; // "1, 2, 4, 5"; "not run"
    QString spoken;
};
// Populations by workflows: how many per cent were verified.
struct OutcomeGrid {
    ChartWords words;
    std::vector<engine::WorkflowId> workflows;
    engine::WorkflowId today = 0; // 0: not among them
    std::vector<OutcomeRow> rows;
};

struct SimulateContent {
    VerdictContent verdict;
    OutcomeGrid grid;
    SweepChart sweep;
    MessageChart messages;
    std::vector<MethodNote> methods; // how all this was computed

    // Title, scope, mark and note of a copy: "Success rate. 5 workflows, ... Simulated. ...".
    QString captionOf(const ChartWords &words) const;
};

struct SimulateMeasure {
    engine::WorkflowId today = 1; // what the answer is measured by
    engine::Prices usualPrices; // that are examples
};

// "waits of 90 s, PINs asked to live 180 s"; "waits as documented".
QString waitsText(const engine::Timing &timing);

// Of a run with at least one user.
SimulateContent describe(const SimulateOutcome &outcome, const SimulateMeasure &measure);

} // namespace model
