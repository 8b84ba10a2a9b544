// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/keptrun.h"

#include "engine/population/markets.h"
#include "engine/population/presets.h"
#include "model/compare/cautionwords.h"
#include "model/compare/ratewords.h"
#include "model/compare/verdictwords.h"
#include "model/simulate/shares.h"
#include "model/simulate/simulatecontent.h"
#include "model/words/counts.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::KeptPopulation;
using engine::KeptSimulation;
using engine::Workflow;

namespace {

constexpr std::size_t MostNamed = 3; // populations in a title

// The same in all populations.
std::vector<Workflow> workflowsOf(const KeptSimulation &run)
{
    std::vector<Workflow> workflows;
    for (const engine::WorkflowTally &tally : run.populations.front().market.workflows)
        workflows.push_back(tally.workflow);
    return workflows;
}

QString titleOf(const KeptSimulation &run)
{
    QStringList names;
    for (const KeptPopulation &each : run.populations)
        names << populationTitle(each.population);
    const qsizetype more = names.size() - qsizetype(MostNamed);
    const QString rest = more > 0 ? u" and %1 more"_s.arg(more) : QString();
    std::vector<engine::WorkflowId> ids;
    for (const Workflow &workflow : workflowsOf(run))
        ids.push_back(workflow.id());
    return u"%1%2; %3 %4"_s.arg(names.mid(0, qsizetype(MostNamed)).join(u", "_s), rest,
                                ids.size() == 1 ? u"workflow"_s : u"workflows"_s, idList(ids, u"and"_s));
}

bool comesWithTheProgram(const engine::Population &population)
{
    const engine::Population *preset = engine::findPreset(population.name);
    return preset && *preset == population;
}

bool comesWithTheProgram(const engine::PopulationMix &mix)
{
    const engine::PopulationMix *market = engine::findMarketMix(mix.name);
    return market && *market == mix;
}

template <class Named>
QStringList goneFrom(const std::vector<Named> &present, const std::vector<Named> &next)
{
    QStringList names;
    for (const Named &each : present) {
        if (!comesWithTheProgram(each) && std::find(next.begin(), next.end(), each) == next.end())
            names << each.name;
    }
    return names;
}

} // namespace

SimulateChoices choicesOf(const KeptSimulation &run, const SimulateChoices &present)
{
    SimulateChoices choices;
    for (const KeptPopulation &each : run.populations) {
        if (each.population.isOfOne())
            choices.populations.push_back(each.population.parts.front().population);
        else
            choices.mixes.push_back(each.population);
    }
    for (const engine::Population &preset : engine::presets()) { // those that a cancel left out
        if (std::none_of(choices.populations.begin(), choices.populations.end(),
                         [&](const engine::Population &each) { return each.name == preset.name; }))
            choices.populations.push_back(preset);
    }
    choices.own = present.own;
    choices.workflows.clear();
    for (const Workflow &workflow : workflowsOf(run)) {
        if (workflow.id() >= FirstOwn)
            putOwn(choices, workflow);
        else
            choices.workflows.push_back(workflow.id());
    }
    std::sort(choices.workflows.begin(), choices.workflows.end());
    choices.timing = run.timing;
    choices.users = std::clamp<std::int64_t>(run.users, 1, MostUsers);
    choices.seed = run.seed;
    choices.prices = run.prices;
    return choices;
}

SimulateOutcome outcomeOf(const KeptSimulation &run, const SimulateChoices &choices, engine::Dialect dialect)
{
    SimulateOutcome outcome;
    outcome.request = requestOf(choices, dialect);
    outcome.request.workflows = workflowsOf(run); // another dialect may have made them
    outcome.keptAt = run.keptAt;
    for (const engine::PopulationMix &population : outcome.request.populations) {
        const auto kept = std::find_if(run.populations.begin(), run.populations.end(),
                                       [&](const KeptPopulation &each) { return each.population == population; });
        outcome.results.push_back(kept == run.populations.end() ? engine::SimulationResult() : engine::resultOf(*kept));
    }
    outcome.isStopped = !outcome.isWhole();
    return outcome;
}

KeptRow keptRow(const KeptSimulation &run, engine::Dialect dialect, engine::Instant now)
{
    const SimulateOutcome outcome = outcomeOf(run, choicesOf(run, {}), dialect);
    return {titleOf(run),
            u"Kept %1, %2 users each, seed %3, %4"_s.arg(clockOf(run.keptAt, now), grouped(run.users),
                                                         QString::number(run.seed), waitsText(run.timing)),
            describe(outcome, {}).verdict.headline};
}

QString lostByOpening(const KeptSimulation &run, const SimulateChoices &present)
{
    const SimulateChoices next = choicesOf(run, present);
    QStringList gone = goneFrom(present.populations, next.populations) + goneFrom(present.mixes, next.mixes);
    for (const Workflow &own : present.own) {
        if (std::find(next.own.begin(), next.own.end(), own) == next.own.end())
            gone << u"your workflow %1"_s.arg(own.id());
    }
    return gone.isEmpty()
        ? QString()
        : u"Not in it, and gone from the page: %1. Cancel, and save or keep what you need."_s.arg(gone.join(u", "_s));
}

} // namespace model
