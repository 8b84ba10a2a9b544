// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/record/record.h"

#include <absl/container/btree_set.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace engine {

// A verification in which something will happen at an instant of engine time unless something else comes first: its
// wake, or one of what is pending. It knows which by the order.
struct Due {
    Instant at{};
    std::uint64_t order = 0; // among those of one instant: first come, first served; no two are the same
    VerificationKey key = 0;

    bool operator<(const Due &other) const { return at != other.at ? at < other.at : order < other.order; }
};

// All that will fall due, in order. Changes since begin() can be taken back, for a commit that fails.
// Belongs to the engine thread.
class DueQueue {
public:
    // Returns the entry's order; with its instant it is the handle to remove() it again.
    std::uint64_t push(Instant at, VerificationKey key);
    // Nothing when it has been taken.
    void remove(Instant at, std::uint64_t order);
    std::optional<Due> popUntil(Instant instant);

    std::optional<Instant> next() const;
    std::size_t size() const { return m_entries.size(); }

    void begin();
    void rollBack();

private:
    using Entries = absl::btree_set<Due>;
    void erase(Entries::iterator entry);

    Entries m_entries;
    std::uint64_t m_order = 0;
    std::vector<Due> m_added;
    std::vector<Due> m_removed;
};

} // namespace engine
