// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

// Of requests when nobody knows their workflow, as with imported ones; they stay out of comparisons.
inline constexpr WorkflowId UnknownWorkflow = 0;

// A store's verifications as far as comparing workflows needs them, 32 bytes each, so that another period or source is
// a matter of milliseconds. Filled in the order of keys.
class ComparedRequests {
public:
    struct One {
        VerificationKey key = 0;
        Instant startedAt{};
        std::uint32_t cost = 0; // in 1e-8 EUR; what is dearer than EUR 42.9 is kept as that
        std::uint16_t secondsToEnd = 0; // whole, cut off, at most 65,535; once it has ended
        std::array<char, 2> country{}; // two letters, or zeros
        std::uint16_t plan = 0; // index into plans()
        std::uint16_t brand = 0; // index into brands()
        Status status = Status::InProgress;
        Source source = Source::Api;
        std::uint8_t stepsSent = 0;
        std::uint8_t experiment = 0; // index into experiments()
    };

    // Its key is above all that are here.
    void append(const Course &course);
    // Forgets what may have changed since it was read: the oldest that still ran, and all from there on. Where to go on
    // reading.
    VerificationKey forgetUnsettled();

    const std::vector<One> &all() const { return m_all; }
    const std::vector<Workflow> &plans() const { return m_plans; }
    const std::vector<std::string> &brands() const { return m_brands; }
    // "NAME/VERSION" of those whose lots chose workflows; the first is none, and so are all beyond 255.
    const std::vector<std::string> &experiments() const { return m_experiments; }

private:
    std::optional<std::uint16_t> planOf(const Course &course);
    std::optional<std::uint16_t> brandOf(const Course &course);
    std::uint8_t experimentOf(const Course &course);

    std::vector<One> m_all;
    std::vector<Workflow> m_plans;
    std::vector<std::string> m_versions; // of the plans
    std::vector<std::string> m_brands;
    std::vector<std::string> m_experiments{std::string()};
    std::unordered_map<std::string, std::uint16_t> m_placeOfBrand;
};

} // namespace engine
