// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/statistics/outcomes.h"

#include <functional>
#include <set>
#include <string>

namespace engine {

// What a store came to.
struct StoreOutcomes {
    OutcomeTable settled; // requests that started at least the longest lifetime ago, and imported ones
    OutcomeTable young; // the others: successes finish in seconds and expiries after minutes
    Instant at{}; // the moment of counting; of a store with imported requests only, the start of the newest
    Instant until{}; // requests that started later are young
    bool isClosed = false; // with imported requests only: no more will come
    bool isByLot = false; // the lots of one experiment chose the workflow of all of them
    std::array<std::int64_t, SourceCount> sources{}; // requests
    std::int64_t withoutWorkflow = 0; // left out
    bool isWhole = true; // else it was ended before
};

// Of the countries (two letters; none: all of them). `wall` is the machine's time; `progress` is told how much is
// counted, from 0 to 1, and ends it by false.
Result<StoreOutcomes> countStore(const QString &path, const std::set<std::string, std::less<>> &countries, Instant wall,
                                 const std::function<bool(double)> &progress);

} // namespace engine
