// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/delivery/simulatedcarrier.h"
#include "engine/runtime/core.h"
#include "engine/runtime/engine.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace engine {

// The thread behind an Engine: takes what waits, lets due things and commands take turns, and keeps the published
// state. Hand-over uses the standard library's primitives only, so that the thread sanitizer sees it.
class Engine::Thread {
public:
    Thread(EngineOptions options, const TimeSource &time);
    ~Thread();

    // Starts the thread and waits until the store is open and recovered.
    Result<void> open();

    // Decided in a batch with others, answered after its commit.
    void command(std::function<void(Core &)> work);
    // Run between batches, with everything committed.
    void between(std::function<void(Core &, Store &)> work);
    void changeClock(const ClockChange &change, Reply<ClockReply> reply);
    void changePolicy(PolicyChange change, Reply<PolicyReply> reply);
    void keepSimulation(std::shared_ptr<const KeptSimulation> run, Reply<SimulationReply> reply);
    void deleteSimulation(std::int64_t number, Reply<SimulationReply> reply);
    void importRequests(std::vector<ImportedRequest> requests, Reply<ImportReply> reply);
    void callAfter(milliseconds span, std::function<void()> work);
    void retryStore();

    int subscribe(Listener listener);
    void unsubscribe(int handle);

    const EngineOptions &options() const { return m_options; }
    const Clock &clock() const { return *m_clock; }
    ClockReport clockReport() const;
    StoreState storeState() const;
    // The carrier's, which hold at once, for all messages that are sent from now on.
    HandsetSettings handset(PhoneNumber number) const { return m_carrier->handset(number); }
    void setHandset(PhoneNumber number, HandsetSettings settings) { m_carrier->setHandset(number, settings); }
    void readMessages(std::optional<PhoneNumber> number, Sequence after, Reply<std::vector<HandsetMessage>> reply);
    const Pins &pins() const { return m_store->pins(); }
    std::shared_ptr<const Policy> policy() const;

private:
    // Exactly one of the two is set.
    struct Item {
        std::function<void(Core &)> command;
        std::function<void(Core &, Store &)> between;
    };

    Result<void> openStore();
    void answer(const Result<void> &written, SimulationReply answer, const Reply<SimulationReply> &reply);
    void run();
    void waitForWork(std::unique_lock<std::mutex> &lock);
    void process(std::deque<Item> &items);
    void runBatch(std::deque<Item> &items);
    ClockReply carryOut(const ClockChange &change);
    std::optional<Instant> targetOf(const ClockChange::JumpToNext &jump) const;
    Trouble advanceTo(Instant target);
    void runTimers();
    void settle(const Result<void> &written);
    void notify(const Changes &changes);
    void publish();
    struct MessageReading;
    void readPage(const std::shared_ptr<MessageReading> &reading);

    EngineOptions m_options;
    const TimeSource &m_time;

    // Of the engine thread. The clock, the key and the carrier's switches are made before it serves
    // anybody and may be used by all.
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<SimulatedCarrier> m_carrier;
    std::unique_ptr<Core> m_core;
    bool m_mayFollow = false; // the last batch answered commands, and nobody was waited for since
    milliseconds m_retryAt{}; // steady time before which a failed store is left alone

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wakeUp;
    std::deque<Item> m_inbox;
    std::multimap<milliseconds, std::function<void()>> m_timers; // by steady time
    std::optional<Instant> m_nextDue;
    std::size_t m_pending = 0;
    StoreState m_storeState;
    std::shared_ptr<const Policy> m_policy; // the store's
    bool m_isStopping = false;

    mutable std::recursive_mutex m_listenersMutex; // held while listeners run; one may unsubscribe itself
    std::map<int, Listener> m_listeners;
    int m_listenerHandle = 0;

    std::thread m_thread;
};

} // namespace engine
