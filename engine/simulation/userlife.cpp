// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/userlife.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace engine {

namespace {

constexpr Instant Never = Instant::max();

} // namespace

UserLife::UserLife(const Workflow &workflow, const Population &population, UserKey user, Instant startedAt)
    : UserLife(workflow, population, user, drawTraits(population, user), startedAt)
{ }

UserLife::UserLife(const Workflow &workflow, const Population &population, UserKey user, const Traits &traits,
                   Instant startedAt)
    : m_population(population)
    , m_user(user)
    , m_traits(traits)
    , m_workflow(workflow)
    , m_dueAt(startedAt)
{ }

std::optional<Instant> UserLife::next() const
{
    Instant at = m_dueAt;
    for (std::size_t i = 0; i < m_messageCount; ++i)
        at = std::min(at, m_messages[i].at);
    return at == Never ? std::nullopt : std::optional(at);
}

// The first of those that come before the rules' own turn; null when there is none.
UserLife::Message *UserLife::earliestMessage()
{
    Message *earliest = nullptr;
    Instant at = m_dueAt;
    std::uint32_t order = m_dueOrder;
    for (Message *each = m_messages; each != m_messages + m_messageCount; ++each) {
        if (each->at < at || (each->at == at && each->order < order && at != Never)) {
            earliest = each;
            at = each->at;
            order = each->order;
        }
    }
    return earliest;
}

Decision UserLife::live()
{
    if (Message *message = earliestMessage())
        return message->next == Message::Next::Report ? report(*message) : enterCode(*message);
    if (m_verification.status == Status::NotStarted)
        return carryOut(Start{m_workflow}, m_dueAt);
    return carryOut(Wake{}, m_dueAt);
}

Decision UserLife::report(Message &message)
{
    const Instant at = std::exchange(message.at, Never);
    const bool arrives = message.plan.delivery == StepPlan::Delivery::Arrives;
    Decision decision = carryOut(Report{message.step, arrives}, at);
    if (arrives && message.plan.isEntered)
        expectCode(message, at);
    return decision;
}

Decision UserLife::enterCode(Message &message)
{
    const Instant at = std::exchange(message.at, Never);
    const bool isWrong = message.wrongCodes < message.plan.wrongCodes;
    const Check check{isWrong ? std::nullopt : std::optional(message.pinGeneration)};
    Decision decision = carryOut(check, at, static_cast<std::uint8_t>(message.step + 1));
    if (isWrong) {
        ++message.wrongCodes;
        expectCode(message, at);
    }
    return decision;
}

template <class Command>
Decision UserLife::carryOut(const Command &command, Instant at, std::uint8_t answers)
{
    Decision decision = decide(m_verification, command, at);
    for (Event &event : decision) {
        if (event.type == EventType::CodeAccepted || event.type == EventType::CodeRejected)
            event.answers = answers;
        evolve(m_verification, event);
        if (event.type == EventType::StepSent)
            follow(event);
    }
    m_dueOrder = m_order++;
    if (m_verification.isRunning()) {
        m_dueAt = *nextWake(m_verification);
        return decision;
    }
    m_dueAt = Never;
    for (Message *each = m_messages; each != m_messages + m_messageCount; ++each) {
        if (each->next == Message::Next::Code) // nobody enters one any more; news still comes
            each->at = Never;
    }
    return decision;
}

// Draws what will come of the message.
void UserLife::follow(Event &sent)
{
    const StepPlan plan = planStep(m_population, m_traits, m_workflow.step(sent.step).channel, m_user, sent.step,
                                   sent.at - m_verification.startedAt);
    sent.plan = plan;
    Message &message = *std::construct_at(m_messages + m_messageCount++);
    message.at = sent.at + plan.reportAfter;
    message.order = m_order++;
    message.step = sent.step;
    message.pinGeneration = sent.pinGeneration;
    message.plan = plan;
}

void UserLife::expectCode(Message &message, Instant since)
{
    if (!m_verification.isRunning())
        return;
    message.next = Message::Next::Code;
    message.at = since + message.plan.entryAfter;
    message.order = std::exchange(m_dueOrder, m_order++); // set in motion by the event, before the rules' next turn
}

} // namespace engine
