// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/import/verifyreport.h"
#include "engine/import/workflowrules.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace engine {

// A report's ended rows, counted by all that rules can ask of one and by their messages, so that what other rules would
// make of them is known without reading the file again. A plain value.
class ReportGroups {
public:
    // Reads the file to its end. `columns` and `progress` as VerifyReport takes them; one that is ended comes to
    // nothing, and so does a file with so many brands that they would not stay few.
    static Result<ReportGroups> count(const QString &path, const VerifyReport::Columns &columns,
                                      const std::function<bool(double)> &progress);

    // None: nobody knows.
    std::optional<WorkflowShares> shares(const WorkflowRules &rules) const;

private:
    static constexpr std::size_t MostGroups = 200'000;

    // Country, brand, day in UTC, what the row says itself, SMS and calls.
    using Group = std::tuple<std::string, std::string, std::chrono::sys_days, WorkflowId, int, int>;

    std::map<Group, std::int64_t> m_groups;
    bool m_isKnown = false;
};

} // namespace engine
