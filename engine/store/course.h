// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <algorithm>
#include <array>
#include <string>

namespace engine {

// Of requests when nobody knows their workflow, as with imported ones; they stay out of comparisons.
inline constexpr WorkflowId UnknownWorkflow = 0;

// One verification as far as comparing workflows needs it.
struct Course {
    VerificationKey key = 0;
    WorkflowId workflowId = 0;
    std::string version; // of the workflow
    std::array<char, 2> country{}; // two letters, or zeros
    Source source = Source::Api;
    Status status = Status::InProgress;
    std::uint8_t stepsSent = 0;
    Instant startedAt{};
    Instant endedAt{}; // meaningful once ended
    Money cost; // so far
    std::string brand;
    std::string experiment{}; // "NAME/VERSION", where its lot chose the workflow
    std::string network{}; // where it is known

    // Whole, from request to end, once it has ended.
    std::int64_t secondsToEnd() const
    {
        return std::chrono::floor<seconds>(std::max(milliseconds(), endedAt - startedAt)).count();
    }
};

// Verifications with keys from `first` to `last`.
struct KeyRange {
    VerificationKey first = 0;
    VerificationKey last = 0;

    std::int64_t size() const { return last - first + 1; }
    bool operator==(const KeyRange &) const = default;
};

} // namespace engine
