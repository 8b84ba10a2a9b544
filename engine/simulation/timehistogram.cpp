// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/timehistogram.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace engine {

namespace {

constexpr int ExactBits = 11; // below 2^11 ms every millisecond has a cell of its own
constexpr std::uint64_t CellsPerDoubling = 1U << (ExactBits - 1);

// By how many doublings a time is beyond those that are exact.
int doublings(std::uint64_t time)
{
    return std::max(0, int(std::bit_width(time)) - ExactBits);
}

std::size_t cellOf(std::uint64_t time)
{
    const int shift = doublings(time);
    return std::size_t(std::uint64_t(shift) * CellsPerDoubling + (time >> shift));
}

double middleOf(std::size_t cell)
{
    const std::uint64_t shift = cell < 2 * CellsPerDoubling ? 0 : cell / CellsPerDoubling - 1;
    const std::uint64_t low = (cell - shift * CellsPerDoubling) << shift;
    return double(low) + double((std::uint64_t(1) << shift) - 1) / 2;
}

} // namespace

void TimeHistogram::count(milliseconds time)
{
    assert(time.count() >= 0);
    const std::size_t cell = cellOf(std::uint64_t(time.count()));
    if (cell >= m_cells.size())
        m_cells.resize(cell + CellsPerDoubling); // ahead, so that it is soon as long as it will ever be
    ++m_cells[cell];
    ++m_total;
}

void TimeHistogram::add(const TimeHistogram &other)
{
    if (other.m_cells.size() > m_cells.size())
        m_cells.resize(other.m_cells.size());
    for (std::size_t cell = 0; cell < other.m_cells.size(); ++cell)
        m_cells[cell] += other.m_cells[cell];
    m_total += other.m_total;
}

std::optional<double> TimeHistogram::quantile(double part) const
{
    assert(part > 0 && part <= 1);
    if (m_total == 0)
        return std::nullopt;
    std::int64_t left = std::max<std::int64_t>(1, std::int64_t(std::ceil(part * double(m_total))));
    std::size_t cell = 0;
    while (left > m_cells[cell])
        left -= m_cells[cell++];
    return middleOf(cell) / 1000;
}

std::map<std::int64_t, std::int64_t> TimeHistogram::bySecond() const
{
    std::map<std::int64_t, std::int64_t> counts;
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        if (m_cells[cell] > 0)
            counts[std::int64_t(middleOf(cell) / 1000)] += m_cells[cell];
    }
    return counts;
}

} // namespace engine
