// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/statistics/outcomes.h"

#include <string_view>

namespace engine {

// One request as a verify report tells it. Texts are valid until the next row is read, and empty where the file has
// none.
struct ReportRow {
    std::int64_t line = 0;
    std::string_view requestId; // of 32 hex digits
    std::string_view number; // as it stands there
    std::string_view sender;
    std::string_view locale;
    std::string_view country; // two letters
    std::string_view network; // its name, else its code
    WorkflowId workflow = UnknownWorkflow;
    Ending ending = Ending::Running;
    Instant receivedAt{};
    std::optional<Instant> finalizedAt; // of all but running ones
    std::optional<Instant> lastEventAt;
    int smsCount = 0;
    int callCount = 0;
    Money price;

    // Whole seconds from request to end; of a running one, as long as it was seen to run.
    std::int64_t secondsSeen() const
    {
        const Instant last = finalizedAt ? *finalizedAt : lastEventAt.value_or(receivedAt);
        return std::chrono::floor<seconds>(std::max(last, receivedAt) - receivedAt).count();
    }
};

// A row that could not be read, and why.
struct BadRow {
    std::int64_t line = 0;
    QString reason;
};

// All of them counted, the first ones kept.
struct BadRows {
    static constexpr std::size_t MostKept = 20;

    void add(const BadRow &row)
    {
        ++count;
        if (first.size() < MostKept)
            first.push_back(row);
    }

    std::int64_t count = 0;
    std::vector<BadRow> first;
};

} // namespace engine
