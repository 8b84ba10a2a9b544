// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulationreport.h"

#include <QString>

namespace app {

// What `pinpath simulate` prints for people: tables, and what they mean in a sentence.
QString toTable(const SimulationReport &report);

} // namespace app
