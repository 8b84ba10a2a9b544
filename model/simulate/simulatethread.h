// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/simulate/simulatechoices.h"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace model {

// How far a run has come.
struct SimulateNews {
    std::int64_t verificationsDone = 0;
    std::shared_ptr<const SimulateOutcome>
        outcome; // once the populations are done or it was cancelled; null until then
    bool isLast = false; // else more follows, with the outcome once more
};

// Runs simulations one after the other on a thread of its own, which lets all processors work, so that the window never
// waits. It belongs to the window's thread.
class SimulateThread {
public:
    // `deliver` is called on the run's thread.
    explicit SimulateThread(std::function<void(SimulateNews)> deliver);
    // Cancels what runs.
    ~SimulateThread();

    // Not before the news with the outcome of the last one have come. What `beginning` has stays.
    void start(SimulateOutcome beginning);
    // The outcome, as far as it came, follows within 0.1 s.
    void cancel();

private:
    void run(SimulateOutcome beginning);
    void sweep(SimulateOutcome &outcome, int threads);
    void leaveMessagesOut(SimulateOutcome &outcome, int threads);

    std::function<void(SimulateNews)> m_deliver;
    std::atomic<bool> m_isCancelled = false;
    std::thread m_thread;
};

} // namespace model
