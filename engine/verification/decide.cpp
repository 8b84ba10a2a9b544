// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verification/verification.h"

#include <algorithm>
#include <cassert>

namespace engine {

namespace {

Event event(EventType type, Instant at)
{
    Event event;
    event.type = type;
    event.at = at;
    return event;
}

Event pinIssued(std::uint8_t generation, Instant at)
{
    Event issued = event(EventType::PinIssued, at);
    issued.pinGeneration = generation;
    return issued;
}

Event stepEvent(EventType type, std::uint8_t step, Instant at)
{
    Event happened = event(type, at);
    happened.step = step;
    return happened;
}

// A new PIN comes only with a message, and only when the current one has reached the end of its life.
void appendNextStep(Decision &decision, const Verification &v, Instant now)
{
    std::uint8_t generation = v.pinGeneration;
    if (generation == 0 || now >= v.pinExpiresAt())
        decision.append(pinIssued(++generation, now));
    Event sent = stepEvent(EventType::StepSent, v.stepsSent, now);
    sent.pinGeneration = generation;
    decision.append(sent);
}

Decision decideCommand(const Verification &v, const Start &start, Instant now)
{
    if (v.status != Status::NotStarted)
        return Outcome::AlreadyStarted;
    Event requested = event(EventType::Requested, now);
    requested.workflow = start.workflow;
    Decision decision(Outcome::Accepted, {requested});
    Verification started = v;
    evolve(started, requested);
    appendNextStep(decision, started, now);
    return decision;
}

Decision decideCommand(const Verification &v, const Check &check, Instant now)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    Event judged = event(EventType::CodeRejected, now);
    judged.pinGeneration = check.matchedGeneration.value_or(0);
    if (check.matchedGeneration == v.pinGeneration && now < v.pinExpiresAt()) {
        judged.type = EventType::CodeAccepted;
        return {Outcome::Accepted, {judged}};
    }
    if (v.wrongCodes + 1 < MaxWrongCodes)
        return {Outcome::WrongCode, {judged}};
    return {Outcome::TooManyWrongCodes, {judged, event(EventType::Failed, now)}};
}

Decision decideCommand(const Verification &v, const Cancel &, Instant now)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    // Too late comes first: who waits for the thirty seconds to pass would be refused again.
    if (v.stepsSent >= CancelBeforeSteps)
        return Outcome::TooLate;
    if (now < v.startedAt + CancelFrom)
        return Outcome::TooEarly;
    return {Outcome::Accepted, {event(EventType::Cancelled, now)}};
}

Decision decideCommand(const Verification &v, const TriggerNext &, Instant now)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    if (!v.hasStepsLeft())
        return Outcome::NothingLeft;
    Decision decision(Outcome::Accepted);
    appendNextStep(decision, v, now);
    return decision;
}

Decision decideCommand(const Verification &v, const Wake &, Instant now)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    if (now < *nextWake(v))
        return Outcome::NothingLeft;
    if (!v.hasStepsLeft())
        return {Outcome::Accepted, {event(EventType::Expired, now)}};
    Decision decision(Outcome::Accepted);
    appendNextStep(decision, v, now);
    return decision;
}

// The carrier's news is recorded even after the end; it never changes what comes next.
Decision decideCommand(const Verification &v, const Report &report, Instant now)
{
    if (!v.isReportAwaited(report.step))
        return Outcome::NothingLeft;
    const EventType type = report.isDelivered ? EventType::StepDelivered : EventType::StepFailed;
    return {Outcome::Accepted, {stepEvent(type, report.step, now)}};
}

Decision decideCommand(const Verification &v, const End &end, Instant now)
{
    if (!v.isRunning())
        return Outcome::NotRunning;
    return {Outcome::Accepted, {event(end.asCancelled ? EventType::Cancelled : EventType::Expired, now)}};
}

void end(Verification &v, Status status, Instant at)
{
    v.status = status;
    v.endedAt = at;
}

} // namespace

Decision::Decision(Outcome outcome, std::initializer_list<Event> events)
    : m_outcome(outcome)
{
    for (const Event &each : events)
        append(each);
}

void Decision::append(const Event &event)
{
    assert(m_count < MaxEvents);
    m_events[m_count++] = event;
}

Decision decide(const Verification &verification, const Command &command, Instant now)
{
    return std::visit([&](const auto &wanted) { return decideCommand(verification, wanted, now); }, command);
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
    return v.hasStepsLeft() ? waited : std::max(waited, v.pinExpiresAt());
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
