// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QString>
#include <QStringList>

#include <span>

// Pure.
namespace model {

// One for each message: "SMS", "call at 2:05".
QStringList messageDescriptions(const engine::Workflow &workflow);

// "SMS, call at 2:05, call at 5:05"; "SMS only".
QString workflowDescription(const engine::Workflow &workflow);

// "8: SMS, call at 1:00.", and which of `others`, or of the API's as documented, is the same.
QString ownWorkflowSentence(const engine::Workflow &own, std::span<const engine::Workflow> others);

} // namespace model
