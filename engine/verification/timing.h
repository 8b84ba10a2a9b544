// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

namespace engine {

// The workflow as a request with this timing meets it: a wait holds between any two messages and after the last; the
// single message of a workflow waits as long as its PIN lives.
Workflow withTiming(const Workflow &workflow, const Timing &timing);

} // namespace engine
