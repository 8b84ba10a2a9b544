// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/delivery/carrier.h"
#include "engine/population/population.h"
#include "engine/runtime/clock.h"
#include "engine/runtime/commands.h"
#include "engine/runtime/duequeue.h"
#include "engine/runtime/inbox.h"
#include "engine/runtime/livetable.h"
#include "engine/runtime/requestids.h"
#include "engine/store/store.h"

#include <functional>
#include <span>
#include <vector>

namespace engine {

// What goes into the journal beside the events of a decision.
struct DecisionTexts {
    std::shared_ptr<const Request> request; // with Start
    QString code; // with Check: what was entered
    std::uint8_t answers = 0; // with Check by a simulated user: 1 + the step
};

// The engine without its thread: decides commands and due things in turn so that they see one another, writes them in
// one transaction, and only then answers, sends and tells. A commit that fails leaves everything as before begin() and
// answers every command with Trouble::StoreFailed. Deterministic: one thread, time from the clock it is given.
class Core {
public:
    // All of these outlive the core. `populations` are those that requests may name, beside the presets.
    // `examples` are the prices where the store's policy has none.
    Core(Store &store, Clock &clock, Carrier &carrier, Prices examples, std::vector<Population> populations);

    // Brings back what the store says is open: wakes, deliveries on their way, users about to enter a code.
    void recover();

    // A batch: begin, any of the following, commit.
    void begin(Instant now);
    // Runs at most `limit` of what is due by `until`, each at its own instant; whether more is left. With such a
    // backlog commands are decided at the instant that it has reached, so that they need not wait for all of it.
    bool runDue(Instant until, std::size_t limit);
    void start(const StartRequest &request, Reply<StartReply> reply);
    // `account` is who asks and knows none but its own requests; empty: the window, which knows all.
    void check(RequestId id, const QString &code, Reply<CheckReply> reply, const QString &account = {});
    // Cancel, TriggerNext and End.
    void control(RequestId id, const Command &command, Reply<ControlReply> reply, const QString &account = {});
    // A person answers (or declines) a ringing call.
    void reportCall(RequestId id, std::uint8_t step, bool isAnswered, Reply<ControlReply> reply);
    Result<void> commit();
    // Between two batches; a failure leaves everything as before.
    Result<ImportCounts> importRequests(const std::vector<ImportedRequest> &requests);
    // The clock was set or moved: keeps that, though nothing else happened.
    Result<void> commitClock();

    // What the last commit changed.
    const Changes &changes() const { return m_changes; }
    std::optional<Instant> nextDue() const { return m_due.next(); }
    // Of one verification; none when nothing more happens to it by itself.
    std::optional<Instant> nextDue(VerificationKey key) const;
    std::size_t pending() const { return m_due.size(); }
    // What arrived on a handset (on all, without a number) with an id above `after`, oldest first.
    std::vector<Arrival> arrivals(std::optional<PhoneNumber> number, Sequence after) const;
    // Reads and appends what these messages say; one whose verification cannot be read is left out.
    void render(std::span<const Arrival> arrivals, std::vector<HandsetMessage> &messages);
    std::vector<HandsetMessage> messages(std::optional<PhoneNumber> number, Sequence after);

private:
    Outcome carryOut(Live &live, const Command &command, Instant at, const DecisionTexts &texts = {});
    void follow(Live &live, const Event &event);
    void run(const Due &due, Instant at);
    void enterCode(Live &live, const Pending &entry, Instant at);
    void recover(const OpenVerification &open);
    void recoverInbox();
    void queue(Live &live, const Pending &pending);
    void queueWake(Live &live);
    StepPlan planOf(const Live &live, const Event &sent);
    QString wrongCode(const Live &live) const;
    std::uint16_t populationIndex(const QString &name);
    void assignWorkflow(Request &request, const AssignmentTable &table, const OpenChoice &open) const;
    std::uint16_t accountIndex(const QString &apiKey);
    Standing standingOf(const QString &apiKey, const Account &account);
    std::optional<VerificationKey> keyOf(RequestId id, const QString &account) const;
    bool isInStore(RequestId id, const QString &account);
    void completeCheck(CheckReply &reply, VerificationKey key);
    template <class Answer>
    void answer(Reply<Answer> reply, Answer value);
    template <class Answer>
    void refuse(Trouble trouble, const Reply<Answer> &reply);
    void rollBack();

    Store &m_store;
    Clock &m_clock;
    Carrier &m_carrier;
    Prices m_examples;
    std::vector<Population> m_populations; // the first is nobody: by hand
    struct Spending {
        QString apiKey;
        std::optional<Money> committed; // by the account's requests; none: not asked for yet
        Money inBatch; // and by what the batch has decided
    };
    std::vector<Spending> m_spendings; // per account that was met

    LiveTable m_live;
    DueQueue m_due;
    Inbox m_inbox;
    Sequence m_sequence = 0;
    VerificationKey m_key = 0;
    RequestIds m_ids;
    Instant m_begun{}; // of the batch
    Instant m_now{}; // of the batch's commands: when it began, or where a backlog of due things stands
    Instant m_last{}; // of the last thing that happened

    struct BeforeImage {
        Sequence sequence = 0;
        VerificationKey key = 0;
        Instant last{};
    };
    BeforeImage m_before;
    Batch m_batch;
    std::vector<Dispatch> m_dispatches;
    std::vector<std::function<void(bool isCommitted)>> m_answers;
    Changes m_changes;
};

} // namespace engine
