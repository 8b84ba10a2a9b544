// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/population/mixjson.h"
#include "engine/simulation/attribution.h"
#include "engine/simulation/sweep.h"
#include "engine/verification/workflow.h"

#include <optional>
#include <vector>

// What the Simulate page lets one choose, and what follows from it.
namespace model {

inline constexpr std::int64_t MostUsers = 1'000'000'000;
inline constexpr engine::WorkflowId FirstOwn = 8;
inline constexpr engine::WorkflowId LastOwn = 10;

struct SimulateChoices {
    std::vector<engine::Population> populations; // in the order of the page; the presets first
    std::vector<engine::PopulationMix> mixes; // markets, after them
    std::vector<engine::WorkflowId> workflows{1, 2, 3, 4, 5}; // ascending
    std::vector<engine::Workflow> own; // that the API does not have; they can be chosen like the others
    engine::Timing timing; // of the API's workflows; absent: as documented
    std::int64_t users = 100'000; // of each population
    std::uint64_t seed = 1;
    engine::Prices prices;
};

// What a run is made of, and so what its results belong to.
struct SimulateRequest {
    std::vector<engine::PopulationMix> populations;
    std::vector<engine::Workflow> workflows;
    engine::Timing timing;
    std::int64_t users = 0;
    std::uint64_t seed = 1;
    engine::Prices prices;
    std::size_t swept = 0; // the population whose waits are swept and whose messages are left out

    std::int64_t allUsers() const { return users * std::int64_t(populations.size()); }
    std::int64_t verifications() const; // with those of the sweep and without messages
    // The waits of its workflows, with fewer users, who are the same through all settings. It refers to the request.
    engine::SweepPlan sweep() const;
    // A workflow and what becomes of it without its messages, with the users of the sweep. It refers to the request.
    engine::SimulationPlan leavingOut(const engine::Workflow &workflow) const;
};
bool operator==(const SimulateRequest &a, const SimulateRequest &b);

struct SimulateOutcome {
    SimulateRequest request;
    std::vector<engine::SimulationResult> results; // one for each population; fewer users or none after a cancel
    engine::SweepResult sweep; // without users until it is done
    std::vector<engine::Attribution> messages; // by workflow; none until the sweep is done
    bool isStopped = false; // before all was done
    std::int64_t verifications = 0; // done
    double seconds = 0; // that it took
    std::optional<engine::Instant> keptAt{}; // it was not run but read from a store

    std::int64_t users() const; // of all populations
    bool isWhole() const { return users() == request.allUsers(); }
};

// Every preset through workflows 1 to 5, 100,000 users each.
SimulateChoices usualChoices(const engine::Prices &prices);
// Workflows that the dialect does not know are left out.
SimulateRequest requestOf(const SimulateChoices &choices, engine::Dialect dialect);

// One to start from, with the next free id; none when there is no more room.
std::optional<engine::Workflow> nextOwn(const SimulateChoices &choices);
// Takes it in and chooses it, in place of the one of its id.
void putOwn(SimulateChoices &choices, const engine::Workflow &workflow);
void removeOwn(SimulateChoices &choices, engine::WorkflowId id);

// Takes it in, in place of the one of its name, also in mixes.
void putPopulation(SimulateChoices &choices, const engine::Population &population);
// Takes it in, in place of the one of its name, with its populations; its weights become shares of 1. Its place.
std::size_t putMix(SimulateChoices &choices, const engine::PopulationMix &mix);

// For keeping from one run of the program to the next. What cannot be read is as in `usual`.
QByteArray toJson(const SimulateChoices &choices);
SimulateChoices choicesFromJson(const QByteArray &json, const SimulateChoices &usual);

} // namespace model
