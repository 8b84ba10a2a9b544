// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace engine {

// How many there are of each second from 0 on: in a row while it is one of the first 68 minutes, in which nearly all
// verifications end, so that counting millions takes no search.
class SecondCounts {
public:
    void add(std::int64_t second, std::int64_t count)
    {
        if (second >= InARow) {
            m_later[second] += count;
            return;
        }
        if (m_first.size() <= std::size_t(second))
            m_first.resize(std::size_t(second) + 1);
        m_first[std::size_t(second)] += count;
    }

    void add(const SecondCounts &others)
    {
        others.visit([this](std::int64_t second, std::int64_t count) { add(second, count); });
    }

    // Those that have any, rising.
    template <class Visit>
    void visit(Visit visit) const
    {
        for (std::size_t second = 0; second < m_first.size(); ++second) {
            if (m_first[second] > 0)
                visit(std::int64_t(second), m_first[second]);
        }
        for (const auto &[second, count] : m_later)
            visit(second, count);
    }

private:
    static constexpr std::int64_t InARow = 4'096;

    std::vector<std::int64_t> m_first;
    std::map<std::int64_t, std::int64_t> m_later;
};

} // namespace engine
