// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <string>
#include <string_view>

namespace engine {

// The longest wait after a message of an own workflow.
inline constexpr seconds LongestOwnWait{3600};

// A custom workflow in one word: "s60+c120" sends an SMS and, 60 s later, a call, and ends 120 s after that; "+p180" at
// the end gives the life of its PINs, 300 s otherwise. It is Workflow::version() without blanks, which shells would
// split. None where it is none: 1 to MaxSteps steps with waits of 1 to LongestOwnWait.
std::optional<Workflow> ownWorkflow(WorkflowId id, std::string_view word);
std::string toWord(const Workflow &workflow);

} // namespace engine
