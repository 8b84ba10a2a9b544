// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/duequeue.h"

namespace engine {

std::uint64_t DueQueue::push(Instant at, VerificationKey key)
{
    const Due due{at, ++m_order, key};
    m_entries.insert(due);
    m_added.push_back(due);
    return due.order;
}

void DueQueue::remove(Instant at, std::uint64_t order)
{
    Due wanted;
    wanted.at = at;
    wanted.order = order;
    if (const auto found = m_entries.find(wanted); found != m_entries.end())
        erase(found);
}

std::optional<Due> DueQueue::popUntil(Instant instant)
{
    if (m_entries.empty() || m_entries.begin()->at > instant)
        return std::nullopt;
    const Due due = *m_entries.begin();
    erase(m_entries.begin());
    return due;
}

std::optional<Instant> DueQueue::next() const
{
    return m_entries.empty() ? std::nullopt : std::optional(m_entries.begin()->at);
}

void DueQueue::begin()
{
    m_added.clear();
    m_removed.clear();
}

void DueQueue::rollBack()
{
    // In this order: what was added and removed again within the batch must not stay.
    m_entries.insert(m_removed.begin(), m_removed.end());
    for (const Due &due : m_added)
        m_entries.erase(due);
    begin();
}

void DueQueue::erase(Entries::iterator entry)
{
    m_removed.push_back(*entry);
    m_entries.erase(entry);
}

} // namespace engine
