// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reportlines.h"

#include "app/commandline.h"
#include "model/compare/ratewords.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

void addWorkflowOption(CommandLine &line)
{
    line.addOption(u"workflow"_s,
                   u"Which workflow the report's rows used, where they do not tell: 4, or by country, sender and days "
                   "IN:2,Acme:3,2026-01-01..2026-01-31:5,1."_s,
                   u"N"_s);
}

engine::Result<engine::WorkflowRules> readWorkflows(const CommandLine &line)
{
    if (!line.isSet(u"workflow"_s))
        return engine::WorkflowRules();
    auto rules = engine::WorkflowRules::parse(line.value(u"workflow"_s));
    return rules ? rules : engine::Failure{u"--workflow: "_s + rules.failure().sentence, {}};
}

void sayBadRows(const engine::BadRows &badRows, std::int64_t rows)
{
    if (badRows.count == 0)
        return;
    for (const engine::BadRow &row : badRows.first)
        std::fprintf(stderr, "line %lld: %s\n", static_cast<long long>(row.line), qPrintable(row.reason));
    const std::int64_t others = badRows.count - std::int64_t(badRows.first.size());
    const QString more = others > 0 ? u"and %1 more; "_s.arg(model::grouped(others)) : QString();
    std::fprintf(stderr, "%s\n",
                 qPrintable(more
                            + u"%1 of %2 rows could not be read, the rest were."_s.arg(model::grouped(badRows.count),
                                                                                       model::grouped(rows))));
}

} // namespace app
