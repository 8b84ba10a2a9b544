// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/keptsimulation.h"
#include "model/compare/comparecontent.h"

#include <span>

// Populations of simulated runs beside the markets of real data: never counted among them, and marked wherever they
// are shown. Pure.
namespace model {

// A population of one of `simulations`, which outlive it.
struct SimulatedMarket {
    const engine::KeptSimulation &run;
    const engine::KeptPopulation &population;
    SimulatedPlace place;
};

// None where it is not among them.
std::optional<SimulatedMarket> findSimulated(std::span<const engine::KeptSimulation> simulations,
                                             const SimulatedPlace &place);

// Their data are complete: nothing arrives any more.
engine::VerdictRules simulatedRules(const CompareChoices &choices);

// A row for each population, in the order of the runs.
std::vector<MarketRow> simulatedRows(std::span<const engine::KeptSimulation> simulations,
                                     const CompareChoices &choices);

VerdictContent simulatedVerdict(const SimulatedMarket &market, const engine::Verdict &verdict,
                                const CompareChoices &choices, const CompareMoment &moment);

} // namespace model
