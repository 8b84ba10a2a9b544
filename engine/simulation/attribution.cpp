// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/attribution.h"

#include "engine/statistics/differences.h"
#include "engine/statistics/wilson.h"

#include <cassert>

namespace engine {

std::optional<Workflow> withoutStep(const Workflow &workflow, std::size_t step)
{
    assert(step < workflow.stepCount());
    if (workflow.stepCount() == 1)
        return std::nullopt;
    std::vector<Step> steps;
    for (std::size_t i = 0; i < workflow.stepCount(); ++i) {
        if (i != step)
            steps.push_back(workflow.step(i));
        else if (!steps.empty())
            steps.back().wait += workflow.step(i).wait;
    }
    return Workflow(workflow.id(), steps, workflow.pinExpiry());
}

std::vector<Workflow> attributed(const Workflow &workflow)
{
    std::vector<Workflow> all{workflow};
    for (std::size_t step = 0; step < workflow.stepCount(); ++step) {
        if (const auto without = withoutStep(workflow, step))
            all.push_back(*without);
    }
    return all;
}

Attribution attribute(const SimulationPlan &plan, const Prices &prices, const std::atomic<bool> &isCancelled,
                      const std::function<void(std::int64_t)> &progress)
{
    assert(!plan.workflows.empty());
    const Workflow &workflow = plan.workflows.front();
    SimulationPlan each = plan;
    each.workflows = attributed(workflow);
    const SimulationResult result = simulate(each, isCancelled, progress);

    Attribution attribution{result.users, result.workflows.front(), {}};
    if (result.users == 0)
        return attribution;
    const auto users = double(result.users);
    const double wholeCost = attribution.whole.cost(prices).toDouble() / users;
    for (std::size_t step = 0; step < workflow.stepCount(); ++step) {
        MessageWorth worth;
        worth.step = step;
        worth.without = withoutStep(workflow, step);
        worth.costPerVerification = wholeCost;
        if (worth.without) {
            // The pairs of the first workflow come first, in the order of the others.
            worth.success = result.difference(result.paired[step]);
            worth.costPerVerification -= result.workflows[step + 1].cost(prices).toDouble() / users;
        } else {
            worth.success = {attribution.whole.successRate(), wilsonInterval(attribution.whole.verified, result.users)};
        }
        if (worth.success.estimate > 0)
            worth.costPerAddedSuccess = worth.costPerVerification / worth.success.estimate;
        attribution.messages.push_back(worth);
    }
    return attribution;
}

} // namespace engine
