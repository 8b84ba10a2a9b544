// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/life.h"

#include <algorithm>
#include <vector>

using namespace engine;

namespace tests {

namespace {

struct Act {
    Instant at;
    Command command;
};

// What follows from a message: the carrier's news, then the user's codes.
void schedule(std::vector<Act> &acts, const Event &sent)
{
    const StepPlan &plan = sent.plan;
    Instant at = sent.at + plan.reportAfter;
    acts.push_back({at, Report{sent.step, plan.delivery == StepPlan::Delivery::Arrives}});
    if (!plan.isEntered)
        return;
    for (int i = 0; i < plan.wrongCodes; ++i)
        acts.push_back({at += plan.entryAfter, Check{}});
    acts.push_back({at + plan.entryAfter, Check{sent.pinGeneration}});
}

} // namespace

Verification life(const Workflow &workflow, const Population &population, UserKey user)
{
    const Traits traits = drawTraits(population, user);
    Verification verification;
    std::vector<Act> acts{{Instant(), Start{workflow}}};
    while (!verification.hasEnded()) {
        const auto earliest
            = std::min_element(acts.begin(), acts.end(), [](const Act &a, const Act &b) { return a.at < b.at; });
        const auto wake = nextWake(verification);
        Act act{wake.value_or(Instant::max()), Wake{}};
        if (earliest != acts.end() && earliest->at < act.at) {
            act = *earliest;
            acts.erase(earliest);
        }
        for (Event &event : decide(verification, act.command, act.at)) {
            if (event.type == EventType::StepSent) {
                event.plan = planStep(population, traits, workflow.step(event.step).channel, user, event.step,
                                      std::chrono::duration_cast<milliseconds>(event.at - Instant()));
                schedule(acts, event);
            }
            evolve(verification, event);
        }
    }
    return verification;
}

double successRate(const Workflow &workflow, const Population &population, int users)
{
    int verified = 0;
    for (int user = 0; user < users; ++user)
        verified += life(workflow, population, {1, static_cast<std::uint64_t>(user)}).status == Status::Succeeded;
    return 100.0 * verified / users;
}

} // namespace tests
