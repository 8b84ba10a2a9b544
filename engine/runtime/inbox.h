// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <deque>
#include <optional>
#include <vector>

namespace engine {

// Where on all handsets a message arrived. What it says is rendered from its request when somebody reads it.
struct Arrival {
    Sequence id = 0; // the decision that recorded it
    VerificationKey key = 0;
    std::uint8_t step = 0;
    PhoneNumber number;
};

// The newest messages on all handsets, in memory. Belongs to the engine thread.
class Inbox {
public:
    static constexpr std::size_t Capacity = 10'000;

    void add(const Arrival &arrival);
    // With an id above `after`, oldest first; of one number or of all.
    std::vector<Arrival> after(Sequence after, std::optional<PhoneNumber> number) const;
    // Forgets those with an id above `last`, for a commit that failed.
    void truncate(Sequence last);

private:
    std::deque<Arrival> m_arrivals;
};

} // namespace engine
