// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QString>

namespace model {

// "SMS, call at 2:05, call at 5:05"; "SMS only". Pure.
QString workflowDescription(const engine::Workflow &workflow);

} // namespace model
