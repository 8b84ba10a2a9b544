// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace engine {

// How often times of some length were counted, in cells that grow with the time: a millisecond wide below two seconds,
// a thousandth of the time or less beyond. Whole numbers only, so the sum of several is the same in any order, and no
// larger for a hundred million times than for a million.
class TimeHistogram {
public:
    // `time` is not negative.
    void count(milliseconds time);
    void add(const TimeHistogram &other);

    std::int64_t total() const { return m_total; }
    // The time that `part`, within (0, 1], of all do not exceed: the middle of its cell, in seconds. None of nothing.
    std::optional<double> quantile(double part) const;
    // How many in each whole second, rising, none empty; a cell that two seconds share goes to that of its middle.
    std::map<std::int64_t, std::int64_t> bySecond() const;

private:
    std::vector<std::int64_t> m_cells; // as far as anything was counted
    std::int64_t m_total = 0;
};

} // namespace engine
