// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/importwords.h"

#include "model/compare/ratewords.h"

#include <QStringList>

namespace model {

using namespace Qt::StringLiterals;
using engine::ImportResult;

QString importedWords(const ImportResult &result)
{
    QStringList parts{grouped(result.imported) + u" of "_s + grouped(result.rows) + u" rows imported"_s};
    if (result.known > 0)
        parts << grouped(result.known) + u" were in the store already"_s;
    if (result.running > 0)
        parts << grouped(result.running) + u" had not ended and were left out"_s;
    if (result.badRows.count > 0)
        parts << grouped(result.badRows.count) + u" could not be read"_s;
    return parts.join(u"; "_s) + u'.';
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
