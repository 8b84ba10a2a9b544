// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/import/reportrow.h"

#include <string>
#include <vector>

namespace engine {

// Which workflow a report's rows used, as the person who imports it states it; it is never guessed from the messages
// sent, since successes stop early and mostly failures could be told apart. A plain value.
class WorkflowRules {
public:
    // "4" for all rows, or several with commas of which the first that fits a row counts: "IN:2,GB:4" by country,
    // "Acme:3" by sender, "2026-01-01..2026-01-31:5" by days in UTC, "1" for all others.
    static Result<WorkflowRules> parse(const QString &text);

    // What the row says itself, else what was stated, else UnknownWorkflow.
    WorkflowId workflowOf(const ReportRow &row) const;

private:
    struct Rule {
        std::string country;
        std::string sender;
        std::optional<Instant> from;
        std::optional<Instant> before;
        WorkflowId workflow = UnknownWorkflow;

        bool fits(const ReportRow &row) const;
    };
    static std::optional<Rule> parseRule(const QString &text);

    std::vector<Rule> m_rules;
};

} // namespace engine
