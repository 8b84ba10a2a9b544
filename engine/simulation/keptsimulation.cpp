// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/keptsimulation.h"

#include "engine/population/populationjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <numeric>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

using BySecond = std::map<std::int64_t, std::int64_t>;

std::vector<EndedIn> toEnds(const BySecond &counts)
{
    std::vector<EndedIn> ends;
    for (const auto &[second, count] : counts)
        ends.push_back({second, count});
    return ends;
}

// What a request costs follows from how it ended and how many messages were sent.
CostSums costSums(const SimulatedWorkflow &counts, const Prices &prices)
{
    CostSums sums;
    Money messages; // up to this step
    const auto add = [&](Money each, std::int64_t count) {
        sums.all += each * count;
        sums.squares += each.toDouble() * each.toDouble() * double(count);
    };
    for (std::size_t step = 0; step < counts.workflow.stepCount(); ++step) {
        messages += counts.workflow.step(step).channel == Channel::Sms ? prices.perSms : prices.perCall;
        const Money success = messages + prices.onSuccess;
        add(success, counts.verifiedAfter[step]);
        add(messages, counts.otherwiseAfter[step]);
        sums.ofVerified += success * counts.verifiedAfter[step];
    }
    return sums;
}

WorkflowTally tallyOf(const SimulatedWorkflow &counts, const Prices &prices)
{
    WorkflowTally tally;
    tally.workflow = counts.workflow;
    tally.versions = 1;
    tally.requests = counts.users();
    tally.verified = counts.verified;
    tally.expired = counts.expired;
    tally.failed = counts.failed;
    tally.verifiedAfter = counts.verifiedAfter;
    tally.verifiedIn = toEnds(counts.timeToVerify.bySecond());
    BySecond otherwise = counts.timeToFail.bySecond();
    if (counts.expired > 0)
        otherwise[std::chrono::floor<seconds>(lifetimeOf(counts.workflow)).count()] += counts.expired;
    tally.otherwiseIn = toEnds(otherwise);
    tally.cost = costSums(counts, prices);
    return tally;
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject keptJson(const PopulationMix &mix)
{
    if (mix.isOfOne())
        return objectOf(toJson(mix.parts.front().population));
    QJsonArray parts;
    for (const PopulationMix::Part &part : mix.parts)
        parts.append(QJsonObject{{u"weight"_s, part.weight}, {u"population"_s, objectOf(toJson(part.population))}});
    return QJsonObject{{u"name"_s, mix.name}, {u"mix"_s, parts}};
}

QJsonValue keptJson(Money money)
{
    return qint64(money.hundredMillionths());
}

Money keptMoney(const QJsonValue &value)
{
    return Money::fromHundredMillionths(value.toInteger());
}

QJsonValue keptJson(const std::optional<seconds> &time)
{
    return time ? QJsonValue(qint64(time->count())) : QJsonValue();
}

std::optional<seconds> keptSeconds(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(seconds(value.toInteger())) : std::nullopt;
}

QJsonObject keptJson(const Prices &prices)
{
    return QJsonObject{{u"on_success"_s, keptJson(prices.onSuccess)},
                       {u"per_sms"_s, keptJson(prices.perSms)},
                       {u"per_call"_s, keptJson(prices.perCall)}};
}

Prices keptPrices(const QJsonObject &object)
{
    return {keptMoney(object[u"on_success"_s]), keptMoney(object[u"per_sms"_s]), keptMoney(object[u"per_call"_s])};
}

QJsonArray keptJson(const std::vector<EndedIn> &ends)
{
    QJsonArray array;
    for (const EndedIn &each : ends)
        array.append(QJsonArray{qint64(each.second), qint64(each.count)});
    return array;
}

std::vector<EndedIn> readEnds(const QJsonValue &value)
{
    std::vector<EndedIn> ends;
    for (const QJsonValue &each : value.toArray())
        ends.push_back({each[0].toInteger(), each[1].toInteger()});
    return ends;
}

QJsonObject keptJson(const WorkflowTally &tally)
{
    QJsonArray after;
    for (const std::int64_t count : tally.verifiedAfter)
        after.append(qint64(count));
    return QJsonObject{{u"workflow_id"_s, int(tally.id())},
                       {u"plan"_s, QString::fromStdString(tally.workflow.version())},
                       {u"verified"_s, qint64(tally.verified)},
                       {u"expired"_s, qint64(tally.expired)},
                       {u"failed"_s, qint64(tally.failed)},
                       {u"verified_after"_s, after},
                       {u"verified_in"_s, keptJson(tally.verifiedIn)},
                       {u"otherwise_in"_s, keptJson(tally.otherwiseIn)},
                       {u"cost"_s, keptJson(tally.cost.all)},
                       {u"cost_of_verified"_s, keptJson(tally.cost.ofVerified)},
                       {u"cost_squares"_s, tally.cost.squares}};
}

std::int64_t sumOf(const std::vector<EndedIn> &ends)
{
    return std::accumulate(ends.begin(), ends.end(), std::int64_t(0),
                           [](std::int64_t sum, const EndedIn &each) { return sum + each.count; });
}

// Counts that contradict one another would be drawn as if they were true.
bool isSound(const WorkflowTally &tally)
{
    const auto isCount = [](std::int64_t count) { return count >= 0; };
    const auto areCounts = [&](const std::vector<EndedIn> &ends) {
        return std::all_of(ends.begin(), ends.end(),
                           [](const EndedIn &each) { return each.second >= 0 && each.count > 0; });
    };
    const auto &after = tally.verifiedAfter;
    return isCount(tally.verified) && isCount(tally.expired) && isCount(tally.failed)
        && std::all_of(after.begin(), after.end(), isCount)
        && std::accumulate(after.begin(), after.end(), std::int64_t(0)) == tally.verified && areCounts(tally.verifiedIn)
        && areCounts(tally.otherwiseIn) && sumOf(tally.verifiedIn) == tally.verified
        && sumOf(tally.otherwiseIn) == tally.expired + tally.failed;
}

std::optional<WorkflowTally> readTally(const QJsonObject &object)
{
    const auto workflow = Workflow::fromVersion(WorkflowId(object[u"workflow_id"_s].toInt()),
                                                object[u"plan"_s].toString().toStdString());
    const QJsonArray after = object[u"verified_after"_s].toArray();
    if (!workflow || after.size() != qsizetype(MaxSteps))
        return std::nullopt;
    WorkflowTally tally;
    tally.workflow = *workflow;
    tally.versions = 1;
    tally.verified = object[u"verified"_s].toInteger();
    tally.expired = object[u"expired"_s].toInteger();
    tally.failed = object[u"failed"_s].toInteger();
    tally.requests = tally.ended();
    for (std::size_t step = 0; step < MaxSteps; ++step)
        tally.verifiedAfter[step] = after[qsizetype(step)].toInteger();
    tally.verifiedIn = readEnds(object[u"verified_in"_s]);
    tally.otherwiseIn = readEnds(object[u"otherwise_in"_s]);
    tally.cost = {keptMoney(object[u"cost"_s]), keptMoney(object[u"cost_of_verified"_s]),
                  object[u"cost_squares"_s].toDouble()};
    return isSound(tally) ? std::optional(tally) : std::nullopt;
}

std::optional<KeptPopulation> readKeptPopulation(const QJsonObject &object)
{
    const auto population = mixFromJson(QJsonDocument(object[u"population"_s].toObject()).toJson());
    if (!population)
        return std::nullopt;
    KeptPopulation kept{*population, {}};
    for (const QJsonValue &each : object[u"workflows"_s].toArray()) {
        const auto tally = readTally(each.toObject());
        if (!tally)
            return std::nullopt;
        kept.market.workflows.push_back(*tally);
    }
    return kept;
}

} // namespace

