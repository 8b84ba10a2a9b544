// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/population/mix.h"
#include "engine/simulation/timehistogram.h"
#include "engine/statistics/interval.h"
#include "engine/verification/workflow.h"

#include <array>
#include <atomic>
#include <functional>
#include <vector>

namespace engine {

// What to try out: every user meets every workflow, with the same luck.
struct SimulationPlan {
    std::vector<Workflow> workflows; // at least one
    std::vector<MixPart> population; // who the users are; at least one part
    std::int64_t users = 0;
    std::uint64_t seed = 1;
    int threads = 1;
    // What costs much with very many workflows.
    bool comparesPairs = true; // every two workflows
    bool countsTimes = true; // to verify
};

// What became of the users in one workflow. They never cancel: each ends verified, expired or failed.
struct SimulatedWorkflow {
    Workflow workflow;
    std::int64_t verified = 0;
    std::int64_t expired = 0;
    std::int64_t failed = 0;
    std::array<std::int64_t, MaxSteps> verifiedByStep{}; // by the message whose code was right
    std::array<std::int64_t, MaxSteps> verifiedAfter{}; // by the message that was sent last
    std::array<std::int64_t, MaxSteps> otherwiseAfter{}; // the same of those who expired or failed
    TimeHistogram timeToVerify;
    TimeHistogram timeToFail; // those who expired did so when their time was up

    std::int64_t users() const { return verified + expired + failed; }
    std::int64_t sms() const { return sent(Channel::Sms); }
    std::int64_t calls() const { return sent(Channel::Tts); }
    std::int64_t messages() const { return sms() + calls(); }
    double successRate() const { return users() == 0 ? 0 : double(verified) / double(users()); }
    Money cost(const Prices &prices) const; // of all of them
    // In euros; none where nobody was verified.
    std::optional<double> costPerSuccess(const Prices &prices) const;
    void add(const SimulatedWorkflow &other);

private:
    std::int64_t sent(Channel channel) const; // messages
};

// The success of workflow `a` minus that of `b`, places in the plan, over the same users.
struct PairedWorkflows {
    std::size_t a = 0;
    std::size_t b = 0;
    std::int64_t onlyA = 0; // users whom it verified and `b` did not
    std::int64_t onlyB = 0;
};

struct SimulationResult {
    std::int64_t users = 0; // fewer than planned after a cancel
    std::vector<SimulatedWorkflow> workflows; // in the order of the plan
    std::vector<PairedWorkflows> paired; // every two of them

    Difference difference(const PairedWorkflows &pair, double confidence = 0.95) const; // of at least one user
};

// Lives through it on threads of its own and returns when all are done, or soon after `isCancelled` became true, with
// the users who are done by then. `progress` is told several times a second, on the calling thread, how many those are.
// The result is the same for any number of threads.
SimulationResult simulate(const SimulationPlan &plan, const std::atomic<bool> &isCancelled,
                          const std::function<void(std::int64_t)> &progress = {});

} // namespace engine
