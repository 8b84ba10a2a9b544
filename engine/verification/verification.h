// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/verification/workflow.h"

#include <array>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <variant>

// The heart: the rules of a verification as pure functions over values. It knows no clock, thread, database,
// randomness, PIN or string; the live engine, recovery and the simulator run these same functions.
namespace engine {

inline constexpr int MaxWrongCodes = 3; // per PIN: the third ends the request
inline constexpr seconds CancelFrom{30};
inline constexpr int CancelBeforeSteps = 2; // cancelling is possible while fewer than this many steps have run

enum class Status : std::uint8_t { NotStarted, InProgress, Succeeded, Failed, Expired, Cancelled };

// The state of one request that the rules need, and nothing else.
struct Verification {
    Workflow workflow;
    Status status = Status::NotStarted;
    std::uint8_t stepsSent = 0;
    std::uint8_t reportedSteps = 0; // bit n: the carrier has reported what became of step n
    std::uint8_t pinGeneration = 0; // counts from 1; 0 before the first PIN
    std::uint8_t wrongCodes = 0; // since the current PIN was issued
    Instant startedAt{};
    Instant pinIssuedAt{};
    Instant lastStepAt{};
    Instant endedAt{}; // meaningful once hasEnded()

    bool isRunning() const { return status == Status::InProgress; }
    bool hasEnded() const { return status > Status::InProgress; }
    Instant pinExpiresAt() const { return pinIssuedAt + workflow.pinExpiry(); }
    bool hasStepsLeft() const { return stepsSent < workflow.stepCount(); }
    int triesLeft() const { return MaxWrongCodes - wrongCodes; }
    bool isReportAwaited(std::size_t step) const { return step < stepsSent && !((reportedSteps >> step) & 1U); }

    bool operator==(const Verification &) const = default;
};
static_assert(std::is_trivially_copyable_v<Verification> && sizeof(Verification) <= 100);

// What the simulated carrier and user will do about one message; drawn once, when it is sent, and kept in its event.
// The rules never read it.
struct StepPlan {
    enum class Delivery : std::uint8_t { Arrives, IsLost };
    Delivery delivery = Delivery::Arrives;
    std::uint8_t wrongCodes = 0; // how many wrong codes the user enters before the right one
    bool isEntered = false; // whether the user reacts to the message at all
    milliseconds reportAfter{}; // from sending to delivery, answer, or the news that there will be none
    milliseconds entryAfter{}; // from delivery to the first code, and between codes

    bool operator==(const StepPlan &) const = default;
};

enum class EventType : std::uint8_t {
    Requested,
    PinIssued,
    StepSent,
    StepDelivered,
    StepFailed,
    CodeAccepted,
    CodeRejected,
    Cancelled,
    Failed,
    Expired,
};

// What happened. Which of the fields mean something depends on the type, as their comments say.
struct Event {
    EventType type = EventType::Requested;
    std::uint8_t step = 0; // StepSent, StepDelivered, StepFailed: counts from 0
    std::uint8_t pinGeneration
        = 0; // PinIssued, StepSent, CodeAccepted; CodeRejected: the PIN that the code once was, or 0
    std::uint8_t answers
        = 0; // CodeAccepted, CodeRejected: 1 + the step that a simulated user answers, 0 for anybody else
    Instant at{};
    StepPlan plan{}; // StepSent
    Workflow workflow{}; // Requested

    bool operator==(const Event &) const = default;
};
static_assert(std::is_trivially_copyable_v<Event>);

// What somebody wants.
struct Start {
    Workflow workflow;
};
struct Check {
    std::optional<std::uint8_t> matchedGeneration; // which of the request's PINs the code is, if any
};
struct Cancel { };
struct TriggerNext { };
struct Wake { }; // time has come to nextWake()
struct Report {
    std::uint8_t step = 0;
    bool isDelivered = false;
};
// The console ends a request whatever the window: expired or cancelled.
struct End {
    bool asCancelled = false;
};
using Command = std::variant<Start, Check, Cancel, TriggerNext, Wake, Report, End>;

enum class Outcome : std::uint8_t {
    Accepted,
    WrongCode,
    TooManyWrongCodes,
    NotRunning, // never started, or ended
    AlreadyStarted,
    TooEarly,
    TooLate,
    NothingLeft, // no step to send, nothing due, no report awaited
};

// The outcome of a command and the events that follow from it, inline: deciding allocates nothing.
class Decision {
public:
    static constexpr std::size_t MaxEvents = 6;

    explicit Decision(Outcome outcome)
        : m_outcome(outcome)
    { }
    Decision(const Decision &other);
    Decision &operator=(const Decision &other);

    Outcome outcome() const { return m_outcome; }
    void setOutcome(Outcome outcome) { m_outcome = outcome; }
    // The caller fills in what the type needs beyond its instant.
    Event &append(EventType type, Instant at);

    bool isEmpty() const { return m_count == 0; }
    std::size_t size() const { return m_count; }
    Event *begin() { return m_events; }
    Event *end() { return m_events + m_count; }
    const Event *begin() const { return m_events; }
    const Event *end() const { return m_events + m_count; }

private:
    // A union leaves the places empty until events come: most decisions are one event, and to clear six takes longer
    // than to decide.
    union {
        Event m_events[MaxEvents];
    };
    std::uint8_t m_count = 0;
    Outcome m_outcome;
};

// The rules: what `command` at `now` leads to. `now` is not before the last event.
Decision decide(const Verification &verification, const Command &command, Instant now);
// The same, where it is known which command it is.
Decision decide(const Verification &verification, const Start &start, Instant now);
Decision decide(const Verification &verification, const Check &check, Instant now);
Decision decide(const Verification &verification, const Wake &wake, Instant now);
Decision decide(const Verification &verification, const Report &report, Instant now);

// The only writer of a Verification. Replaying a request's events from a default Verification gives its state.
void evolve(Verification &verification, const Event &event);

// When a Wake is due: the next step, or the end. None unless it is running.
std::optional<Instant> nextWake(const Verification &verification);

// What will happen to a running verification if nobody does anything: the steps on their times, then the end.
// Entries of steps that were sent are left at zero.
struct Forecast {
    std::array<Instant, MaxSteps> dueAt{};
    std::array<std::uint8_t, MaxSteps> pinGeneration{};
    Instant endsAt{};
};
Forecast forecast(const Verification &verification);

} // namespace engine
