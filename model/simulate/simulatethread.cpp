// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulatethread.h"

#include <QElapsedTimer>

#include <algorithm>

namespace model {

SimulateThread::SimulateThread(std::function<void(SimulateNews)> deliver)
    : m_deliver(std::move(deliver))
{ }

SimulateThread::~SimulateThread()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void SimulateThread::start(SimulateOutcome beginning)
{
    if (m_thread.joinable())
        m_thread.join();
    m_isCancelled = false;
    m_thread = std::thread([this, beginning = std::move(beginning)]() mutable { run(std::move(beginning)); });
}

void SimulateThread::cancel()
{
    m_isCancelled = true;
}

void SimulateThread::run(SimulateOutcome beginning)
{
    QElapsedTimer timer;
    timer.start();
    auto outcome = std::make_shared<SimulateOutcome>(std::move(beginning));
    engine::SimulationPlan plan;
    plan.workflows = outcome->request.workflows;
    plan.users = outcome->request.users;
    plan.seed = outcome->request.seed;
    plan.threads = std::max(1, int(std::thread::hardware_concurrency()));
    const auto perUser = std::int64_t(plan.workflows.size());
    while (outcome->results.size() < outcome->request.populations.size()) {
        plan.population = outcome->request.populations[outcome->results.size()].view();
        const std::int64_t before = outcome->verifications;
        outcome->results.push_back(engine::simulate(plan, m_isCancelled, [&](std::int64_t done) {
            m_deliver({before + done * perUser, nullptr, false});
        }));
        outcome->verifications += outcome->results.back().users * perUser;
    }
    const auto seconds = [&timer] { return double(timer.nsecsElapsed()) / 1e9; };
    outcome->seconds = seconds();
    if (outcome->isWhole()) {
        sweep(*outcome, plan.threads);
        leaveMessagesOut(*outcome, plan.threads);
    }
    outcome->seconds = seconds();
    outcome->isStopped = m_isCancelled;
    const std::int64_t done = outcome->verifications;
    m_deliver({done, std::move(outcome), true});
}

void SimulateThread::sweep(SimulateOutcome &outcome, int threads)
{
    const std::int64_t before = outcome.verifications;
    m_deliver({before, std::make_shared<SimulateOutcome>(outcome), false});
    engine::SweepPlan plan = outcome.request.sweep();
    plan.simulation.threads = threads;
    const auto perUser = std::int64_t(engine::sweptWorkflows(plan).size());
    outcome.sweep = engine::sweep(plan, m_isCancelled, [&](std::int64_t done) {
        m_deliver({before + done * perUser, nullptr, false});
    });
    outcome.verifications += outcome.sweep.users * perUser;
}

void SimulateThread::leaveMessagesOut(SimulateOutcome &outcome, int threads)
{
    for (const engine::Workflow &workflow : outcome.request.workflows) {
        engine::SimulationPlan plan = outcome.request.leavingOut(workflow);
        plan.threads = threads;
        const std::int64_t before = outcome.verifications;
        const auto perUser = std::int64_t(engine::attributed(workflow).size());
        engine::Attribution attribution
            = engine::attribute(plan, outcome.request.prices, m_isCancelled, [&](std::int64_t done) {
                  m_deliver({before + done * perUser, nullptr, false});
              });
        outcome.verifications += attribution.users * perUser;
        if (attribution.users < plan.users)
            return;
        outcome.messages.push_back(std::move(attribution));
    }
}

} // namespace model
