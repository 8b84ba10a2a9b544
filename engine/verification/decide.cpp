// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verification/verification.h"

#include <algorithm>
#include <cassert>
#include <memory>

namespace engine {

namespace {

// The rules, one for each command: what comes of it, and the events that follow.

// A new PIN comes only with a message, and only when the current one has reached the end of its life.
void sendNextStep(const Verification &v, Instant now, Decision &decision)
{
    std::uint8_t generation = v.pinGeneration;
    if (generation == 0 || now >= v.pinExpiresAt())
        decision.append(EventType::PinIssued, now).pinGeneration = ++generation;
    Event &sent = decision.append(EventType::StepSent, now);
    sent.step = v.stepsSent;
    sent.pinGeneration = generation;
}

Outcome judge(const Verification &v, const Start &start, Instant now, Decision &decision)
{
    if (v.status != Status::NotStarted)
        return Outcome::AlreadyStarted;
    decision.append(EventType::Requested, now).workflow = start.workflow;
    sendNextStep(v, now, decision);
    return Outcome::Accepted;
}

Outcome judge(const Verification &v, const Check &check, Instant now, Decision &decision)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    const bool isRight = check.matchedGeneration == v.pinGeneration && now < v.pinExpiresAt();
    Event &judged = decision.append(isRight ? EventType::CodeAccepted : EventType::CodeRejected, now);
    judged.pinGeneration = check.matchedGeneration.value_or(0);
    if (isRight)
        return Outcome::Accepted;
    if (v.wrongCodes + 1 < MaxWrongCodes)
        return Outcome::WrongCode;
    decision.append(EventType::Failed, now);
    return Outcome::TooManyWrongCodes;
}

Outcome judge(const Verification &v, const Cancel &, Instant now, Decision &decision)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    // Too late comes first: who waits for the thirty seconds to pass would be refused again.
    if (v.stepsSent >= CancelBeforeSteps)
        return Outcome::TooLate;
    if (now < v.startedAt + CancelFrom)
        return Outcome::TooEarly;
    decision.append(EventType::Cancelled, now);
    return Outcome::Accepted;
}

Outcome judge(const Verification &v, const TriggerNext &, Instant now, Decision &decision)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    if (!v.hasStepsLeft())
        return Outcome::NothingLeft;
    sendNextStep(v, now, decision);
    return Outcome::Accepted;
}

Outcome judge(const Verification &v, const Wake &, Instant now, Decision &decision)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    if (now < *nextWake(v))
        return Outcome::NothingLeft;
    if (v.hasStepsLeft())
        sendNextStep(v, now, decision);
    else
        decision.append(EventType::Expired, now);
    return Outcome::Accepted;
}

// The carrier's news is recorded even after the end; it never changes what comes next.
Outcome judge(const Verification &v, const Report &report, Instant now, Decision &decision)
{
    if (!v.isReportAwaited(report.step))
        return Outcome::NothingLeft;
    decision.append(report.isDelivered ? EventType::StepDelivered : EventType::StepFailed, now).step = report.step;
    return Outcome::Accepted;
}

Outcome judge(const Verification &v, const End &end, Instant now, Decision &decision)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    decision.append(end.asCancelled ? EventType::Cancelled : EventType::Expired, now);
    return Outcome::Accepted;
}

template <class Command>
Decision decided(const Verification &v, const Command &command, Instant now)
{
    Decision decision(Outcome::Accepted);
    decision.setOutcome(judge(v, command, now, decision));
    return decision;
}

void end(Verification &v, Status status, Instant at)
{
    v.status = status;
    v.endedAt = at;
}

} // namespace

Decision::Decision(const Decision &other)
    : m_count(other.m_count)
    , m_outcome(other.m_outcome)
{
    std::uninitialized_copy(other.begin(), other.end(), m_events);
}

Decision &Decision::operator=(const Decision &other)
{
    m_count = other.m_count;
    m_outcome = other.m_outcome;
    std::uninitialized_copy(other.begin(), other.end(), m_events);
    return *this;
}

Event &Decision::append(EventType type, Instant at)
{
    assert(m_count < MaxEvents);
    Event &event = *std::construct_at(m_events + m_count++);
    event.type = type;
    event.at = at;
    return event;
}

Decision decide(const Verification &verification, const Start &start, Instant now)
{
    return decided(verification, start, now);
}

Decision decide(const Verification &verification, const Check &check, Instant now)
{
    return decided(verification, check, now);
}

Decision decide(const Verification &verification, const Wake &wake, Instant now)
{
    return decided(verification, wake, now);
}

Decision decide(const Verification &verification, const Report &report, Instant now)
{
    return decided(verification, report, now);
}

Decision decide(const Verification &verification, const Command &command, Instant now)
{
    return std::visit([&](const auto &wanted) { return decided(verification, wanted, now); }, command);
}

void evolve(Verification &v, const Event &event)
{
    switch (event.type) {
    case EventType::Requested:
        v.workflow = event.workflow;
        v.status = Status::InProgress;
        v.startedAt = event.at;
        break;
    case EventType::PinIssued:
        v.pinGeneration = event.pinGeneration;
        v.pinIssuedAt = event.at;
        v.wrongCodes = 0;
        break;
    case EventType::StepSent:
        v.stepsSent = static_cast<std::uint8_t>(event.step + 1);
        v.lastStepAt = event.at;
        break;
    case EventType::StepDelivered:
    case EventType::StepFailed:
        v.reportedSteps = static_cast<std::uint8_t>(v.reportedSteps | (1U << event.step));
        break;
    case EventType::CodeRejected:
        ++v.wrongCodes;
        break;
    case EventType::CodeAccepted:
        end(v, Status::Succeeded, event.at);
        break;
    case EventType::Cancelled:
        end(v, Status::Cancelled, event.at);
        break;
    case EventType::Failed:
        end(v, Status::Failed, event.at);
        break;
    case EventType::Expired:
        end(v, Status::Expired, event.at);
        break;
    }
}

std::optional<Instant> nextWake(const Verification &v)
{
    if (!v.isRunning())
        return std::nullopt;
    const Instant waited = v.lastStepAt + v.workflow.step(v.stepsSent - 1U).wait;
    return v.hasStepsLeft() || waited > v.pinExpiresAt() ? waited : v.pinExpiresAt();
}

Forecast forecast(const Verification &verification)
{
    assert(verification.isRunning());
    Verification v = verification;
    Forecast forecast;
    while (v.hasStepsLeft()) {
        const std::size_t next = v.stepsSent;
        forecast.dueAt[next] = *nextWake(v);
        for (const Event &event : decide(v, Wake{}, forecast.dueAt[next]))
            evolve(v, event);
        forecast.pinGeneration[next] = v.pinGeneration;
    }
    forecast.endsAt = *nextWake(v);
    return forecast;
}

} // namespace engine