KeptPopulation keptPopulation(const PopulationMix &population, const SimulationResult &result, const Prices &prices)
{
    KeptPopulation kept{population, {}};
    for (const SimulatedWorkflow &counts : result.workflows)
        kept.market.workflows.push_back(tallyOf(counts, prices));
    std::sort(kept.market.workflows.begin(), kept.market.workflows.end(),
              [](const WorkflowTally &a, const WorkflowTally &b) { return a.id() < b.id(); });
    return kept;
}

SimulationResult resultOf(const KeptPopulation &kept)
{
    SimulationResult result;
    for (const WorkflowTally &tally : kept.market.workflows) {
        SimulatedWorkflow &counts = result.workflows.emplace_back();
        counts.workflow = tally.workflow;
        counts.verified = tally.verified;
        counts.expired = tally.expired;
        counts.failed = tally.failed;
        counts.verifiedAfter = tally.verifiedAfter;
        result.users = counts.users(); // all of them meet every workflow
    }
    return result;
}

QByteArray toJson(const KeptSimulation &run)
{
    QJsonArray populations;
    for (const KeptPopulation &each : run.populations) {
        QJsonArray workflows;
        for (const WorkflowTally &tally : each.market.workflows)
            workflows.append(keptJson(tally));
        populations.append(QJsonObject{{u"population"_s, keptJson(each.population)}, {u"workflows"_s, workflows}});
    }
    // A number of JSON is too short for a seed.
    const QJsonObject all{{u"seed"_s, QString::number(run.seed)},
                          {u"users"_s, qint64(run.users)},
                          {u"next_event_wait"_s, keptJson(run.timing.nextEventWait)},
                          {u"pin_expiry"_s, keptJson(run.timing.pinExpiry)},
                          {u"prices"_s, keptJson(run.prices)},
                          {u"populations"_s, populations}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::optional<KeptSimulation> keptSimulationFromJson(const QByteArray &json)
{
    const QJsonObject all = objectOf(json);
    KeptSimulation run;
    bool isSeed = false;
    run.seed = all[u"seed"_s].toString().toULongLong(&isSeed);
    run.users = all[u"users"_s].toInteger();
    run.timing = {keptSeconds(all[u"next_event_wait"_s]), keptSeconds(all[u"pin_expiry"_s])};
    run.prices = keptPrices(all[u"prices"_s].toObject());
    for (const QJsonValue &each : all[u"populations"_s].toArray()) {
        auto population = readKeptPopulation(each.toObject());
        if (!population)
            return std::nullopt;
        run.populations.push_back(std::move(*population));
    }
    return isSeed && !run.populations.empty() ? std::optional(std::move(run)) : std::nullopt;
}

} // namespace engine
