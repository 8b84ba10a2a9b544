// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/verification.h"

namespace model {

// A verification of `workflow` that starts at time 0, just after its first message: what engine::forecast() wants to
// tell how it goes on when nobody does anything.
engine::Verification justStarted(const engine::Workflow &workflow);

} // namespace model
