// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/median.h"

#include <algorithm>

namespace engine {

namespace {

// The value at `place`, from 0, if all were laid out in their order.
std::int64_t valueAt(const std::map<std::int64_t, std::int64_t> &counts, std::int64_t place)
{
    const auto found = std::find_if(counts.begin(), counts.end(), [&place](const auto &each) {
        place -= each.second;
        return place < 0;
    });
    return found->first;
}

} // namespace

std::optional<double> median(const std::map<std::int64_t, std::int64_t> &counts)
{
    std::int64_t total = 0;
    for (const auto &[value, count] : counts)
        total += count;
    if (total == 0)
        return std::nullopt;
    return (double(valueAt(counts, (total - 1) / 2)) + double(valueAt(counts, total / 2))) / 2;
}

} // namespace engine
