// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulateoptions.h"
#include "engine/simulation/attribution.h"
#include "engine/simulation/sweep.h"

#include <algorithm>
#include <variant>

namespace app {

// What an experiment of `pinpath simulate` came to; of at least one user.
struct SimulationReport {
    using Populations = std::vector<engine::SimulationResult>; // as in the options, unless it was cancelled
    using Messages = std::vector<engine::Attribution>; // of each workflow

    SimulateOptions options;
    std::variant<engine::SimulationResult, Populations, engine::SweepResult, Messages> findings;
    engine::Prices prices;
    std::int64_t users = 0; // in every workflow; fewer than asked for after a cancel
    std::int64_t verifications = 0; // of all of them
    double elapsedSeconds = 0;

    double verificationsPerSecond() const { return double(verifications) / std::max(elapsedSeconds, 1e-9); }
};

} // namespace app
