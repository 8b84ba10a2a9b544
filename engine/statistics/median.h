// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace engine {

// The median of values that are counted: value -> how many, each above zero. Of an even number of values it is the mean
// of the two in the middle. None of nothing.
std::optional<double> median(const std::map<std::int64_t, std::int64_t> &counts);

} // namespace engine
