// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/inbox.h"

#include <algorithm>

namespace engine {

void Inbox::add(const Arrival &arrival)
{
    m_arrivals.push_back(arrival);
    if (m_arrivals.size() > Capacity)
        m_arrivals.pop_front();
}

std::vector<Arrival> Inbox::after(Sequence after, std::optional<PhoneNumber> number) const
{
    const auto first = std::partition_point(m_arrivals.begin(), m_arrivals.end(),
                                            [after](const Arrival &arrival) { return arrival.id <= after; });
    std::vector<Arrival> found;
    std::copy_if(first, m_arrivals.end(), std::back_inserter(found),
                 [&](const Arrival &arrival) { return !number || arrival.number == *number; });
    return found;
}

void Inbox::truncate(Sequence last)
{
    while (!m_arrivals.empty() && m_arrivals.back().id > last)
        m_arrivals.pop_back();
}

} // namespace engine
