// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/import/reportrow.h"
#include "engine/import/workflowrules.h"

// What the commands that read a verify report ask and say of it.
namespace app {

class CommandLine;

// --workflow: which workflow the rows used. Nothing is stated where it is not set.
void addWorkflowOption(CommandLine &line);
engine::Result<engine::WorkflowRules> readWorkflows(const CommandLine &line);

// On standard error: the first ones with line and reason, then how many there are of how many rows.
void sayBadRows(const engine::BadRows &badRows, std::int64_t rows);

} // namespace app
