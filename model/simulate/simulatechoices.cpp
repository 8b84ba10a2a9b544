// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/simulatechoices.h"

#include "engine/population/populationjson.h"
#include "engine/population/presets.h"
#include "engine/simulation/ownworkflow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t UsersPerSwept = 5; // a sweep has many settings, and they are compared with the same users

// What a new one looks like before it is edited: an SMS, and a call for those it did not reach.
const std::vector<engine::Step> OwnBeginning{{engine::Channel::Sms, engine::seconds(60)},
                                             {engine::Channel::Tts, engine::seconds(240)}};

QJsonValue written(const std::optional<engine::seconds> &time)
{
    return time ? QJsonValue(qint64(time->count())) : QJsonValue();
}

std::optional<engine::seconds> readSeconds(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(engine::seconds(value.toInteger())) : std::nullopt;
}

engine::Money readMoney(const QJsonValue &value, engine::Money usual)
{
    return engine::Money::fromHundredMillionths(value.toInteger(usual.hundredMillionths()));
}

template <class Named>
auto findNamed(std::vector<Named> &all, const QString &name)
{
    return std::find_if(all.begin(), all.end(), [&](const Named &each) { return each.name == name; });
}

} // namespace

bool operator==(const SimulateRequest &a, const SimulateRequest &b)
{
    // The timing is in the workflows.
    return a.populations == b.populations && a.workflows == b.workflows && a.users == b.users && a.seed == b.seed
        && a.prices == b.prices;
}

std::int64_t SimulateRequest::verifications() const
{
    const engine::SweepPlan plan = sweep();
    std::size_t more = engine::sweptWorkflows(plan).size();
    for (const engine::Workflow &workflow : workflows)
        more += engine::attributed(workflow).size();
    return allUsers() * std::int64_t(workflows.size()) + plan.simulation.users * std::int64_t(more);
}

engine::SimulationPlan SimulateRequest::leavingOut(const engine::Workflow &workflow) const
{
    engine::SimulationPlan plan = sweep().simulation;
    plan.workflows = {workflow};
    return plan;
}

engine::SweepPlan SimulateRequest::sweep() const
{
    engine::SweepPlan plan;
    plan.simulation.workflows = workflows;
    plan.simulation.population = populations[swept].view();
    plan.simulation.users = std::max<std::int64_t>(1, users / UsersPerSwept);
    plan.simulation.seed = seed;
    for (const int wait : {60, 75, 90, 105, 120, 150, 180, 210, 240, 300})
        plan.waits.emplace_back(wait);
    plan.multiples = {1, 2, 3, 4, 5};
    plan.prices = prices;
    return plan;
}

std::int64_t SimulateOutcome::users() const
{
    return std::accumulate(results.begin(), results.end(), std::int64_t(0),
                           [](std::int64_t sum, const engine::SimulationResult &result) { return sum + result.users; });
}

SimulateChoices usualChoices(const engine::Prices &prices)
{
    SimulateChoices choices;
    choices.populations = engine::presets();
    choices.prices = prices;
    return choices;
}

SimulateRequest requestOf(const SimulateChoices &choices, engine::Dialect dialect)
{
    SimulateRequest request{{}, {}, choices.timing, choices.users, choices.seed, choices.prices, 0};
    for (const engine::Population &population : choices.populations)
        request.populations.push_back(engine::PopulationMix::of(population));
    request.populations.insert(request.populations.end(), choices.mixes.begin(), choices.mixes.end());
    for (const engine::WorkflowId id : choices.workflows) {
        if (const auto workflow = engine::standardWorkflow(id, dialect, choices.timing))
            request.workflows.push_back(*workflow);
        for (const engine::Workflow &own : choices.own) {
            if (own.id() == id)
                request.workflows.push_back(own);
        }
    }
    return request;
}

std::optional<engine::Workflow> nextOwn(const SimulateChoices &choices)
{
    for (engine::WorkflowId id = FirstOwn; id <= LastOwn; ++id) {
        const bool isFree = std::none_of(choices.own.begin(), choices.own.end(),
                                         [id](const engine::Workflow &own) { return own.id() == id; });
        if (isFree)
            return engine::Workflow(id, OwnBeginning, engine::DefaultPinExpiry);
    }
    return std::nullopt;
}

void putOwn(SimulateChoices &choices, const engine::Workflow &workflow)
{
    removeOwn(choices, workflow.id());
    const auto isAfter = [&](const engine::Workflow &own) { return own.id() > workflow.id(); };
    choices.own.insert(std::find_if(choices.own.begin(), choices.own.end(), isAfter), workflow);
    choices.workflows.push_back(workflow.id());
    std::sort(choices.workflows.begin(), choices.workflows.end());
}

void removeOwn(SimulateChoices &choices, engine::WorkflowId id)
{
    std::erase_if(choices.own, [id](const engine::Workflow &own) { return own.id() == id; });
    std::erase(choices.workflows, id);
}

