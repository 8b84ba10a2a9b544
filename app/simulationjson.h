// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulationreport.h"

#include <string>

namespace app {

// The object that `pinpath simulate --json` prints; a contract with those who script it.
std::string toJson(const SimulationReport &report);

} // namespace app
