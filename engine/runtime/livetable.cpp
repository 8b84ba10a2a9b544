// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/livetable.h"

namespace engine {

const Live *LiveTable::find(VerificationKey key) const
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : &at(*found);
}

std::optional<VerificationKey> LiveTable::keyOf(RequestId id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? std::nullopt : std::optional(at(*found).row.key);
}

std::optional<VerificationKey> LiveTable::runningTo(PhoneNumber number) const
{
    const auto found = m_byNumber.find(number);
    return found == m_byNumber.end() ? std::nullopt : std::optional(at(*found).row.key);
}

void LiveTable::reserve(std::size_t count)
{
    m_byKey.reserve(count);
    m_byId.reserve(count);
    m_byNumber.reserve(count);
}

Live &LiveTable::change(VerificationKey key)
{
    Live &live = at(*m_byKey.find(key));
    m_before.try_emplace(key, live);
    return live;
}

Live &LiveTable::insert(Live live)
{
    m_before.try_emplace(live.row.key, std::nullopt);
    return place(std::move(live));
}

void LiveTable::settle(const Live &live)
{
    settle(*m_byKey.find(live.row.key));
}

void LiveTable::settle(Slot slot)
{
    const VerificationRow &row = at(slot).row;
    const auto found = m_byNumber.find(row.number);
    const bool isItsOwn = found != m_byNumber.end() && *found == slot;
    if (row.verification.isRunning() == isItsOwn)
        return;
    if (found != m_byNumber.end())
        m_byNumber.erase(found);
    if (!isItsOwn)
        m_byNumber.insert(slot);
}

void LiveTable::begin()
{
    m_before.clear();
}

void LiveTable::commit()
{
    for (const auto &[key, before] : m_before) {
        const Live *live = find(key);
        if (live && !live->row.isOpen())
            forget(key);
    }
    begin();
}

void LiveTable::rollBack()
{
    // First all numbers that the batch touched are freed, then those that were taken before are taken again.
    for (const auto &[key, before] : m_before)
        forget(key);
    for (const auto &[key, before] : m_before) {
        if (before)
            place(*before);
    }
    begin();
}

Live &LiveTable::place(Live live)
{
    if (m_free.empty()) {
        m_free.push_back(Slot(m_slots.size()));
        m_slots.emplace_back();
    }
    const Slot slot = m_free.back();
    m_free.pop_back();
    Live &placed = at(slot) = std::move(live);
    m_byKey.insert(slot);
    m_byId.insert(slot);
    settle(slot);
    return placed;
}

void LiveTable::forget(VerificationKey key)
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return;
    const Slot slot = *found;
    const VerificationRow &row = at(slot).row;
    if (runningTo(row.number) == key)
        m_byNumber.erase(row.number);
    m_byId.erase(row.id);
    m_byKey.erase(found);
    at(slot) = Live();
    m_free.push_back(slot);
}

} // namespace engine
