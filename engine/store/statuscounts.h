// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace engine {

// How many verifications there are in all, and how many of them ended how.
struct StatusCounts {
    std::int64_t all = 0;
    std::int64_t verified = 0;
    std::int64_t expired = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;

    std::int64_t running() const { return all - verified - expired - failed - cancelled; }
    StatusCounts &operator+=(const StatusCounts &other)
    {
        all += other.all;
        verified += other.verified;
        expired += other.expired;
        failed += other.failed;
        cancelled += other.cancelled;
        return *this;
    }
    bool operator==(const StatusCounts &) const = default;
};

} // namespace engine
