// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/outcomesofreport.h"

#include "engine/import/verifyreport.h"

namespace engine {

Result<ReportOutcomes> countReport(const QString &path, const ReportChoice &choice,
                                   const std::function<bool(double)> &progress)
{
    const auto report = VerifyReport::open(path);
    if (!report)
        return report.failure();
    ReportOutcomes counted;
    counted.workflows = WorkflowShares(choice.workflows);
    VerifyReport::Listener listener;
    listener.progress = progress;
    listener.badRow = [&](const BadRow &row) {
        ++counted.rows;
        counted.badRows.add(row);
    };
    listener.row = [&](const ReportRow &row) {
        ++counted.rows;
        counted.workflows.add(row);
        if (!choice.countries.empty() && !choice.countries.contains(row.country))
            return;
        const WorkflowId workflow = choice.workflows.workflowOf(row);
        if (workflow == UnknownWorkflow) {
            ++counted.withoutWorkflow;
            return;
        }
        const double cost = row.price.toDouble();
        counted.outcomes.of(row.country, workflow)
            .add({row.ending,
                  row.secondsSeen(),
                  row.price,
                  row.receivedAt,
                  {},
                  1,
                  cost * cost,
                  std::int64_t(row.smsCount) + row.callCount});
        counted.latestAt = std::max(counted.latestAt.value_or(row.receivedAt), row.receivedAt);
    };
    const auto read = (*report)->read(listener);
    if (!read)
        return read.failure();
    counted.isWhole = *read;
    counted.outcomes.isCostKnown = (*report)->isCostKnown();
    return counted;
}

} // namespace engine
