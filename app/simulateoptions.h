// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "engine/population/mixjson.h"
#include "engine/simulation/simulation.h"

#include <vector>

namespace app {

// What `pinpath simulate` is asked to find out.
enum class Experiment : std::uint8_t {
    Compare, // the workflows in one population
    Populations, // the workflows in every preset
    Sweep, // the workflows with many timings
    Messages, // what each message adds
};

struct SimulateOptions {
    Experiment experiment = Experiment::Compare;
    std::vector<engine::Workflow> workflows;
    std::vector<engine::PopulationMix> populations; // one, or every preset
    std::vector<engine::seconds> waits; // of a sweep
    std::vector<int> multiples;
    std::int64_t users = 0;
    std::uint64_t seed = 0;
    int threads = 1;

    // Of one of the populations, which must outlive it.
    engine::SimulationPlan plan(const engine::PopulationMix &population) const;
};

void addSimulateOptions(CommandLine &line);
// Or one sentence that says what is wrong.
engine::Result<SimulateOptions> readSimulateOptions(const CommandLine &line);

} // namespace app
