// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/import/reportrow.h"

#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace engine {

// Which workflow a report's rows used, as the person who imports it states it; it is never guessed from the messages
// sent, since successes stop early and mostly failures could be told apart. A plain value.
class WorkflowRules {
public:
    // "4" for all rows, or several with commas of which the first that fits a row counts: "IN:2,GB:4" by country,
    // "Acme:3" by sender, "2026-01-01..2026-01-31:5" or "2026-01-01:5" by days in UTC, "1" for all others. Fails in a
    // sentence about the first one that is none.
    static Result<WorkflowRules> parse(const QString &text);

    // What the row says itself, else what was stated, else UnknownWorkflow.
    WorkflowId workflowOf(const ReportRow &row) const;

    std::size_t size() const { return m_rules.size(); }
    const QString &text(std::size_t rule) const { return m_rules[rule].text; } // as it was written
    // The first that fits, whatever the row says itself; none: size().
    std::size_t ruleFor(const ReportRow &row) const;

private:
    struct Rule {
        QString text;
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

// What rules make of rows: how many each workflow gets, and which rules have none. A plain value.
class WorkflowShares {
public:
    explicit WorkflowShares(WorkflowRules rules = {});

    void add(const ReportRow &row, std::int64_t count = 1);

    const std::map<WorkflowId, std::int64_t> &perWorkflow() const { return m_perWorkflow; }
    // Rows with more SMS or calls than the API's workflow sends, by workflow.
    const std::map<WorkflowId, std::int64_t> &beyondPlan() const { return m_beyondPlan; }
    QStringList idleRules() const; // that fit no row, or only rows that earlier ones take
    // About the first of them, in a sentence; empty: there are none.
    QString idleSentence() const;

private:
    WorkflowRules m_rules;
    std::map<WorkflowId, std::int64_t> m_perWorkflow;
    std::map<WorkflowId, std::int64_t> m_beyondPlan;
    std::vector<std::int64_t> m_perRule;
};

} // namespace engine