void putPopulation(SimulateChoices &choices, const engine::Population &population)
{
    const auto found = findNamed(choices.populations, population.name);
    if (found == choices.populations.end())
        choices.populations.push_back(population);
    else
        *found = population;
    for (engine::PopulationMix &mix : choices.mixes) {
        for (engine::PopulationMix::Part &part : mix.parts) {
            if (part.population.name == population.name)
                part.population = population;
        }
    }
}

std::size_t putMix(SimulateChoices &choices, const engine::PopulationMix &mix)
{
    double all = 0;
    for (const engine::PopulationMix::Part &part : mix.parts)
        all += part.weight;
    engine::PopulationMix shared = mix;
    for (engine::PopulationMix::Part &part : shared.parts) {
        part.weight /= all;
        const engine::Population *preset = engine::findPreset(part.population.name);
        const auto listed = findNamed(choices.populations, part.population.name);
        if (preset && *preset == part.population && listed != choices.populations.end())
            part.population = *listed;
        else
            putPopulation(choices, part.population);
    }
    auto found = findNamed(choices.mixes, mix.name);
    if (found == choices.mixes.end())
        found = choices.mixes.insert(found, shared);
    else
        *found = shared;
    return std::size_t(found - choices.mixes.begin());
}

QByteArray toJson(const SimulateChoices &choices)
{
    QJsonArray workflows;
    for (const engine::WorkflowId id : choices.workflows)
        workflows.append(int(id));
    QJsonArray populations; // those that do not come with the program as they are
    for (const engine::Population &population : choices.populations) {
        const engine::Population *preset = engine::findPreset(population.name);
        if (!preset || *preset != population)
            populations.append(QJsonDocument::fromJson(engine::toJson(population)).object());
    }
    QJsonArray mixes;
    for (const engine::PopulationMix &mix : choices.mixes)
        mixes.append(QJsonDocument::fromJson(engine::toJson(mix)).object());
    const QJsonObject prices{{u"on_success"_s, qint64(choices.prices.onSuccess.hundredMillionths())},
                             {u"per_sms"_s, qint64(choices.prices.perSms.hundredMillionths())},
                             {u"per_call"_s, qint64(choices.prices.perCall.hundredMillionths())}};
    QJsonArray own;
    for (const engine::Workflow &workflow : choices.own)
        own.append(
            QJsonObject{{u"id"_s, int(workflow.id())}, {u"steps"_s, QString::fromStdString(engine::toWord(workflow))}});
    const QJsonObject all{{u"workflows"_s, workflows},
                          {u"own"_s, own},
                          {u"populations"_s, populations},
                          {u"mixes"_s, mixes},
                          {u"next_event_wait"_s, written(choices.timing.nextEventWait)},
                          {u"pin_expiry"_s, written(choices.timing.pinExpiry)},
                          {u"users"_s, qint64(choices.users)},
                          {u"seed"_s, QString::number(choices.seed)},
                          {u"prices"_s, prices}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

SimulateChoices choicesFromJson(const QByteArray &json, const SimulateChoices &usual)
{
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    SimulateChoices choices = usual;
    if (all.value(u"workflows"_s).isArray()) {
        choices.workflows.clear();
        for (const QJsonValue &id : all.value(u"workflows"_s).toArray())
            choices.workflows.push_back(engine::WorkflowId(id.toInt()));
    }
    for (const QJsonValue &each : all.value(u"own"_s).toArray()) {
        const int id = each.toObject().value(u"id"_s).toInt();
        const std::string steps = each.toObject().value(u"steps"_s).toString().toStdString();
        const auto workflow = engine::ownWorkflow(engine::WorkflowId(id), steps);
        if (id >= FirstOwn && id <= LastOwn && workflow)
            choices.own.push_back(*workflow);
    }
    for (const QJsonValue &each : all.value(u"populations"_s).toArray()) {
        const auto population = engine::populationFromJson(QJsonDocument(each.toObject()).toJson());
        if (population)
            putPopulation(choices, *population);
    }
    for (const QJsonValue &each : all.value(u"mixes"_s).toArray()) {
        const auto mix = engine::mixFromJson(QJsonDocument(each.toObject()).toJson());
        if (mix)
            putMix(choices, *mix);
    }
    choices.timing = {readSeconds(all.value(u"next_event_wait"_s)), readSeconds(all.value(u"pin_expiry"_s))};
    choices.users = std::clamp<std::int64_t>(all.value(u"users"_s).toInteger(usual.users), 1, MostUsers);
    bool isSeed = false;
    const std::uint64_t seed = all.value(u"seed"_s).toString().toULongLong(&isSeed);
    choices.seed = isSeed ? seed : usual.seed;
    const QJsonObject prices = all.value(u"prices"_s).toObject();
    choices.prices = {readMoney(prices.value(u"on_success"_s), usual.prices.onSuccess),
                      readMoney(prices.value(u"per_sms"_s), usual.prices.perSms),
                      readMoney(prices.value(u"per_call"_s), usual.prices.perCall)};
    return choices;
}

} // namespace model
