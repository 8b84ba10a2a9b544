// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/pending.h"
#include "engine/request/request.h"
#include "engine/verification/verification.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

// A verification's whole story, folded from its journal entries: what a timeline, a search or an export reads.
// Pure; made by the store, and rebuilt rather than kept up to date by its readers.
namespace engine {

// Rises by one with every decision in a store; the journal's primary key.
using Sequence = std::int64_t;
// A verification's number within its store, rising with its start.
using VerificationKey = std::int64_t;

// One decision as the journal keeps it: its events and the texts that the rules do not need.
struct JournalEntry {
    Sequence sequence = 0;
    VerificationKey key = 0;
    std::vector<Event> events;
    // With Requested, else null. A later one tells the verification anew, from the beginning: so is an imported one
    // whose workflow was stated wrongly.
    std::shared_ptr<const Request> request;
    QString code; // with CodeRejected: what was entered, unless it is or was a PIN: those are derived, never stored
};

enum class StepState : std::uint8_t {
    Pending, // not run yet
    Sent,
    Delivered,
    Failed,
    Verified, // credited with the success
    Expired, // ran, and time ran out
    Skipped, // never ran, since the request was verified or failed
    Cancelled, // never ran, since the request was cancelled
};

struct StepRecord {
    Channel channel = Channel::Sms;
    std::optional<Instant> sentAt;
    std::optional<Instant> deliveredAt; // an SMS on the phone, a call answered
    std::optional<Instant> failedAt; // when the carrier said that it will not be
    std::uint8_t pinGeneration = 0; // of the PIN it carries; 0 while pending
    StepPlan plan;
};

struct CheckRecord {
    Instant at{};
    bool isValid = false;
    QString code; // what was entered; a PIN's digits are filled in as PinRecord's are
    std::uint8_t pinGeneration = 0; // which PIN the code was, 0 for none
    std::uint8_t answers = 0; // as in Event
};

struct PinRecord {
    std::uint8_t generation = 0;
    Instant issuedAt{};
    Instant expiresAt{};
    QString digits; // filled in by who has the store's key; empty without it
};

struct RecordedEvent {
    Sequence sequence = 0;
    Event event;
    QString code; // with CodeAccepted and CodeRejected, as in CheckRecord
};

struct Record {
    VerificationKey key = 0;
    Sequence sequence = 0; // of the last decision in it
    Request request;
    Verification verification;
    std::vector<StepRecord> steps; // one per step of the workflow, run or not
    std::vector<PinRecord> pins;
    std::vector<CheckRecord> checks;
    std::vector<RecordedEvent> events;
    std::vector<Pending> pending;

    // Adds what the entry tells. Entries come in the order of the journal.
    void append(const JournalEntry &entry);

    // Fills in the digits of PINs, and of codes that are or were one.
    void revealPins(const std::function<QString(std::uint8_t generation)> &pinOf);

    Status status() const { return verification.status; }
    // The step that a success is credited to: the last message delivered before the accepted check that carries the
    // accepted PIN, else the last one sent that carries it. None without a success.
    std::optional<std::size_t> creditedStep() const;
    StepState stepState(std::size_t step) const;
    // When the step ran, or will run if nobody does anything; none for a step that never ran and never will.
    std::optional<Instant> stepDueAt(std::size_t step) const;
    // When the request ended, or will end if nobody does anything.
    Instant endsAt() const;
    bool isReportAwaited() const;
    // When something happens to it next if nobody does anything: a message leaves or arrives, its user enters a code,
    // it ends. None once it has ended.
    std::optional<Instant> nextMoment() const;

    Money messagesCost() const;
    Money successFee() const; // zero unless verified
    Money cost() const { return messagesCost() + successFee(); }
};

} // namespace engine
