// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/projection.h"

namespace engine {

Money costOf(const VerificationRow &row)
{
    const Verification &v = row.verification;
    Money cost = v.status == Status::Succeeded ? row.prices.onSuccess : Money();
    for (std::size_t step = 0; step < v.stepsSent; ++step)
        cost += v.workflow.step(step).channel == Channel::Sms ? row.prices.perSms : row.prices.perCall;
    return cost;
}

void ProjectionChanges::add(const JournalEntry &entry, const VerificationRow &row, const QByteArray &openState)
{
    m_rows[entry.key] = {row, openState};
    if (entry.request)
        m_requests[entry.key] = entry.request;
    for (const Event &event : entry.events) {
        switch (event.type) {
        case EventType::Requested:
            ++m_counts.all;
            break;
        case EventType::CodeAccepted:
            ++m_counts.verified;
            break;
        case EventType::Expired:
            ++m_counts.expired;
            break;
        case EventType::Failed:
            ++m_counts.failed;
            break;
        case EventType::Cancelled:
            ++m_counts.cancelled;
            break;
        case EventType::PinIssued:
        case EventType::StepSent:
        case EventType::StepDelivered:
        case EventType::StepFailed:
        case EventType::CodeRejected:
            break;
        }
    }
}

void ProjectionChanges::retell(const JournalEntry &entry, const VerificationRow &row)
{
    m_rows[entry.key] = {row, {}};
    m_requests[entry.key] = entry.request;
    m_retold.push_back(entry.key);
}

const Request *ProjectionChanges::requestOf(VerificationKey key) const
{
    const auto found = m_requests.find(key);
    return found == m_requests.end() ? nullptr : found->second.get();
}

void ProjectionChanges::clear()
{
    m_rows.clear();
    m_requests.clear();
    m_retold.clear();
    m_counts = {};
}

} // namespace engine
