// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace engine {

// Random numbers that depend on nothing but their key and their place in the stream, so that a user meets the same luck
// on any machine, in any order and on any thread. Every purpose has a stream of its own: changing one figure of a
// population then leaves the draws of all others as they were, and settings can be compared over the same users.
// The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
class RandomStream {
public:
    constexpr RandomStream(std::uint64_t seed, std::uint64_t user, std::uint64_t purpose)
        : m_state(mixed(mixed(mixed(seed) ^ user) + purpose))
    { }

    constexpr std::uint64_t next()
    {
        m_state += Gamma;
        return scrambled(m_state);
    }
    // In (0, 1), never either end: every quantile function has a value for it.
    constexpr double uniform() { return (static_cast<double>(next() >> 12) + 0.5) * 0x1p-52; }
    constexpr bool happens(double probability) { return uniform() < probability; }

private:
    static constexpr std::uint64_t Gamma = 0x9E3779B97F4A7C15; // 2^64 / the golden ratio
    static constexpr std::uint64_t scrambled(std::uint64_t z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
    static constexpr std::uint64_t mixed(std::uint64_t value) { return scrambled(value + Gamma); }

    std::uint64_t m_state;
};

} // namespace engine
