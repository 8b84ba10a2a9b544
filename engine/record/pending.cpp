// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/record/pending.h"

namespace engine {

bool isEndedBy(const Pending &pending, const Event &event)
{
    switch (event.type) {
    case EventType::StepDelivered:
    case EventType::StepFailed:
        return pending.kind == Pending::Kind::Report && pending.step == event.step;
    case EventType::CodeRejected:
        return pending.kind == Pending::Kind::Entry && pending.step + 1 == event.answers;
    case EventType::CodeAccepted:
    case EventType::Cancelled:
    case EventType::Failed:
    case EventType::Expired:
        return pending.kind == Pending::Kind::Entry;
    case EventType::Requested:
    case EventType::PinIssued:
    case EventType::StepSent:
        break;
    }
    return false;
}

std::optional<Pending> begunBy(const Event &event, const Verification &after, const std::optional<Pending> &ended)
{
    if (event.type == EventType::StepSent) {
        return Pending{
            Pending::Kind::Report, event.step, event.pinGeneration, 0, event.plan, event.at + event.plan.reportAfter};
    }
    if (!ended || !after.isRunning() || !ended->plan.isEntered)
        return std::nullopt;
    Pending entry = *ended;
    entry.kind = Pending::Kind::Entry;
    entry.at = event.at + entry.plan.entryAfter;
    if (event.type == EventType::StepDelivered && entry.plan.delivery == StepPlan::Delivery::Arrives)
        return entry;
    // A user who was to enter a wrong code first tries again; the right one is entered once.
    if (event.type == EventType::CodeRejected && entry.attempt < entry.plan.wrongCodes) {
        ++entry.attempt;
        return entry;
    }
    return std::nullopt;
}

void follow(std::vector<Pending> &pending, const Event &event, const Verification &after)
{
    std::optional<Pending> ended;
    std::erase_if(pending, [&](const Pending &each) {
        const bool isEnded = isEndedBy(each, event);
        if (isEnded)
            ended = each;
        return isEnded;
    });
    if (const auto begun = begunBy(event, after, ended))
        pending.push_back(*begun);
}

} // namespace engine
