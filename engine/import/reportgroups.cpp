// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/reportgroups.h"

#include <algorithm>

namespace engine {

namespace {

constexpr int MostCounted = int(MaxSteps) + 1; // more than any plan sends

} // namespace

Result<ReportGroups> ReportGroups::count(const QString &path, const VerifyReport::Columns &columns,
                                         const std::function<bool(double)> &progress)
{
    const auto report = VerifyReport::open(path, columns);
    if (!report)
        return report.failure();
    ReportGroups groups;
    VerifyReport::Listener listener;
    listener.row = [&groups](const ReportRow &row) {
        if (row.ending == Ending::Running || groups.m_groups.size() > MostGroups)
            return;
        const auto day = std::chrono::floor<std::chrono::days>(
            std::chrono::sys_time<milliseconds>(milliseconds(toMilliseconds(row.receivedAt))));
        ++groups.m_groups[{std::string(row.country), std::string(row.sender), day, row.workflow,
                           std::min(row.smsCount, MostCounted), std::min(row.callCount, MostCounted)}];
    };
    listener.badRow = [](const BadRow &) {};
    listener.progress = [&](double part) { return progress(part) && groups.m_groups.size() <= MostGroups; };
    const auto read = (*report)->read(listener);
    if (!read)
        return read.failure();
    groups.m_isKnown = *read && groups.m_groups.size() <= MostGroups;
    return groups;
}

std::optional<WorkflowShares> ReportGroups::shares(const WorkflowRules &rules) const
{
    if (!m_isKnown)
        return std::nullopt;
    WorkflowShares shares(rules);
    for (const auto &[group, count] : m_groups) {
        const auto &[country, sender, day, workflow, smsCount, callCount] = group;
        ReportRow row;
        row.country = country;
        row.sender = sender;
        row.workflow = workflow;
        row.smsCount = smsCount;
        row.callCount = callCount;
        row.receivedAt = fromMilliseconds(std::chrono::sys_time<milliseconds>(day).time_since_epoch().count());
        shares.add(row, count);
    }
    return shares;
}

} // namespace engine
