// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/keptsimulation.h"
#include "model/simulate/simulatechoices.h"

#include <QString>

// A run that a store keeps, taken up again on the Simulate page. Pure.
namespace model {

// What has to be chosen for a run to be made of the same again. Of what is chosen now, own workflows stay that the run
// leaves room for; populations and markets do not, since every one there is run.
SimulateChoices choicesOf(const engine::KeptSimulation &run, const SimulateChoices &present);

// What came of it, as if it had just been run with those choices: without what is not kept, the sweep and what each
// message adds.
SimulateOutcome outcomeOf(const engine::KeptSimulation &run, const SimulateChoices &choices, engine::Dialect dialect);

// One of them in a list.
struct KeptRow {
    QString title; // "typical, poor route and 4 more; workflows 1, 2, 3, 4 and 5"
    QString details; // "Kept 14:02, 100,000 users each, seed 1, waits as documented"
    QString finding; // "Under these assumptions, 2 is best or tied for all 6 populations."
};
KeptRow keptRow(const engine::KeptSimulation &run, engine::Dialect dialect, engine::Instant now);

// What of the user's own would be gone once it is opened, in one sentence; empty: nothing.
QString lostByOpening(const engine::KeptSimulation &run, const SimulateChoices &present);

} // namespace model
