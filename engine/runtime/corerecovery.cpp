// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/core.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace engine {

namespace {

constexpr std::int64_t MostExpected = 10'000'000; // to run, whatever a store says

} // namespace

void Core::recover()
{
    m_live.reserve(std::size_t(std::clamp<std::int64_t>(m_store.reader().statusCounts().running(), 0, MostExpected)));
    m_store.visitOpen([this](const OpenVerification &open) {
        recover(open);
        m_due.begin(); // nothing of this is ever taken back
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

void Core::recover(const OpenVerification &open)
{
    Live fresh;
    fresh.row = open.row;
    fresh.setSealedPin(open.sealedPin);
    fresh.population = populationIndex(open.population);
    fresh.account = accountIndex(open.account);
    Live &live = m_live.place(std::move(fresh));
    queueWake(live);
    for (const Pending &pending : open.pending)
        queue(live, pending);
}

} // namespace engine
