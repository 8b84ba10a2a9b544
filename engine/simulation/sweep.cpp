// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/sweep.h"

#include "engine/request/startparameters.h"
#include "engine/verification/timing.h"

#include <algorithm>

namespace engine {

std::vector<Workflow> sweptWorkflows(const SweepPlan &plan)
{
    std::vector<Workflow> all;
    const auto addNew = [&all](const Workflow &workflow) {
        if (std::ranges::find(all, workflow) == all.end())
            all.push_back(workflow);
    };
    for (const Workflow &own : plan.simulation.workflows) {
        addNew(own);
        for (const seconds wait : plan.waits) {
            for (const int multiple : plan.multiples) {
                if (wait * multiple <= MaxPinExpiry)
                    addNew(withTiming(own, {wait, wait * multiple}));
            }
        }
    }
    return all;
}

SweepResult sweep(const SweepPlan &plan, const std::atomic<bool> &isCancelled,
                  const std::function<void(std::int64_t)> &progress)
{
    SimulationPlan simulation = plan.simulation;
    simulation.workflows = sweptWorkflows(plan);
    simulation.comparesPairs = false;
    simulation.countsTimes = false;
    SimulationResult simulated = simulate(simulation, isCancelled, progress);

    SweepResult result;
    result.users = simulated.users;
    for (SimulatedWorkflow &counts : simulated.workflows) {
        SweepSetting setting;
        setting.isOwnTiming
            = std::ranges::find(plan.simulation.workflows, counts.workflow) != plan.simulation.workflows.end();
        setting.costPerSuccess = counts.costPerSuccess(plan.prices);
        setting.counts = std::move(counts);
        result.settings.push_back(std::move(setting));
    }
    markEfficient(result.settings);
    return result;
}

void markEfficient(std::vector<SweepSetting> &settings)
{
    std::vector<SweepSetting *> byCost;
    for (SweepSetting &setting : settings) {
        setting.isEfficient = false;
        if (setting.costPerSuccess)
            byCost.push_back(&setting);
    }
    std::ranges::stable_sort(byCost, [](const SweepSetting *a, const SweepSetting *b) {
        if (*a->costPerSuccess != *b->costPerSuccess)
            return *a->costPerSuccess < *b->costPerSuccess;
        return a->counts.verified > b->counts.verified;
    });
    const SweepSetting *last = nullptr; // on the edge
    for (SweepSetting *setting : byCost) {
        const bool isAlike = last && setting->counts.verified == last->counts.verified
            && *setting->costPerSuccess == *last->costPerSuccess;
        if (last && !isAlike && setting->counts.verified <= last->counts.verified)
            continue;
        setting->isEfficient = true;
        last = setting;
    }
}

} // namespace engine
