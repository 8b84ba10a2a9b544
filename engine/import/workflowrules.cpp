// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/workflowrules.h"

#include "engine/import/reporttime.h"
#include "engine/verification/workflow.h"

#include <QStringList>

#include <algorithm>

namespace engine {

namespace {

// Midnight, UTC.
std::optional<Instant> readDay(const QString &day)
{
    return readReportTime(QString(day + QStringLiteral(" 00:00:00")).toStdString());
}

bool isCountry(const QString &text)
{
    return text.size() == 2 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

// False where nobody knows the plan.
bool sentMoreThan(WorkflowId id, const ReportRow &row)
{
    const auto plan = standardWorkflow(id, Dialect::Vonage);
    if (!plan)
        return false;
    int calls = 0;
    for (std::size_t step = 0; step < plan->stepCount(); ++step)
        calls += plan->step(step).channel == Channel::Tts;
    return row.callCount > calls || row.smsCount > int(plan->stepCount()) - calls;
}

} // namespace

bool WorkflowRules::Rule::fits(const ReportRow &row) const
{
    return (country.empty() || country == row.country) && (sender.empty() || sender == row.sender)
        && (!from || row.receivedAt >= *from) && (!before || row.receivedAt < *before);
}

std::optional<WorkflowRules::Rule> WorkflowRules::parseRule(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const QString condition = text.left(std::max<qsizetype>(0, colon));
    bool isNumber = false;
    const uint workflow = text.mid(colon + 1).toUInt(&isNumber);
    if (!isNumber || workflow < 1 || workflow > UINT8_MAX || colon == 0)
        return std::nullopt;
    Rule rule;
    rule.text = text;
    rule.workflow = WorkflowId(workflow);
    if (const QStringList days = condition.split(QStringLiteral("..")); days.size() == 2) {
        rule.from = readDay(days.first());
        const auto last = readDay(days.last());
        if (!rule.from || !last || *last < *rule.from)
            return std::nullopt;
        rule.before = *last + std::chrono::days(1);
    } else if (const auto day = readDay(condition)) {
        rule.from = day;
        rule.before = *day + std::chrono::days(1);
    } else if (isCountry(condition)) {
        rule.country = condition.toStdString();
    } else {
        rule.sender = condition.toStdString();
    }
    return rule;
}

Result<WorkflowRules> WorkflowRules::parse(const QString &text)
{
    WorkflowRules rules;
    for (const QString &part : text.split(u',')) {
        auto rule = parseRule(part.trimmed());
        if (!rule) {
            return Failure{
                QStringLiteral("\"%1\" is no rule: write a workflow's number from 1 to 255, or several rules "
                               "such as IN:2, Acme:3, 2026-01-01..2026-01-31:5, 1, of which the first that "
                               "fits a row counts.")
                    .arg(part.trimmed()),
                {}};
        }
        rules.m_rules.push_back(std::move(*rule));
    }
    return rules;
}

std::size_t WorkflowRules::ruleFor(const ReportRow &row) const
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(), [&](const Rule &rule) { return rule.fits(row); });
    return std::size_t(found - m_rules.begin());
}

WorkflowId WorkflowRules::workflowOf(const ReportRow &row) const
{
    if (row.workflow != UnknownWorkflow)
        return row.workflow;
    const std::size_t rule = ruleFor(row);
    return rule == m_rules.size() ? UnknownWorkflow : m_rules[rule].workflow;
}

WorkflowShares::WorkflowShares(WorkflowRules rules)
    : m_rules(std::move(rules))
    , m_perRule(m_rules.size())
{ }

void WorkflowShares::add(const ReportRow &row, std::int64_t count)
{
    const WorkflowId workflow = m_rules.workflowOf(row);
    m_perWorkflow[workflow] += count;
    if (sentMoreThan(workflow, row))
        m_beyondPlan[workflow] += count;
    if (const std::size_t rule = m_rules.ruleFor(row); rule < m_perRule.size())
        m_perRule[rule] += count;
}

QStringList WorkflowShares::idleRules() const
{
    QStringList idle;
    if (m_perWorkflow.empty())
        return idle; // there are no rows at all
    for (std::size_t rule = 0; rule < m_perRule.size(); ++rule) {
        if (m_perRule[rule] == 0)
            idle << m_rules.text(rule);
    }
    return idle;
}

QString WorkflowShares::idleSentence() const
{
    const QStringList idle = idleRules();
    if (idle.isEmpty())
        return {};
    return QStringLiteral("The rule \"%1\" gets no row: before its colon stands a country (IN), a brand exactly as the "
                          "rows have it, or days (2026-01-01..2026-01-31), and rules before it come first.")
        .arg(idle.first());
}

} // namespace engine
