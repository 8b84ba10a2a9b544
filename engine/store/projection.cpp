// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/projection.h"

namespace engine {

namespace {

std::int64_t dayOf(Instant instant)
{
    return std::chrono::floor<std::chrono::days>(instant.time_since_epoch()).count();
}

} // namespace

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

    const Verification &v = row.verification;
    RollupChange &change = m_rollups[{dayOf(v.startedAt), v.workflow.id(), v.workflow.version(), row.country,
                                      static_cast<int>(row.source)}];
    for (const Event &event : entry.events) {
        switch (event.type) {
        case EventType::Requested:
            ++change.requests;
            break;
        case EventType::StepSent:
            change.cost += v.workflow.step(event.step).channel == Channel::Sms ? row.prices.perSms : row.prices.perCall;
            break;
        case EventType::CodeAccepted:
            ++change.verified;
            change.cost += row.prices.onSuccess;
            ++change.secondsToVerify[std::chrono::floor<seconds>(event.at - v.startedAt).count()];
            break;
        case EventType::Expired:
            ++change.expired;
            break;
        case EventType::Failed:
            ++change.failed;
            break;
        case EventType::Cancelled:
            ++change.cancelled;
            break;
        case EventType::PinIssued:
        case EventType::StepDelivered:
        case EventType::StepFailed:
        case EventType::CodeRejected:
            break;
        }
    }
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
    m_rollups.clear();
}

} // namespace engine
