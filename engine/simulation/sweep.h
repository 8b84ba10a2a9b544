// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/simulation.h"

namespace engine {

// Which timings to try: every wait between messages, with a PIN that lives for every multiple of it. The same users
// meet all of them, and the workflows as they are.
struct SweepPlan {
    SimulationPlan simulation; // whose workflows are swept
    std::vector<seconds> waits;
    std::vector<int> multiples; // of the wait, 1 or more
    Prices prices;
};

// A workflow with one timing, and what it came to.
struct SweepSetting {
    SimulatedWorkflow counts; // its workflow has the timing; without times to verify
    bool isOwnTiming = false; // as the plan has the workflow
    std::optional<double> costPerSuccess; // in euros; none where nobody was verified
    bool isEfficient = false; // no other verifies more users without a higher cost per success, nor as many for less
};

struct SweepResult {
    std::int64_t users = 0; // fewer than planned after a cancel
    std::vector<SweepSetting> settings; // by workflow: its own timing, then by wait and life of the PIN
};

// The workflows of the plan with each timing once, the own one of each first. PINs that would live longer than a
// request may ask for are left out.
std::vector<Workflow> sweptWorkflows(const SweepPlan &plan);

// As simulate() does it: on threads of its own; `progress` is told how many users are done.
SweepResult sweep(const SweepPlan &plan, const std::atomic<bool> &isCancelled,
                  const std::function<void(std::int64_t)> &progress = {});

// Finds those on the edge of success against cost.
void markEfficient(std::vector<SweepSetting> &settings);

} // namespace engine
