// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/userlife.h"

#include <QtGlobal>

#include <algorithm>

namespace engine {

UserLife::UserLife(const Workflow &workflow, const Population &population, UserKey user, Instant startedAt)
    : UserLife(workflow, population, user, drawTraits(population, user), startedAt)
{ }

UserLife::UserLife(const Workflow &workflow, const Population &population, UserKey user, const Traits &traits,
                   Instant startedAt)
    : m_population(population)
    , m_user(user)
    , m_traits(traits)
    , m_workflow(workflow)
{
    Pending start;
    start.at = startedAt;
    push(start);
}

const UserLife::Pending *UserLife::earliest() const
{
    const auto end = m_pending.begin() + m_count;
    const auto first = std::min_element(m_pending.begin(), end, [](const Pending &a, const Pending &b) {
        return a.at != b.at ? a.at < b.at : a.order < b.order;
    });
    return first == end ? nullptr : &*first;
}

std::optional<Instant> UserLife::next() const
{
    const Pending *pending = earliest();
    return pending ? std::optional(pending->at) : std::nullopt;
}

void UserLife::push(Pending pending)
{
    Q_ASSERT(m_count < m_pending.size());
    pending.order = m_order++;
    m_pending[m_count++] = pending;
}

void UserLife::remove(Kind kind)
{
    const auto end = m_pending.begin() + m_count;
    const auto rest = std::remove_if(m_pending.begin(), end, [kind](const Pending &each) { return each.kind == kind; });
    m_count = static_cast<std::uint8_t>(rest - m_pending.begin());
}

Decision UserLife::live()
{
    const Pending *first = earliest();
    if (!first)
        return Decision(Outcome::NothingLeft);
    const Pending now = *first;
    m_pending[std::size_t(first - m_pending.data())] = m_pending[--m_count];
    switch (now.kind) {
    case Kind::Start:
        return carryOut(Start{m_workflow}, now.at);
    case Kind::Wake:
        return carryOut(Wake{}, now.at);
    case Kind::Report: {
        const bool arrives = now.plan.delivery == StepPlan::Delivery::Arrives;
        const Decision decision = carryOut(Report{now.step, arrives}, now.at);
        if (arrives && now.plan.isEntered && m_verification.isRunning()) {
            Pending entry = now;
            entry.kind = Kind::Entry;
            entry.at = now.at + now.plan.entryAfter;
            push(entry);
        }
        return decision;
    }
    case Kind::Entry: {
        const bool isWrong = now.attempt < now.plan.wrongCodes;
        const Check check{isWrong ? std::nullopt : std::optional(now.pinGeneration)};
        const Decision decision = carryOut(check, now.at, static_cast<std::uint8_t>(now.step + 1));
        if (isWrong && m_verification.isRunning()) {
            Pending again = now;
            ++again.attempt;
            again.at = now.at + now.plan.entryAfter;
            push(again);
        }
        return decision;
    }
    }
    Q_UNREACHABLE();
}

Decision UserLife::carryOut(const Command &command, Instant at, std::uint8_t answers)
{
    Decision decision = decide(m_verification, command, at);
    if (decision.isEmpty())
        return decision;
    for (Event &event : decision) {
        if (event.type == EventType::CodeAccepted || event.type == EventType::CodeRejected)
            event.answers = answers;
        evolve(m_verification, event);
        if (event.type == EventType::StepSent) {
            event.plan = planStep(m_population, m_traits, m_workflow.step(event.step).channel, m_user, event.step,
                                  event.at - m_verification.startedAt);
            follow(event);
        }
    }
    if (m_verification.hasEnded())
        remove(Kind::Entry);
    remove(Kind::Wake);
    if (const auto wake = nextWake(m_verification)) {
        Pending pending;
        pending.kind = Kind::Wake;
        pending.at = *wake;
        push(pending);
    }
    return decision;
}

// The carrier's news of a message.
void UserLife::follow(const Event &sent)
{
    Pending report;
    report.kind = Kind::Report;
    report.at = sent.at + sent.plan.reportAfter;
    report.step = sent.step;
    report.pinGeneration = sent.pinGeneration;
    report.plan = sent.plan;
    push(report);
}

} // namespace engine
