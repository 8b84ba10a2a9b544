// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/livetable.h"

namespace engine {

namespace {

template <class Map, class Key>
std::optional<VerificationKey> lookUp(const Map &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

const Live *LiveTable::find(VerificationKey key) const
{
    const auto found = m_live.find(key);
    return found == m_live.end() ? nullptr : &found->second;
}

std::optional<VerificationKey> LiveTable::keyOf(RequestId id) const
{
    return lookUp(m_byId, id);
}

std::optional<VerificationKey> LiveTable::runningTo(PhoneNumber number) const
{
    return lookUp(m_byNumber, number);
}

Live &LiveTable::change(VerificationKey key)
{
    Live &live = m_live.at(key);
    m_before.try_emplace(key, live);
    return live;
}

Live &LiveTable::insert(VerificationKey key, Live live)
{
    m_before.try_emplace(key, std::nullopt);
    Live &inserted = m_live.insert_or_assign(key, std::move(live)).first->second;
    index(inserted);
    return inserted;
}

void LiveTable::settle(const Live &live)
{
    if (live.row.verification.isRunning())
        m_byNumber[live.row.number] = live.row.key;
    else if (runningTo(live.row.number) == live.row.key)
        m_byNumber.erase(live.row.number);
}

void LiveTable::begin()
{
    m_before.clear();
}

void LiveTable::commit()
{
    for (const auto &[key, before] : m_before) {
        const auto found = m_live.find(key);
        if (found != m_live.end() && !found->second.row.isOpen())
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
            index(m_live.insert_or_assign(key, *before).first->second);
    }
    begin();
}

void LiveTable::index(const Live &live)
{
    m_byId[live.row.id] = live.row.key;
    settle(live);
}

void LiveTable::forget(VerificationKey key)
{
    const auto found = m_live.find(key);
    if (found == m_live.end())
        return;
    m_byId.erase(found->second.row.id);
    if (runningTo(found->second.row.number) == key)
        m_byNumber.erase(found->second.row.number);
    m_live.erase(found);
}

} // namespace engine
