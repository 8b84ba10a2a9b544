// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

// Money as Compare writes it: in EUR per 1,000 verified users, with one decimal. Pure.
namespace model {

inline constexpr double CostUnit = 1000; // verified users

// What is shown of a cost, in tenths. Differences are of these, so that they add up with what stands beside them.
std::int64_t costTenths(double perThousand);
// "78.3"; without a sign.
QString tenthsFigure(std::int64_t tenths);
QString costFigure(double perThousand);

} // namespace model
