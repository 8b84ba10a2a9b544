// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/statistics/outcomes.h"

#include <functional>

namespace engine {

// What the requests came to that a scope means.
struct StoreOutcomes {
    OutcomeTable outcomes; // of all of them
    Comparison comparison; // as the page has it: without those that are too young
    bool isWhole = true; // else it was ended before
};

// Counts a store file that another program may be writing meanwhile, as it stands at one moment, with the help of its
// rollups. `wall` is the machine's time; `progress` is told how much is read, from 0 to 1, and ends it by false.
Result<StoreOutcomes> countStore(const QString &path, const ComparisonScope &scope, Instant wall,
                                 const std::function<bool(double)> &progress);

} // namespace engine
