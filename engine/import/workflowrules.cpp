// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/workflowrules.h"

#include "engine/import/reporttime.h"

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
    rule.workflow = WorkflowId(workflow);
    if (const QStringList days = condition.split(QStringLiteral("..")); days.size() == 2) {
        rule.from = readDay(days.first());
        const auto last = readDay(days.last());
        if (!rule.from || !last || *last < *rule.from)
            return std::nullopt;
        rule.before = *last + std::chrono::days(1);
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
            return Failure{QStringLiteral("--workflow takes a number from 1 to 255, or several such as "
                                          "IN:2,Acme:3,2026-01-01..2026-01-31:5,1, not \"%1\".")
                               .arg(text),
                           {}};
        }
        rules.m_rules.push_back(std::move(*rule));
    }
    return rules;
}

WorkflowId WorkflowRules::workflowOf(const ReportRow &row) const
{
    if (row.workflow != UnknownWorkflow)
        return row.workflow;
    const auto found = std::find_if(m_rules.begin(), m_rules.end(), [&](const Rule &rule) { return rule.fits(row); });
    return found == m_rules.end() ? UnknownWorkflow : found->workflow;
}

} // namespace engine
