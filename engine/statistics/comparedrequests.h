// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/storereader.h"

#include <array>
#include <vector>

namespace engine {

// Of requests when nobody knows their workflow, as with imported ones; they stay out of comparisons.
inline constexpr WorkflowId UnknownWorkflow = 0;

// A store's verifications as far as comparing workflows needs them, 24 bytes each, so that another period or source is
// a matter of milliseconds. Filled in the order of keys.
class ComparedRequests {
public:
    struct One {
        VerificationKey key = 0;
        Instant startedAt{};
        std::array<char, 2> country{}; // two letters, or zeros
        std::uint16_t plan = 0; // index into plans()
        Status status = Status::InProgress;
        Source source = Source::Api;
        std::uint8_t stepsSent = 0;
    };

    // Its key is above all that are here.
    void append(const Course &course);
    // Forgets what may have changed since it was read: the oldest that still ran, and all from there on. Where to go on
    // reading.
    VerificationKey forgetUnsettled();

    const std::vector<One> &all() const { return m_all; }
    const std::vector<Workflow> &plans() const { return m_plans; }

private:
    std::vector<One> m_all;
    std::vector<Workflow> m_plans;
    std::vector<std::string> m_versions; // of the plans
};

} // namespace engine
