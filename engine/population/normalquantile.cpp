// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/normalquantile.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace engine {

namespace {

// Cells of the lower half: each halving of the probability down to 2^-53 is cut into 32 of equal width. A double's
// exponent and the first bits of its mantissa are therefore the number of its cell.
constexpr int CellBits = 5;
constexpr int BitsBelowCell = 52 - CellBits; // of a double's mantissa
constexpr std::uint64_t FirstCell = std::bit_cast<std::uint64_t>(0x1p-53) >> BitsBelowCell;
constexpr std::uint64_t CellsEnd = std::bit_cast<std::uint64_t>(0.5) >> BitsBelowCell;

// c0 + c1 x + c2 x^2 + c3 x^3, where x goes from 0 to 1 within the cell.
using Cubic = std::array<double, 4>;
using Table = std::array<Cubic, CellsEnd - FirstCell>;

Table makeTable()
{
    // Doubles throughout: the default computes in long double.
    using namespace boost::math::policies;
    const boost::math::normal_distribution<double, policy<promote_double<false>>> normal;
    const auto edge = [](std::uint64_t cell) { return std::bit_cast<double>((FirstCell + cell) << BitsBelowCell); };
    Table table;
    for (std::uint64_t cell = 0; cell < table.size(); ++cell) {
        const double width = edge(cell + 1) - edge(cell);
        const double low = quantile(normal, edge(cell));
        const double high = quantile(normal, edge(cell + 1));
        const double slopeLow = width / pdf(normal, low);
        const double slopeHigh = width / pdf(normal, high);
        table[cell]
            = {low, slopeLow, 3 * (high - low) - 2 * slopeLow - slopeHigh, 2 * (low - high) + slopeLow + slopeHigh};
    }
    return table;
}

} // namespace

double normalQuantile(double probability)
{
    assert(probability >= 0x1p-53 && probability <= 1 - 0x1p-53 && probability != 0.5);
    static const Table table = makeTable();
    // Without a branch, which would be mispredicted every other time.
    const auto bits = std::bit_cast<std::uint64_t>(std::min(probability, 1 - probability));
    const Cubic &c = table[(bits >> BitsBelowCell) - FirstCell];
    const std::uint64_t withinCell = (bits << CellBits) & ((std::uint64_t(1) << 52) - 1);
    const double x = std::bit_cast<double>(std::bit_cast<std::uint64_t>(1.0) | withinCell) - 1;
    return std::copysign(c[0] + x * (c[1] + x * (c[2] + x * c[3])), probability - 0.5);
}

} // namespace engine
