// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/simulate/simulatechoices.h"

#include <QStringList>

// What is said of runs of the simulator: of the last one, of the next one and of what parts them. Pure.
namespace model {

// "Done: 3,000,000 requests in 0.8 s", "Opened: kept on 30 Nov 14:02".
QString lastRunWords(const SimulateOutcome &outcome);
// "5 workflows, 100,000 users each, about a second": what a run would be at this speed.
QString nextRunWords(const SimulateRequest &request, double verificationsPerSecond);
// What differs of the two, as words for a list: "waits", "seed".
QStringList differences(const SimulateRequest &a, const SimulateRequest &b);

} // namespace model
