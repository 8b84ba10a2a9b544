// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/importwords.h"

#include "model/compare/ratewords.h"

#include <QStringList>

namespace model {

using namespace Qt::StringLiterals;
using engine::ImportResult;

namespace {

QString rowsWords(std::int64_t count)
{
    return grouped(count) + (count == 1 ? u" row"_s : u" rows"_s);
}

} // namespace

QString importedWords(const ImportResult &result)
{
    QStringList parts;
    if (result.imported > 0 || result.restated + result.withdrawn == 0)
        parts << grouped(result.imported) + u" of "_s + rowsWords(result.rows) + u" imported"_s;
    if (result.restated > 0)
        parts << rowsWords(result.restated) + u" put right: "_s + (result.restated == 1 ? u"its"_s : u"their"_s)
                + u" workflow was another"_s;
    if (result.withdrawn > 0)
        parts << rowsWords(result.withdrawn) + u" taken out of comparisons"_s;
    if (result.known > 0)
        parts << grouped(result.known) + u" were in the store already"_s;
    if (result.running > 0)
        parts << grouped(result.running) + u" had not ended and were left out"_s;
    if (result.withoutNumber > 0)
        parts << grouped(result.withoutNumber) + u" without a number, since theirs cannot be one"_s;
    if (result.badRows.count > 0)
        parts << grouped(result.badRows.count) + u" could not be read"_s;
    return parts.join(u"; "_s) + u'.';
}

QString workflowWords(const engine::WorkflowShares &shares)
{
    QStringList parts;
    for (const auto &[id, count] : shares.perWorkflow()) {
        if (id != engine::UnknownWorkflow)
            parts << u"%1 gets %2"_s.arg(QString::number(id), grouped(count));
    }
    const auto unknown = shares.perWorkflow().find(engine::UnknownWorkflow);
    if (unknown != shares.perWorkflow().end())
        parts << grouped(unknown->second) + (unknown->second == 1 ? u" has none"_s : u" have none"_s);
    return parts.isEmpty() ? QString() : QString(u"Ended rows by workflow: "_s + parts.join(u"; "_s));
}

QString withoutWorkflowWords(const ImportResult &result)
{
    if (result.withoutWorkflow == 0)
        return {};
    return grouped(result.withoutWorkflow)
        + (result.withoutWorkflow == 1 ? u" does not tell its workflow and stays out of comparisons"_s
                                       : u" do not tell their workflow and stay out of comparisons"_s);
}

QStringList badRowLines(const engine::BadRows &badRows)
{
    QStringList lines;
    for (const engine::BadRow &row : badRows.first)
        lines << u"line %1: %2"_s.arg(QString::number(row.line), row.reason);
    if (const std::int64_t others = badRows.count - std::int64_t(badRows.first.size()); others > 0)
        lines << u"and %1 more"_s.arg(grouped(others));
    return lines;
}

QString columnWords(engine::VerifyReport::Column column)
{
    using Column = engine::VerifyReport::Column;
    switch (column) {
    case Column::RequestId:
        return u"Request id"_s;
    case Column::Number:
        return u"Number"_s;
    case Column::Sender:
        return u"Brand"_s;
    case Column::Locale:
        return u"Language"_s;
    case Column::Country:
        return u"Country"_s;
    case Column::Network:
        return u"Network's code"_s;
    case Column::NetworkName:
        return u"Network"_s;
    case Column::Received:
        return u"Start"_s;
    case Column::Finalized:
        return u"End"_s;
    case Column::LastEvent:
        return u"Last event"_s;
    case Column::Status:
        return u"State"_s;
    case Column::SmsCount:
        return u"SMS sent"_s;
    case Column::CallCount:
        return u"Calls made"_s;
    case Column::Currency:
        return u"Currency"_s;
    case Column::Price:
        return u"Price"_s;
    case Column::EstimatedPrice:
        return u"Estimated price"_s;
    case Column::Workflow:
        return u"Workflow"_s;
    }
    Q_UNREACHABLE();
}

} // namespace model
