// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/presets.h"
#include "engine/simulation/keptsimulation.h"

#include <initializer_list>
#include <memory>

namespace tests {

// What the simulator makes of `users` of a population.
inline engine::SimulationResult simulated(const engine::PopulationMix &population,
                                          std::initializer_list<engine::WorkflowId> workflows, std::int64_t users,
                                          std::uint64_t seed = 1)
{
    engine::SimulationPlan plan;
    for (const engine::WorkflowId id : workflows)
        plan.workflows.push_back(*engine::standardWorkflow(id, engine::Dialect::Vonage));
    plan.population = population.view();
    plan.users = users;
    plan.seed = seed;
    return engine::simulate(plan, false);
}

inline const engine::Prices &somePrices()
{
    static const engine::Prices prices{engine::Money::fromMilli(50), engine::Money::fromMilli(14),
                                       engine::Money::fromMilli(28)};
    return prices;
}

// A run as the Simulate page hands it on: these presets through workflows 1, 2 and 3.
inline std::shared_ptr<engine::KeptSimulation> simulatedRun(std::initializer_list<QStringView> presets,
                                                            std::int64_t users, std::uint64_t seed = 1)
{
    auto run = std::make_shared<engine::KeptSimulation>();
    run->seed = seed;
    run->users = users;
    run->prices = somePrices();
    for (const QStringView name : presets) {
        const auto population = engine::PopulationMix::of(*engine::findPreset(name));
        run->populations.push_back(
            engine::keptPopulation(population, simulated(population, {1, 2, 3}, users, seed), run->prices));
    }
    return run;
}

} // namespace tests
