// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run.h"

#include <QStringList>

using namespace engine;
using namespace Qt::StringLiterals;

namespace tests {

namespace {

QString word(const Event &event, const Workflow &workflow)
{
    switch (event.type) {
    case EventType::Requested:
        return u"requested"_s;
    case EventType::PinIssued:
        return u"pin"_s + QString::number(event.pinGeneration);
    case EventType::StepSent:
        return workflow.step(event.step).channel == Channel::Sms ? u"sms"_s : u"call"_s;
    case EventType::StepDelivered:
        return u"delivered"_s;
    case EventType::StepFailed:
        return u"lost"_s;
    case EventType::CodeAccepted:
        return u"valid"_s;
    case EventType::CodeRejected:
        return u"invalid"_s;
    case EventType::Cancelled:
        return u"cancelled"_s;
    case EventType::Failed:
        return u"failed"_s;
    case EventType::Expired:
        return u"expired"_s;
    }
    return {};
}

} // namespace

Run::Run(const Workflow &workflow)
{
    submit(Start{workflow});
}

void Run::advance(milliseconds by)
{
    const Instant until = m_now + by;
    for (auto wake = nextWake(m_state); wake && *wake <= until; wake = nextWake(m_state)) {
        m_now = *wake;
        submit(Wake{});
    }
    m_now = until;
}

void Run::advanceTo(milliseconds sinceRequest)
{
    advance(Instant(sinceRequest) - m_now);
}

void Run::sleep(milliseconds by)
{
    m_now += by;
    for (auto wake = nextWake(m_state); wake && *wake <= m_now; wake = nextWake(m_state))
        submit(Wake{});
}

Outcome Run::enter(const QByteArray &code)
{
    Check check;
    for (std::uint8_t generation = 1; generation <= m_state.pinGeneration; ++generation) {
        if (code == pin(generation))
            check.matchedGeneration = generation;
    }
    return submit(check);
}

Outcome Run::submit(const Command &command)
{
    const Decision decision = decide(m_state, command, m_now);
    for (const Event &event : decision) {
        evolve(m_state, event);
        m_events.push_back(event);
    }
    return decision.outcome();
}

QByteArray Run::pin(int generation)
{
    return QByteArray::number(1000 + generation);
}

QString Run::story() const
{
    QStringList words;
    for (const Event &event : m_events) {
        if (event.type != EventType::Requested) {
            const double at = static_cast<double>(toMilliseconds(event.at)) / 1000;
            words << word(event, m_state.workflow) + u'@' + QString::number(at);
        }
    }
    return words.join(u' ');
}

} // namespace tests
