// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/verdict.h"
#include "model/compare/chartwords.h"

// The workflows of a market as all of its charts tell them: in which order, and which of them are decided. Pure.
namespace model {

// "Workflow 2".
QString workflowName(engine::WorkflowId id);
// Decided whatever the verdict.
ChartLine lineOf(const engine::WorkflowTally &tally);
// Hollow with too few, and while the verdict leaves it in question.
ChartLine lineOf(const engine::WorkflowTally &tally, const engine::Verdict &verdict);
// Highest rate first, then those with too few to compare, then those of which none has ended.
std::vector<const engine::WorkflowTally *> byRate(const engine::Market &market);
// The same without those of which none has ended.
std::vector<const engine::WorkflowTally *> endedByRate(const engine::Market &market);
// The one or two that the verdict is about: the best, and the one that it is measured against, or that leads a market
// where the order turns. They have ended ones.
std::vector<engine::WorkflowId> inQuestion(const engine::Market &market, const engine::Verdict &verdict,
                                           engine::WorkflowId baseline);

} // namespace model
