// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/clock.h"

#include <QString>

#include <deque>
#include <map>
#include <mutex>

namespace engine {

// Admits so many requests of an account within any second of machine time, whatever the engine's clock does. Requests
// that were turned away do not count. Any thread.
class RateLimit {
public:
    // `perSecond` 0: no limit.
    RateLimit(const TimeSource &time, int perSecond)
        : m_time(time)
        , m_perSecond(perSecond)
    { }

    bool admit(const QString &account);

private:
    const TimeSource &m_time;
    const int m_perSecond;
    std::mutex m_mutex;
    std::map<QString, std::deque<milliseconds>> m_admitted; // within the last second, per account
};

} // namespace engine
