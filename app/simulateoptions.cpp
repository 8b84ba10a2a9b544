// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulateoptions.h"

#include "app/options.h"
#include "engine/population/presets.h"
#include "engine/request/startparameters.h"
#include "engine/simulation/ownworkflow.h"
#include "engine/verification/timing.h"

#include <algorithm>
#include <thread>

namespace app {

using namespace engine;
using namespace Qt::StringLiterals;

namespace {

constexpr int MostVerifications = 1'000'000'000;
constexpr int MostThreads = 256;
constexpr std::size_t MostSettings = 10'000;
constexpr WorkflowId FirstOwnId = 8;

Result<Timing> readTiming(const CommandLine &line)
{
    Timing timing;
    const auto read
        = [&line](const QString &name, seconds least, seconds most, std::optional<seconds> &value) -> Result<void> {
        if (!line.isSet(name))
            return {};
        const auto number = readNumber(name, line.value(name), int(least.count()), int(most.count()));
        if (!number)
            return number.failure();
        value = seconds(*number);
        return {};
    };
    if (const auto wait = read(u"next-event-wait"_s, MinNextEventWait, MaxNextEventWait, timing.nextEventWait); !wait)
        return wait.failure();
    if (const auto expiry = read(u"pin-expiry"_s, MinPinExpiry, MaxPinExpiry, timing.pinExpiry); !expiry)
        return expiry.failure();
    return timing;
}

// One of the API's by its number, or an own one by its steps.
std::optional<Workflow> readWorkflow(const QString &name, WorkflowId ownId)
{
    bool isNumber = false;
    const uint id = name.toUInt(&isNumber);
    if (!isNumber)
        return ownWorkflow(ownId, name.toStdString());
    return id <= lastStandardWorkflow(Dialect::Vonage) ? standardWorkflow(WorkflowId(id), Dialect::Vonage)
                                                       : std::nullopt;
}

Result<std::vector<Workflow>> readWorkflows(const QString &list, const Timing &timing)
{
    std::vector<Workflow> workflows;
    WorkflowId ownId = FirstOwnId;
    const QStringList names = list.split(u',');
    for (const QString &name : names) {
        const auto workflow = readWorkflow(name.trimmed(), ownId);
        const auto isSame = [&](const Workflow &each) { return workflow && each.id() == workflow->id(); };
        if (!workflow || std::ranges::any_of(workflows, isSame) || ownId == 255) {
            return Failure{
                u"--workflows takes different numbers from 1 to %1, or steps such as s60+c120 (at most %2, of "
                "1 to %3 s), with commas, not \"%4\"."_s.arg(lastStandardWorkflow(Dialect::Vonage))
                    .arg(MaxSteps)
                    .arg(LongestOwnWait.count())
                    .arg(list),
                {}};
        }
        ownId = WorkflowId(ownId + (workflow->id() == ownId ? 1 : 0));
        workflows.push_back(withTiming(*workflow, timing));
    }
    return workflows;
}

// "60,75,90" or "60-300:15" or both.
Result<std::vector<int>> readNumbers(const QString &option, const QString &list, int least, int most)
{
    std::vector<int> numbers;
    const QStringList entries = list.split(u',');
    for (const QString &entry : entries) {
        const QString range = entry.section(u':', 0, 0);
        const QString last = range.contains(u'-') ? range.section(u'-', 1) : range;
        const auto from = readNumber(option, range.section(u'-', 0, 0), least, most);
        const auto to = readNumber(option, last, least, most);
        const auto step = readNumber(option, entry.contains(u':') ? entry.section(u':', 1) : u"1"_s, 1, most);
        if (!from || !to || !step || *to < *from) {
            return Failure{
                u"--%1 takes whole numbers from %2 to %3 with commas, or ranges such as %4, not \"%5\"."_s.arg(option)
                    .arg(least)
                    .arg(most)
                    .arg(option == "sweep-waits"_L1 ? u"60-300:15"_s : u"1-5"_s, list),
                {}};
        }
        for (int number = *from; number <= *to; number += *step)
            numbers.push_back(number);
    }
    return numbers;
}

Result<std::vector<PopulationMix>> readPopulations(const QString &name)
{
    std::vector<PopulationMix> populations;
    if (name == "all"_L1) {
        for (const Population &preset : presets())
            populations.push_back(PopulationMix::of(preset));
        return populations;
    }
    auto population = readSimulatedPopulation(name);
    if (!population)
        return population.failure();
    populations.push_back(std::move(*population));
    return populations;
}

Result<Experiment> readExperiment(const CommandLine &line)
{
    const bool isSweep = line.isSet(u"sweep"_s);
    const bool isMessages = line.isSet(u"messages"_s);
    const bool isAll = line.value(u"population"_s) == "all"_L1;
    if (isSweep && isMessages)
        return Failure{u"--sweep and --messages are two experiments: ask for one of them."_s, {}};
    if (isAll && (isSweep || isMessages))
        return Failure{u"--sweep and --messages take one population, not all."_s, {}};
    if (isSweep && (line.isSet(u"next-event-wait"_s) || line.isSet(u"pin-expiry"_s)))
        return Failure{u"--sweep tries the waits and lives of --sweep-waits and --sweep-multiples; leave out "
                       "--next-event-wait and --pin-expiry."_s,
                       {}};
    if (isSweep)
        return Experiment::Sweep;
    if (isMessages)
        return Experiment::Messages;
    return isAll ? Experiment::Populations : Experiment::Compare;
}

} // namespace

SimulationPlan SimulateOptions::plan(const PopulationMix &population) const
{
    return {workflows, population.view(), users, seed, threads};
}

void addSimulateOptions(CommandLine &line)
{
    const auto add = [&](const char *name, const char *help, const char *value = "", const char *byDefault = "") {
        line.addOption(QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value),
                       QString::fromLatin1(byDefault));
    };
    add("workflows",
        "Which of 1 to 7, with commas; or your own such as s60+c120: an SMS, 60 s later a call, the end after 120 s "
        "(default: 1,2,3,4,5).",
        "LIST", "1,2,3,4,5");
    add("verifications", "Users, each of whom meets every workflow (default: 100000).", "N", "100000");
    add("population",
        "Who they are: a preset or a market by its name, a file, or all for every preset (default: typical).", "NAME",
        "typical");
    add("seed", "Of their luck: the same seed is the same users (default: 1).", "N", "1");
    add("threads", "How many to use (default: one for each processor).", "T");
    add("next-event-wait", "Seconds between messages, 60 to 900 (default: the workflow's own).", "S");
    add("pin-expiry", "Seconds that a PIN lives, 60 to 3600 (default: 300).", "S");
    add("sweep", "Try many waits and lives of the PIN: success against cost, and which settings no other beats.");
    add("sweep-waits", "The seconds between messages that a sweep tries (default: 60-300:15).", "LIST", "60-300:15");
    add("sweep-multiples", "The lives of the PIN that a sweep tries, as multiples of the wait (default: 1-5).", "LIST",
        "1-5");
    add("messages", "What each message adds: each workflow with and without it.");
    add("json", "Print one JSON object instead of a table.");
}

