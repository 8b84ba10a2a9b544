// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/import/importreport.h"
#include "engine/import/verifyreport.h"

#include <QString>

// What the command and the window say of an import. Pure.
namespace model {

// "80 of 84 rows imported; 3 had not ended and were left out; 1 could not be read."; where none was new, what was put
// right comes first: "80 rows put right: their workflow was another."
QString importedWords(const engine::ImportResult &result);
// "Ended rows by workflow: 1 gets 2,000; 2 gets 1,900; 3 have none"; empty: there are none.
QString workflowWords(const engine::WorkflowShares &shares);
// "5 do not tell their workflow and stay out of comparisons"; empty: all tell.
QString withoutWorkflowWords(const engine::ImportResult &result);
// "line 85: it has 1 values", each of the first ones; then how many more there are.
QStringList badRowLines(const engine::BadRows &badRows);
// What a column of a report is taken for: "Request id", "Time of the request".
QString columnWords(engine::VerifyReport::Column column);

} // namespace model
