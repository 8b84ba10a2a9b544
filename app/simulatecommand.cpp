// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulatecommand.h"

#include "app/commandline.h"
#include "app/endsignals.h"
#include "app/exitcode.h"
#include "app/options.h"
#include "app/simulationtext.h"
#include "engine/request/exampleprices.h"
#include "engine/request/startparameters.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace app {

using namespace engine;

namespace {

constexpr int MostVerifications = 1'000'000'000;
constexpr int MostThreads = 256;
constexpr double SilentSeconds = 1; // whoever waits longer is told how long it will take

void addOptions(CommandLine &line)
{
    const auto add = [&](const char *name, const char *help, const char *value = "", const char *byDefault = "") {
        line.addOption(QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value),
                       QString::fromLatin1(byDefault));
    };
    add("workflows", "Which of 1 to 7, with commas (default: 1,2,3,4,5).", "LIST", "1,2,3,4,5");
    add("verifications", "Users, each of whom meets every workflow (default: 100000).", "N", "100000");
    add("population", "Who they are: a preset's name or a file (default: typical).", "NAME", "typical");
    add("seed", "Of their luck: the same seed is the same users (default: 1).", "N", "1");
    add("threads", "How many to use (default: one for each processor).", "T");
    add("next-event-wait", "Seconds between messages, 60 to 900 (default: the workflow's own).", "S");
    add("pin-expiry", "Seconds that a PIN lives, 60 to 3600 (default: 300).", "S");
    add("json", "Print one JSON object instead of a table.");
}

struct SimulateOptions {
    SimulationPlan plan;
    Population population;
};

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
    if (const auto wait
        = read(QStringLiteral("next-event-wait"), MinNextEventWait, MaxNextEventWait, timing.nextEventWait);
        !wait)
        return wait.failure();
    if (const auto expiry = read(QStringLiteral("pin-expiry"), MinPinExpiry, MaxPinExpiry, timing.pinExpiry); !expiry)
        return expiry.failure();
    return timing;
}

Result<std::vector<Workflow>> readWorkflows(const QString &list, const Timing &timing)
{
    std::vector<Workflow> workflows;
    const QStringList names = list.split(u',');
    for (const QString &name : names) {
        bool isNumber = false;
        const uint id = name.trimmed().toUInt(&isNumber);
        const auto isSame = [id](const Workflow &each) { return each.id() == id; };
        if (!isNumber || id < 1 || id > lastStandardWorkflow(Dialect::Vonage)
            || std::any_of(workflows.begin(), workflows.end(), isSame)) {
            return Failure{QStringLiteral("--workflows takes different numbers from 1 to %1 with commas, not \"%2\".")
                               .arg(lastStandardWorkflow(Dialect::Vonage))
                               .arg(list),
                           {}};
        }
        workflows.push_back(*standardWorkflow(WorkflowId(id), Dialect::Vonage, timing));
    }
    return workflows;
}

Result<SimulateOptions> readOptions(const CommandLine &line)
{
    const auto value = [&line](const char *name) { return line.value(QString::fromLatin1(name)); };
    const auto timing = readTiming(line);
    if (!timing)
        return timing.failure();
    const auto workflows = readWorkflows(value("workflows"), *timing);
    const auto users = readNumber(QStringLiteral("verifications"), value("verifications"), 1, MostVerifications);
    const auto population = readSimulatedPopulation(value("population"));
    const int processors = std::clamp(int(std::thread::hardware_concurrency()), 1, MostThreads);
    const auto threads = line.isSet(QStringLiteral("threads"))
        ? readNumber(QStringLiteral("threads"), value("threads"), 1, MostThreads)
        : Result<int>(processors);
    for (const Failure *failure :
         {workflows ? nullptr : &workflows.failure(), users ? nullptr : &users.failure(),
          population ? nullptr : &population.failure(), threads ? nullptr : &threads.failure()}) {
        if (failure)
            return *failure;
    }
    bool isSeed = false;
    const quint64 seed = value("seed").toULongLong(&isSeed);
    if (!isSeed)
        return Failure{QStringLiteral("--seed takes a whole number from 0 to 2^64 - 1, not \"%1\".").arg(value("seed")),
                       {}};

    SimulateOptions options;
    options.plan.workflows = *workflows;
    options.plan.users = *users;
    options.plan.seed = seed;
    options.plan.threads = *threads;
    options.population = *population;
    return options;
}

// One line on standard error that is written over itself; nothing for what is done within a second.
class ProgressLine {
public:
    ProgressLine(std::int64_t all, const QElapsedTimer &timer)
        : m_all(all)
        , m_timer(timer)
        , m_isTerminal(::isatty(STDERR_FILENO) != 0)
    { }
    ~ProgressLine()
    {
        if (m_isShown && m_isTerminal)
            std::fputs("\r\033[K", stderr);
    }
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(std::int64_t done)
    {
        const double passed = double(m_timer.elapsed()) / 1000;
        // A log gets a line a second, and so do eyes that read.
        if (passed < m_shownAt + SilentSeconds || done == 0)
            return;
        m_shownAt = passed;
        m_isShown = true;
        std::fprintf(stderr, "%s%d %% done, %.0f s left; Ctrl+C ends with what is there%s",
                     m_isTerminal ? "\r\033[K" : "", int(100 * done / m_all),
                     passed * double(m_all - done) / double(done), m_isTerminal ? "" : "\n");
        std::fflush(stderr);
    }

private:
    std::int64_t m_all;
    const QElapsedTimer &m_timer;
    bool m_isTerminal;
    bool m_isShown = false;
    double m_shownAt = 0;
};

SimulationReport run(const SimulationPlan &plan, const EndSignals &signals)
{
    std::atomic<bool> isCancelled = false;
    QElapsedTimer timer;
    timer.start();
    ProgressLine line(plan.users, timer);
    SimulationReport report{plan, {}, examplePrices(Dialect::Vonage), 0};
    const OnEndSignal cancel(signals, [&isCancelled] { isCancelled = true; });
    report.result = simulate(plan, isCancelled, [&line](std::int64_t done) { line.show(done); });
    report.elapsedSeconds = double(timer.nsecsElapsed()) / 1e9;
    return report;
}

} // namespace

int runSimulate(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("simulate"),
                     QStringLiteral("Sends the same invented users through several workflows and compares."));
    addOptions(line);
    if (const auto code = line.parse(arguments))
        return *code;
    auto options = readOptions(line);
    if (!options)
        return misused(options.failure().sentence);
    options->plan.population = {{&options->population, 1}};

    const EndSignals signals; // before any thread starts
    const SimulationReport report = run(options->plan, signals);
    const bool isWhole = report.result.users == options->plan.users;
    if (report.result.users > 0) {
        if (line.isSet(QStringLiteral("json")))
            std::printf("%s\n", toJson(report).c_str());
        else
            std::fputs(qPrintable(toTable(report)), stdout);
        std::fflush(stdout);
    }
    if (!isWhole)
        return failed(
            QStringLiteral("Interrupted after %1 of %2 users.").arg(report.result.users).arg(options->plan.users));
    return Done;
}

} // namespace app
