// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/record/record.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace engine {

// Something that will happen at an instant of engine time unless something else comes first.
struct Due {
    enum class Kind : std::uint8_t {
        Wake, // of the rules: the next step, or the end
        Report, // the carrier's news of a message
        Entry, // a simulated user enters a code
    };

    Instant at{};
    std::uint64_t order = 0; // among those of one instant: first come, first served
    VerificationKey key = 0;
    Kind kind = Kind::Wake;
    std::uint8_t step = 0; // Report, Entry: of which message
    std::uint8_t attempt = 0; // Entry: how many wrong codes this user entered before
    std::uint8_t pinGeneration = 0; // Report, Entry: of the PIN in the message
    StepPlan plan; // Report, Entry

    bool operator<(const Due &other) const { return at != other.at ? at < other.at : order < other.order; }
};

// All that will fall due, in order. Changes since begin() can be taken back, for a commit that fails.
// Belongs to the engine thread.
class DueQueue {
public:
    // The entry's order is set here; with its instant it is the handle to remove() it again.
    std::uint64_t push(Due due);
    void remove(Instant at, std::uint64_t order);
    std::optional<Due> popUntil(Instant instant);

    std::optional<Instant> next() const;
    std::size_t size() const { return m_entries.size(); }

    void begin();
    void rollBack();

private:
    void erase(std::set<Due>::iterator entry);

    std::set<Due> m_entries;
    std::uint64_t m_order = 0;
    std::vector<Due> m_added;
    std::vector<Due> m_removed;
};

} // namespace engine
