// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace engine {

// The standard normal value that is not exceeded with `probability`, which RandomStream::uniform() drew: within (0, 1)
// and a multiple of 2^-53. Read off a table of Boost.Math's values by cubics that meet them in value and slope; off by
// less than 1e-7, and several times faster. For draws; statistics have distributions.h.
double normalQuantile(double probability);

} // namespace engine
