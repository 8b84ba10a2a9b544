// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/phoneshelf.h"

#include <algorithm>

namespace engine {

namespace {

enum Heat : int { OfPopulation, Rests, Waits, Rings };

bool mayRing(const Record &record)
{
    return std::any_of(record.steps.begin(), record.steps.end(), [](const StepRecord &step) {
        return step.channel == Channel::Tts && step.sentAt && !step.deliveredAt && !step.failedAt;
    });
}

// When it last began or ended: what was quiet longer makes room first.
Instant lastTurn(const Verification &verification)
{
    return verification.hasEnded() ? verification.endedAt : verification.startedAt;
}

} // namespace

PhoneShelf::Rank PhoneShelf::rankOf(const Records &records)
{
    const Record &newest = *records.front();
    if (isPopulations(records))
        return {OfPopulation, lastTurn(newest.verification)};
    if (!newest.verification.isRunning())
        return {Rests, lastTurn(newest.verification)};
    return {mayRing(newest) ? Rings : Waits, lastTurn(newest.verification)};
}

bool PhoneShelf::isKept(const Summary &summary) const
{
    const auto found = m_phones.find(summary.number);
    if (found == m_phones.end())
        return false;
    const Records &records = found->second;
    return summary.key >= records.back()->key || records.size() < RecordsPerPhone;
}

bool PhoneShelf::hasPlaceFor(const Summary &newcomer) const
{
    if (newcomer.source == Source::Population && m_populations >= PopulationCapacity) {
        return std::any_of(m_phones.begin(), m_phones.end(), [](const auto &phone) {
            return isPopulations(phone.second) && phone.second.front()->verification.hasEnded();
        });
    }
    if (m_phones.size() < Capacity)
        return true;
    const Rank rank{newcomer.status == Status::InProgress ? Waits : Rests,
                    newcomer.status == Status::InProgress ? newcomer.startedAt : newcomer.endedAt};
    return std::any_of(m_phones.begin(), m_phones.end(),
                       [&](const auto &phone) { return rankOf(phone.second) < rank; });
}

void PhoneShelf::put(std::shared_ptr<const Record> record)
{
    const PhoneNumber number = record->request.number;
    auto found = m_phones.find(number);
    if (found == m_phones.end()) {
        makePlaceFor(record);
        const bool isOfPopulation = !record->request.population.isEmpty();
        if (m_phones.size() >= Capacity || (isOfPopulation && m_populations >= PopulationCapacity)) {
            m_leavesOut = true;
            return;
        }
        found = m_phones.emplace(number, Records()).first;
    } else if (isPopulations(found->second)) {
        --m_populations; // counted again below
    }
    Records &records = found->second;
    std::erase_if(records, [&](const auto &each) { return each->key == record->key; });
    const auto place
        = std::find_if(records.begin(), records.end(), [&](const auto &each) { return each->key < record->key; });
    records.insert(place, std::move(record));
    if (records.size() > RecordsPerPhone)
        records.pop_back();
    m_populations += isPopulations(records) ? 1 : 0;
    m_changed.insert(number);
    m_gone.erase(number);
}

// Of two phones that could go, the one goes that was quiet longer.
void PhoneShelf::makePlaceFor(const std::shared_ptr<const Record> &newcomer)
{
    const bool isOfPopulation = !newcomer->request.population.isEmpty();
    const bool isAmongPopulations = isOfPopulation && m_populations >= PopulationCapacity;
    if (!isAmongPopulations && m_phones.size() < Capacity)
        return;
    const Rank rank = rankOf({newcomer});
    const std::pair<const PhoneNumber, Records> *least = nullptr;
    for (const auto &phone : m_phones) {
        const bool mayGo = isAmongPopulations
            ? isPopulations(phone.second) && phone.second.front()->verification.hasEnded()
            : rankOf(phone.second) < rank;
        if (mayGo && (!least || rankOf(phone.second) < rankOf(least->second)))
            least = &phone;
    }
    if (least)
        remove(PhoneNumber(least->first));
}

void PhoneShelf::remove(PhoneNumber number)
{
    const auto found = m_phones.find(number);
    m_populations -= isPopulations(found->second) ? 1 : 0;
    m_phones.erase(found);
    m_changed.erase(number);
    m_gone.insert(number);
    m_leavesOut = true;
}

void PhoneShelf::clear()
{
    *this = {};
}

std::vector<PhoneRecords> PhoneShelf::takeChanged()
{
    std::vector<PhoneRecords> changed;
    for (const PhoneNumber number : std::exchange(m_changed, {}))
        changed.push_back({number, m_phones.at(number)});
    return changed;
}

std::vector<PhoneNumber> PhoneShelf::takeGone()
{
    const auto gone = std::exchange(m_gone, {});
    return {gone.begin(), gone.end()};
}

} // namespace engine
