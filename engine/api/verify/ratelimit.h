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
    explicit RateLimit(const TimeSource &time)
        : m_time(time)
    { }

    // `perSecond` 0: no limit.
    bool admit(const QString &account, int perSecond);

private:
    const TimeSource &m_time;
    std::mutex m_mutex;
    std::map<QString, std::deque<milliseconds>> m_admitted; // within the last second, per account
};

} // namespace engine
