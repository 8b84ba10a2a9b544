// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/simulation.h"

namespace engine {

// What a message of a workflow adds, by leaving it out: the workflow minus the same without the message, over the same
// users.
struct MessageWorth {
    std::size_t step = 0; // counts from 0
    std::optional<Workflow> without; // none where it is the only message
    Difference success;
    double costPerVerification = 0; // in euros that it adds; below 0 where it saves later messages
    std::optional<double> costPerAddedSuccess; // none where it adds no success
};

struct Attribution {
    std::int64_t users = 0; // fewer than planned after a cancel; without users there are no messages
    SimulatedWorkflow whole;
    std::vector<MessageWorth> messages; // one for each step
};

// The others keep their time: the message before waits for both. Without the first message the second starts the
// request. None where there is no other.
std::optional<Workflow> withoutStep(const Workflow &workflow, std::size_t step);

// The workflow, and what is left of it without each of its messages.
std::vector<Workflow> attributed(const Workflow &workflow);

// Of the first workflow of the plan, as simulate() does it.
Attribution attribute(const SimulationPlan &plan, const Prices &prices, const std::atomic<bool> &isCancelled,
                      const std::function<void(std::int64_t)> &progress = {});

} // namespace engine
