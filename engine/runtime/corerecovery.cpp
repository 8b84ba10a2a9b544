// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/core.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace engine {

void Core::recover()
{
    m_store.visitOpenRecords([this](const Record &record) {
        recover(record);
        m_due.begin(); // nothing of this is ever taken back
        m_live.begin();
    });

    recoverInbox();
}

// The journal's end tells which messages arrived last; whose they are is asked once per verification.
void Core::recoverInbox()
{
    std::vector<Arrival> arrivals;
    std::set<VerificationKey> keys;
    for (const JournalEntry &entry : m_store.reader().latestEntries(2 * Inbox::Capacity)) {
        for (const Event &event : entry.events) {
            if (event.type == EventType::StepDelivered) {
                arrivals.push_back({entry.sequence, entry.key, event.step, {}});
                keys.insert(entry.key);
            }
        }
    }
    std::unordered_map<VerificationKey, PhoneNumber> numbers;
    for (const Summary &summary : m_store.reader().summaries(std::vector(keys.begin(), keys.end())))
        numbers.emplace(summary.key, summary.number);
    for (Arrival &arrival : arrivals) {
        const auto number = numbers.find(arrival.key);
        if (number == numbers.end())
            continue;
        arrival.number = number->second;
        m_inbox.add(arrival);
    }
}

void Core::recover(const Record &record)
{
    Live fresh;
    fresh.row = toRow(record);
    fresh.sealedPin = record.request.sealedPin;
    fresh.population = populationIndex(record.request.population);
    Live &live = m_live.insert(record.key, std::move(fresh));

    if (const auto wake = nextWake(record.verification)) {
        Due due;
        due.at = *wake;
        schedule(live, due);
    }
    for (std::uint8_t step = 0; step < record.verification.stepsSent; ++step) {
        const StepRecord &sent = record.steps[step];
        Due due;
        due.step = step;
        due.pinGeneration = sent.pinGeneration;
        due.plan = sent.plan;
        if (record.verification.isReportAwaited(step)) {
            due.kind = Due::Kind::Report;
            due.at = *sent.sentAt + sent.plan.reportAfter;
            schedule(live, due);
        } else if (sent.deliveredAt && sent.plan.isEntered && record.verification.isRunning()) {
            due.kind = Due::Kind::Entry;
            const auto isByThisUser = [&](const CheckRecord &check) { return check.answers == step + 1; };
            due.attempt
                = static_cast<std::uint8_t>(std::count_if(record.checks.begin(), record.checks.end(), isByThisUser));
            due.at = *sent.deliveredAt + sent.plan.entryAfter * (due.attempt + 1);
            if (due.attempt <= sent.plan.wrongCodes)
                schedule(live, due);
        }
    }
}

} // namespace engine
