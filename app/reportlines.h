// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/import/reportrow.h"

#include <QString>

// What the commands that read a verify report say of it.
namespace app {

// Of --workflow.
QString workflowHelp();
// On standard error: the first ones with line and reason, then how many there are of how many rows.
void sayBadRows(const engine::BadRows &badRows, std::int64_t rows);

} // namespace app
