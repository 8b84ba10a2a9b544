// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apiexchange.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace engine {

// The newest exchanges with the APIs, in memory alone, bounded by their count and by what they take. Those who write
// and those who read share each exchange and wait for one another only while pointers are moved. Any thread.
class ExchangeLog {
public:
    using Kept = std::shared_ptr<const ApiExchange>;

    struct Bounds {
        std::size_t count = 1'000;
        std::size_t bytes = 4 * 1024 * 1024;
    };

    ExchangeLog()
        : ExchangeLog(Bounds())
    { }
    explicit ExchangeLog(Bounds bounds)
        : m_bounds(bounds)
    { }

    // Gives it its number.
    void add(ApiExchange exchange);

    struct News {
        std::vector<Kept> added; // oldest first
        std::uint64_t oldest = 1; // number of the oldest that is kept; the next one's when none is
        std::uint64_t total = 0; // since the start, those as well that are no longer kept
        std::uint64_t refusedStarts = 0; // likewise
    };
    // What came after the one with this number, and is still there. Reading lets the listener be called again.
    News after(std::uint64_t number);
    // Forgets all that it keeps; numbers and counts go on.
    void clear();

    // Called when something is added, then not again before the news has been read: who reads at most so often is
    // called at most so often. It is called on the adding thread, under the lock, and must do no more than pass the
    // call on. There is one listener; an empty one is none, and once this returns the last one is not called again.
    void setListener(std::function<void()> listener);

private:
    const Bounds m_bounds;
    mutable std::mutex m_mutex;
    std::deque<Kept> m_kept; // numbers rise by one
    std::size_t m_bytes = 0;
    std::uint64_t m_total = 0;
    std::uint64_t m_refusedStarts = 0;
    std::function<void()> m_listener;
    bool m_isNewsKnown = false; // the listener was called, and has not read
};

} // namespace engine
