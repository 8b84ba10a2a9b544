// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace engine {

struct Interval {
    double low = 0;
    double high = 0;

    bool contains(double value) const { return low <= value && value <= high; }
    bool liesWithin(double lowest, double highest) const { return lowest <= low && high <= highest; }
    bool operator==(const Interval &) const = default;
};

// How far one rate is above another, with what the data leave open; within [-1, 1].
struct Difference {
    double estimate = 0;
    Interval interval;

    bool operator==(const Difference &) const = default;
};

} // namespace engine
