// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/ratelimit.h"

namespace engine {

bool RateLimit::admit(const QString &account, int perSecond)
{
    if (perSecond == 0)
        return true;
    const milliseconds now = m_time.steady();
    const std::lock_guard lock(m_mutex);
    std::deque<milliseconds> &admitted = m_admitted[account];
    while (!admitted.empty() && now - admitted.front() >= seconds(1))
        admitted.pop_front();
    if (admitted.size() >= std::size_t(perSecond))
        return false;
    admitted.push_back(now);
    return true;
}

} // namespace engine
