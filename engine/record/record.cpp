// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/record/record.h"

namespace engine {

void Record::append(const JournalEntry &entry)
{
    if (entry.request) {
        *this = {}; // a second one tells it anew
        key = entry.key;
        request = *entry.request;
    }
    sequence = entry.sequence;
    for (const Event &event : entry.events) {
        evolve(verification, event);
        follow(pending, event, verification);
        const QString code = event.type == EventType::CodeRejected ? entry.code : QString();
        events.push_back({entry.sequence, event, code});
        switch (event.type) {
        case EventType::Requested:
            steps.resize(event.workflow.stepCount());
            for (std::size_t i = 0; i < steps.size(); ++i)
                steps[i].channel = event.workflow.step(i).channel;
            break;
        case EventType::PinIssued:
            pins.push_back({event.pinGeneration, event.at, verification.pinExpiresAt(), {}});
            break;
        case EventType::StepSent:
            steps.at(event.step).sentAt = event.at;
            steps.at(event.step).pinGeneration = event.pinGeneration;
            steps.at(event.step).plan = event.plan;
            break;
        case EventType::StepDelivered:
            steps.at(event.step).deliveredAt = event.at;
            break;
        case EventType::StepFailed:
            steps.at(event.step).failedAt = event.at;
            break;
        case EventType::CodeAccepted:
        case EventType::CodeRejected:
            checks.push_back(
                {event.at, event.type == EventType::CodeAccepted, code, event.pinGeneration, event.answers});
            break;
        case EventType::Cancelled:
        case EventType::Failed:
        case EventType::Expired:
            break;
        }
    }
}

std::optional<std::size_t> Record::creditedStep() const
{
    if (status() != Status::Succeeded)
        return std::nullopt;
    const CheckRecord &accepted = checks.back();
    std::optional<std::size_t> lastDelivered;
    std::optional<std::size_t> lastSent;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepRecord &step = steps[i];
        if (!step.sentAt || step.pinGeneration != accepted.pinGeneration)
            continue;
        lastSent = i;
        const bool isLater
            = step.deliveredAt && (!lastDelivered || *step.deliveredAt >= *steps[*lastDelivered].deliveredAt);
        if (isLater && *step.deliveredAt <= accepted.at)
            lastDelivered = i;
    }
    return lastDelivered ? lastDelivered : lastSent;
}

StepState Record::stepState(std::size_t index) const
{
    const StepRecord &step = steps.at(index);
    if (!step.sentAt) {
        if (!verification.hasEnded())
            return StepState::Pending;
        return status() == Status::Cancelled ? StepState::Cancelled : StepState::Skipped;
    }
    if (creditedStep() == index)
        return StepState::Verified;
    if (step.failedAt)
        return StepState::Failed;
    if (status() == Status::Expired)
        return StepState::Expired;
    return step.deliveredAt ? StepState::Delivered : StepState::Sent;
}

std::optional<Instant> Record::stepDueAt(std::size_t index) const
{
    if (const auto &sentAt = steps.at(index).sentAt)
        return sentAt;
    if (!verification.isRunning())
        return std::nullopt;
    return forecast(verification).dueAt[index];
}

Instant Record::endsAt() const
{
    return verification.isRunning() ? forecast(verification).endsAt : verification.endedAt;
}

std::optional<Instant> Record::nextMoment() const
{
    std::optional<Instant> next = nextWake(verification);
    for (const Pending &each : pending) {
        if (next)
            next = std::min(*next, each.at);
    }
    return next;
}

bool Record::isReportAwaited() const
{
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (verification.isReportAwaited(i))
            return true;
    }
    return false;
}

void Record::revealPins(const std::function<QString(std::uint8_t generation)> &pinOf)
{
    for (PinRecord &pin : pins)
        pin.digits = pinOf(pin.generation);
    for (CheckRecord &check : checks) {
        if (check.pinGeneration)
            check.code = pinOf(check.pinGeneration);
    }
    for (RecordedEvent &each : events) {
        const bool isCheck = each.event.type == EventType::CodeAccepted || each.event.type == EventType::CodeRejected;
        if (isCheck && each.event.pinGeneration)
            each.code = pinOf(each.event.pinGeneration);
    }
}

Money Record::messagesCost() const
{
    Money cost;
    for (const StepRecord &step : steps) {
        if (step.sentAt)
            cost += step.channel == Channel::Sms ? request.prices.perSms : request.prices.perCall;
    }
    return cost;
}

Money Record::successFee() const
{
    return status() == Status::Succeeded ? request.prices.onSuccess : Money();
}

} // namespace engine
