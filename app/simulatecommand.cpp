// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulatecommand.h"

#include "app/commandline.h"
#include "app/endsignals.h"
#include "app/exitcode.h"
#include "app/progressline.h"
#include "app/simulateoptions.h"
#include "app/simulationjson.h"
#include "app/simulationtext.h"
#include "engine/request/exampleprices.h"

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace app {

using namespace engine;

namespace {

// Carries it out, until it is done or a signal ends it.
class Experimenter {
public:
    Experimenter(const SimulateOptions &options, const EndSignals &signals)
        : m_options(options)
        , m_runs(runs(options))
        , m_line(QStringLiteral("ends with what is there"))
        , m_onEnd(signals, [this] { m_isCancelled = true; })
    { }

    SimulationReport carryOut()
    {
        SimulationReport report{m_options, {}, examplePrices(Dialect::Vonage)};
        const SimulationPlan plan = m_options.plan(m_options.populations.front());
        switch (m_options.experiment) {
        case Experiment::Compare:
            report.findings = taken(report, simulate(plan, m_isCancelled, progress()), m_options.workflows.size());
            break;
        case Experiment::Populations:
            report.findings = inEachPopulation(report);
            break;
        case Experiment::Sweep: {
            const SweepPlan swept{plan, m_options.waits, m_options.multiples, report.prices};
            report.findings = taken(report, sweep(swept, m_isCancelled, progress()), sweptWorkflows(swept).size());
            break;
        }
        case Experiment::Messages:
            report.findings = ofEachWorkflow(report, plan);
            break;
        }
        report.elapsedSeconds = m_line.elapsedSeconds();
        return report;
    }

    // Over all runs.
    std::int64_t usersDone() const { return m_done; }
    std::int64_t usersWanted() const { return m_options.users * m_runs; }

private:
    static std::int64_t runs(const SimulateOptions &options)
    {
        return options.experiment == Experiment::Messages ? std::int64_t(options.workflows.size())
                                                          : std::int64_t(options.populations.size());
    }

    std::function<void(std::int64_t)> progress()
    {
        return [this](std::int64_t done) { m_line.show(double(m_done + done) / double(usersWanted())); };
    }

    // Counts what a run was; of several, the report has the users of the one with the fewest.
    template <class Result>
    Result taken(SimulationReport &report, Result result, std::size_t workflows)
    {
        report.users = m_done == 0 ? result.users : std::min(report.users, result.users);
        report.verifications += result.users * std::int64_t(workflows);
        m_done += result.users;
        return result;
    }

    SimulationReport::Populations inEachPopulation(SimulationReport &report)
    {
        SimulationReport::Populations results;
        for (const PopulationMix &population : m_options.populations) {
            if (m_isCancelled)
                break;
            SimulationResult result = simulate(m_options.plan(population), m_isCancelled, progress());
            if (result.users > 0)
                results.push_back(taken(report, std::move(result), m_options.workflows.size()));
        }
        return results;
    }

    SimulationReport::Messages ofEachWorkflow(SimulationReport &report, SimulationPlan plan)
    {
        SimulationReport::Messages attributions;
        for (const Workflow &workflow : m_options.workflows) {
            if (m_isCancelled)
                break;
            plan.workflows = {workflow};
            Attribution attribution = attribute(plan, report.prices, m_isCancelled, progress());
            if (attribution.users > 0)
                attributions.push_back(taken(report, std::move(attribution), attribution.messages.size() + 1));
        }
        return attributions;
    }

    const SimulateOptions &m_options;
    const std::int64_t m_runs;
    ProgressLine m_line;
    std::atomic<bool> m_isCancelled = false;
    std::int64_t m_done = 0; // users of runs that have ended
    const OnEndSignal m_onEnd;
};

} // namespace

int runSimulate(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("simulate"),
                     QStringLiteral("Sends the same invented users through several workflows and compares."));
    addSimulateOptions(line);
    if (const auto code = line.parse(arguments))
        return *code;
    const auto options = readSimulateOptions(line);
    if (!options)
        return misused(options.failure().sentence);

    const EndSignals signals; // before any thread starts
    Experimenter experimenter(*options, signals);
    const SimulationReport report = experimenter.carryOut();
    if (report.users > 0) {
        if (line.isSet(QStringLiteral("json")))
            std::printf("%s\n", toJson(report).c_str());
        else
            std::fputs(qPrintable(toTable(report)), stdout);
        std::fflush(stdout);
    }
    if (experimenter.usersDone() < experimenter.usersWanted()) {
        return failed(QStringLiteral("Interrupted after %1 of %2 users.")
                          .arg(experimenter.usersDone())
                          .arg(experimenter.usersWanted()));
    }
    return Done;
}

} // namespace app
