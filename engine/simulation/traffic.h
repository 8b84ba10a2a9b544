// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/mix.h"
#include "engine/simulation/history.h"

#include <QString>

#include <cstdint>

namespace engine {

// Phones that nobody has: the first number and how many follow it.
struct NumberRange {
    std::uint64_t first = 0;
    std::uint64_t count = 0;
};

// How many requests of a workflow.
struct WorkflowVolume {
    Workflow workflow;
    int requests = 0;
};

// Where users live: their phones, their time of day, and the mix of populations that they are.
struct TrafficMarket {
    QString country; // ISO 3166 alpha-2
    QString locale; // of what is sent to them
    seconds eastOfUtc{};
    std::vector<NumberRange> numbers;
    std::vector<NumberRange> landlines = {}; // of those whom no SMS reaches; none: theirs are like the others'
    std::vector<MixPart> mix;
    std::vector<WorkflowVolume> volumes;
};

// The users of some markets who ask for a verification between `from` and `until`, in the order of their requests:
// few at night and fewer at weekends, by the market's time. Who they are, when they come and which phone they have
// follow from the seed; what becomes of them is theirs to live. `request` holds what is the same for all.
std::vector<LifeToLive> makeTraffic(const std::vector<TrafficMarket> &markets, Instant from, Instant until,
                                    std::uint64_t seed, const Request &request);

} // namespace engine
