// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QString>
#include <QStringList>

// Pure.
namespace model {

// One for each message: "SMS", "call at 2:05".
QStringList messageDescriptions(const engine::Workflow &workflow);

// "SMS, call at 2:05, call at 5:05"; "SMS only".
QString workflowDescription(const engine::Workflow &workflow);

} // namespace model
