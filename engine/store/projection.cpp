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

void ProjectionChanges::add(const JournalEntry &entry, const VerificationRow &row)
{
    m_rows[entry.key] = row;
    if (entry.request)
        m_brands[entry.key] = entry.request->brand;

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

QString ProjectionChanges::brandOf(VerificationKey key) const
{
    const auto found = m_brands.find(key);
    return found == m_brands.end() ? QString(QLatin1String("")) : found->second;
}

void ProjectionChanges::clear()
{
    m_rows.clear();
    m_brands.clear();
    m_rollups.clear();
}

} // namespace engine
