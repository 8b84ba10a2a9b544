// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/mixjson.h"
#include "engine/simulation/simulation.h"
#include "engine/statistics/comparison.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace engine {

// What came of one population, counted as a comparison counts a market.
struct KeptPopulation {
    PopulationMix population; // as it was then
    Market market; // without a country
};

// A run of the simulator that stands beside real data and is never counted among them: with the seed and the
// populations to run it again, and sums instead of users, so that it is as small for a billion as for a thousand.
// A value.
struct KeptSimulation {
    std::int64_t number = 0; // in its store, 1 or more; 0: it is in none
    Instant keptAt{}; // by the store's clock
    std::uint64_t seed = 1;
    std::int64_t users = 0; // that were asked for, of each population
    Timing timing{}; // that was asked for of the API's workflows
    Prices prices;
    std::vector<KeptPopulation> populations;
};

// `result` has at least one user. The tests of pairs are left to whoever compares.
KeptPopulation keptPopulation(const PopulationMix &population, const SimulationResult &result, const Prices &prices);

// The counts that it was made of, without those of pairs and with what is not kept left empty: by whose code, what was
// sent to those who were not verified, and times by less than a second.
SimulationResult resultOf(const KeptPopulation &kept);

// What a store keeps of it: all but number and date, which it gives itself. Populations are written out, so that they
// stay what they were when presets change.
QByteArray toJson(const KeptSimulation &run);
// None where it is damaged.
std::optional<KeptSimulation> keptSimulationFromJson(const QByteArray &json);

} // namespace engine
