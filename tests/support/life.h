// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/user.h"

namespace tests {

// How one user of a population fares with a workflow, from the request to its end: the rules play against the user's
// plans, everything in the order of its time.
engine::Verification life(const engine::Workflow &workflow, const engine::Population &population, engine::UserKey user);

// The share of `users` who are verified, in per cent.
double successRate(const engine::Workflow &workflow, const engine::Population &population, int users);

} // namespace tests