Result<SimulateOptions> readSimulateOptions(const CommandLine &line)
{
    const auto value = [&line](const char *name) { return line.value(QString::fromLatin1(name)); };
    const auto experiment = readExperiment(line);
    const auto timing = readTiming(line);
    const auto workflows
        = timing ? readWorkflows(value("workflows"), *timing) : Result<std::vector<Workflow>>(timing.failure());
    const auto users = readNumber(u"verifications"_s, value("verifications"), 1, MostVerifications);
    auto populations = readPopulations(value("population"));
    const int processors = std::clamp(int(std::thread::hardware_concurrency()), 1, MostThreads);
    const auto threads = line.isSet(u"threads"_s) ? readNumber(u"threads"_s, value("threads"), 1, MostThreads)
                                                  : Result<int>(processors);
    const auto waits = readNumbers(u"sweep-waits"_s, value("sweep-waits"), int(MinNextEventWait.count()),
                                   int(MaxNextEventWait.count()));
    const auto multiples
        = readNumbers(u"sweep-multiples"_s, value("sweep-multiples"), 1, int(MaxPinExpiry / MinNextEventWait));
    const auto failure = [](const auto &result) { return result ? nullptr : &result.failure(); };
    for (const Failure *each : {failure(experiment), failure(workflows), failure(users), failure(populations),
                                failure(threads), failure(waits), failure(multiples)}) {
        if (each)
            return *each;
    }
    bool isSeed = false;
    const quint64 seed = value("seed").toULongLong(&isSeed);
    if (!isSeed)
        return Failure{u"--seed takes a whole number from 0 to 2^64 - 1, not \"%1\"."_s.arg(value("seed")), {}};
    if (workflows->size() * waits->size() * multiples->size() > MostSettings)
        return Failure{u"A sweep tries at most %1 settings."_s.arg(MostSettings), {}};

    SimulateOptions options;
    options.experiment = *experiment;
    options.workflows = *workflows;
    options.populations = std::move(*populations);
    for (const int wait : *waits)
        options.waits.emplace_back(wait);
    options.multiples = *multiples;
    options.users = *users;
    options.seed = seed;
    options.threads = *threads;
    return options;
}

} // namespace app
