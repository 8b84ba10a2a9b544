// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/simulation.h"

#include <QString>

#include <string>

namespace app {

// What a simulation came to and what it took; of at least one user.
struct SimulationReport {
    engine::SimulationPlan plan;
    engine::SimulationResult result;
    engine::Prices prices;
    double elapsedSeconds = 0;

    double verificationsPerSecond() const;
};

// The object that `pinpath simulate --json` prints; a contract with those who script it.
std::string toJson(const SimulationReport &report);
// The same for people: a line per workflow, and how far each is below the best one.
QString toTable(const SimulationReport &report);

} // namespace app
