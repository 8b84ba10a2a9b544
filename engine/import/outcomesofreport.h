// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/import/workflowrules.h"

#include <functional>
#include <set>
#include <string>

namespace engine {

// What is wanted of a report.
struct ReportChoice {
    std::set<std::string, std::less<>> countries; // two letters; none: all of them
    WorkflowRules workflows; // that its rows used, where they do not tell
};

// What a report came to, without the rows.
struct ReportOutcomes {
    OutcomeTable outcomes; // of rows in the countries wanted whose workflow is known
    std::int64_t rows = 0; // all
    std::int64_t withoutWorkflow = 0; // of those wanted, left out
    WorkflowShares workflows; // of all rows
    BadRows badRows;
    std::optional<Instant> latestAt; // start of the newest
    bool isWhole = true; // else it was ended before
};

// Reads the file once, in memory that does not grow with it. `progress` as VerifyReport tells it.
Result<ReportOutcomes> countReport(const QString &path, const ReportChoice &choice,
                                   const std::function<bool(double)> &progress);

} // namespace engine
