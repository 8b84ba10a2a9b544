// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

#include <functional>

namespace engine {

// A store as it is compared: its rollups, read once, and one by one what is newer and what the scope parts; of a brand
// that is all there is. Used on the reader's thread.
class ComparedStore {
public:
    explicit ComparedStore(StoreReader &reader)
        : m_reader(reader)
    { }

    // Whether all was read: told again and again how much, from 0 to 1, `progress` ends it by false.
    using Progress = std::function<bool(double)>;
    // What is new, or has changed since.
    bool readOn(const Progress &progress);
    // What `scope` needs one by one at `now`; from one call to the next this changes little.
    bool readFor(const ComparisonScope &scope, Instant now, const Progress &progress);

    const ComparedRequests &requests() const { return m_requests; }

private:
    void readRollups();

    StoreReader &m_reader;
    std::int64_t m_revision = 0; // of what has been read
    ComparedRequests m_requests;
};

} // namespace engine
