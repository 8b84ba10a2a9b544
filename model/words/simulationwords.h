// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/standings.h"

#include <QString>
#include <QStringList>

#include <span>

// What a simulation found, in sentences. The doubt is the population, so the answer goes over populations. Pure.
namespace model {

// "2", or "s60+c120" for an own workflow.
QString workflowName(const engine::Workflow &workflow);

// What was simulated: the workflows in several populations, whose names are in the same order.
struct SimulatedPopulations {
    std::span<const engine::SimulationResult> results;
    QStringList names;
};

// "Under these assumptions, 2 is best or tied for 5 of 6 populations."
QString overallAnswer(const SimulatedPopulations &populations, const engine::OverallStanding &standing);
// "For landlines it falls 45.7 points behind 3.", or that it is the best everywhere.
QString worstCase(const SimulatedPopulations &populations, const engine::OverallStanding &standing);

} // namespace model
