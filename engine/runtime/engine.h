// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/policy.h"
#include "engine/base/result.h"
#include "engine/delivery/handset.h"
#include "engine/population/population.h"
#include "engine/runtime/clock.h"
#include "engine/runtime/commands.h"
#include "engine/simulation/keptsimulation.h"
#include "engine/store/storereader.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace engine {

class Core;
class Pins;

// Whether the store takes writes. `sentence` is for the banner and empty when it does.
struct StoreState {
    bool isWritable = true;
    QString sentence;
};

struct EngineOptions {
    QString storePath; // of the SQLite file; its folder must exist
    Dialect dialect = Dialect::Vonage;
    std::optional<ClockSetting> clock; // wins over the one in the store
    CallsByHand callsByHand = CallsByHand::AskMe;
    std::optional<Population> population; // who answers what the API starts; none: by hand
    QString apiKey; // of the account made with a new store; empty: drawn
    QString apiSecret;
    bool isKeyRequired = false; // a missing or foreign key is a failure, not just a store without PINs
    // For tests, as in StoreOptions:
    std::function<bool()> mayWrite;
    std::optional<std::int64_t> rangeSize;
};

// The one engine: it owns the engine thread, which alone decides, writes and keeps time. Owned by the app; made and
// destroyed on one thread, used from any. Everything submitted is answered, also at shutdown.
class Engine {
public:
    // Opens or makes the store, recovers what was running, and starts the thread.
    static Result<std::unique_ptr<Engine>> open(EngineOptions options, const TimeSource &time);
    ~Engine();

    void start(StartRequest request, Reply<StartReply> reply);
    // `account` is who asks and knows none but its own requests; empty: the window, which knows all.
    void check(RequestId id, QString code, Reply<CheckReply> reply, QString account = {});
    void cancel(RequestId id, Reply<ControlReply> reply, QString account = {});
    void triggerNext(RequestId id, Reply<ControlReply> reply, QString account = {});
    // Ends it now, whatever the window: as expired or as cancelled.
    void end(RequestId id, bool asCancelled, Reply<ControlReply> reply);
    // The person with the handset answers or declines the call of `step` while it rings.
    void answerCall(RequestId id, std::uint8_t step, Reply<ControlReply> reply);
    void declineCall(RequestId id, std::uint8_t step, Reply<ControlReply> reply);
    void changeClock(ClockChange change, Reply<ClockReply> reply);
    void setHandset(PhoneNumber number, HandsetSettings settings);
    // Who may ask and what it costs, from now on; listeners are told.
    void changePolicy(PolicyChange change, Reply<PolicyReply> reply);
    // Keeps a run of the simulator in the store, and deletes it again; listeners are told.
    void keepSimulation(std::shared_ptr<const KeptSimulation> run, Reply<SimulationReply> reply);
    void deleteSimulation(std::int64_t number, Reply<SimulationReply> reply);
    // Requests of a report, which have ended elsewhere; those that the store has are left out. A few hundred at once
    // keep nobody else waiting.
    void importRequests(std::vector<ImportedRequest> requests, Reply<ImportReply> reply);
    // Tries a failed store again now instead of within the second.
    void retryStore();

    // Runs on the engine thread, between batches: all that was committed can be read.
    void read(std::function<void(StoreReader &)> work);
    // Messages of a handset (of all, without a number) with an id above `after`, oldest first. The newest 10,000 are
    // kept.
    void readMessages(std::optional<PhoneNumber> number, Sequence after, Reply<std::vector<HandsetMessage>> reply);
    // Runs `work` on the engine thread after a span of machine time: for waits and deadlines. Dropped at shutdown.
    void callAfter(milliseconds span, std::function<void()> work);

    // Called on the engine thread after each commit that changed something. Returns a handle for unsubscribe().
    using Listener = std::function<void(const Changes &)>;
    int subscribe(Listener listener);
    // Once it returns, the listener is not called again.
    void unsubscribe(int handle);

    // Safe from any thread, without waiting:
    const Clock &clock() const;
    ClockReport clockReport() const;
    StoreState storeState() const;
    std::shared_ptr<const Policy> policy() const; // as it stands; a change makes another
    Account account() const; // the program's own
    Dialect dialect() const;
    Prices prices() const; // where the policy has none
    HandsetSettings handset(PhoneNumber number) const;
    QString populationName() const; // of who answers the API's requests; empty: by hand
    const QString &storePath() const;
    const Pins &pins() const;

private:
    class Thread;
    explicit Engine(std::unique_ptr<Thread> thread);
    std::unique_ptr<Thread> m_thread;
};

} // namespace engine
