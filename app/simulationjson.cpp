// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulationjson.h"

#include "engine/base/jsonwriter.h"
#include "engine/simulation/ownworkflow.h"
#include "engine/simulation/standings.h"
#include "engine/statistics/wilson.h"

namespace app {

using namespace engine;

namespace {

void write(JsonWriter &json, const Interval &interval)
{
    json.beginArray().value(interval.low).value(interval.high).endArray();
}

// An own workflow is told by its steps, which its number does not say.
void writeName(JsonWriter &json, const Workflow &workflow)
{
    json.member("workflow_id", int(workflow.id()));
    if (workflow.id() > lastStandardWorkflow(Dialect::Vonage))
        json.member("steps", QStringView(QString::fromStdString(toWord(workflow))));
}

void writeRate(JsonWriter &json, const SimulatedWorkflow &counts)
{
    json.member("success_rate", counts.successRate());
    write(json.name("wilson"), wilsonInterval(counts.verified, counts.users()));
}

void writeCosts(JsonWriter &json, const SimulatedWorkflow &counts, const Prices &prices)
{
    json.member("messages_per_verification", double(counts.messages()) / double(counts.users()))
        .member("cost_per_success", counts.costPerSuccess(prices));
}

void write(JsonWriter &json, const SimulatedWorkflow &counts, const Prices &prices)
{
    json.beginObject();
    writeName(json, counts.workflow);
    json.member("verified", counts.verified).member("expired", counts.expired).member("failed", counts.failed);
    writeRate(json, counts);
    json.name("verified_by_step").beginArray();
    for (std::size_t step = 0; step < counts.workflow.stepCount(); ++step)
        json.value(counts.verifiedByStep[step]);
    json.endArray();
    json.name("time_to_verify")
        .beginObject()
        .member("p50", counts.timeToVerify.quantile(0.5))
        .member("p90", counts.timeToVerify.quantile(0.9))
        .member("p99", counts.timeToVerify.quantile(0.99))
        .endObject();
    writeCosts(json, counts, prices);
    json.endObject();
}

void writeMembers(JsonWriter &json, const SimulationResult &result, const Prices &prices)
{
    json.name("workflows").beginArray();
    for (const SimulatedWorkflow &counts : result.workflows)
        write(json, counts, prices);
    json.endArray().name("paired").beginArray();
    for (const PairedWorkflows &pair : result.paired) {
        const Difference difference = result.difference(pair);
        json.beginObject()
            .member("a", int(result.workflows[pair.a].workflow.id()))
            .member("b", int(result.workflows[pair.b].workflow.id()))
            .member("difference", difference.estimate)
            .name("interval");
        write(json, difference.interval);
        json.endObject();
    }
    json.endArray();
}

class FindingsJson {
public:
    FindingsJson(JsonWriter &json, const SimulationReport &report)
        : m_json(json)
        , m_report(report)
    { }

    void operator()(const SimulationResult &result) const { writeMembers(m_json, result, m_report.prices); }

    void operator()(const SimulationReport::Populations &results) const
    {
        m_json.member("tie_margin", TieMargin).name("populations").beginArray();
        for (std::size_t i = 0; i < results.size(); ++i) {
            m_json.beginObject().member("population", QStringView(nameOf(i)));
            writeMembers(m_json, results[i], m_report.prices);
            m_json.name("best_or_tied").beginArray();
            const std::vector<WorkflowStanding> here = standings(results[i]);
            for (std::size_t workflow = 0; workflow < here.size(); ++workflow) {
                if (here[workflow].isBestOrTied)
                    m_json.value(idOf(workflow));
            }
            m_json.endArray().endObject();
        }
        m_json.endArray().name("standings").beginArray();
        for (const OverallStanding &each : overallStandings(results)) {
            m_json.beginObject()
                .member("workflow_id", idOf(each.workflow))
                .member("best_or_tied", each.bestOrTied)
                .name("worst")
                .beginObject()
                .member("population", QStringView(nameOf(each.worst)))
                .member("behind", each.worstBehind)
                .member("best", idOf(each.worstBest))
                .endObject()
                .endObject();
        }
        m_json.endArray();
    }

    void operator()(const SweepResult &result) const
    {
        m_json.name("settings").beginArray();
        for (const SweepSetting &setting : result.settings) {
            const Workflow &workflow = setting.counts.workflow;
            m_json.beginObject()
                .member("workflow_id", int(workflow.id()))
                .member("steps", QStringView(QString::fromStdString(toWord(workflow))))
                .member("own_timing", setting.isOwnTiming)
                .member("next_event_wait",
                        setting.isOwnTiming ? std::nullopt : std::optional(workflow.step(0).wait.count()))
                .member("pin_expiry", workflow.pinExpiry().count());
            writeRate(m_json, setting.counts);
            writeCosts(m_json, setting.counts, m_report.prices);
            m_json.member("efficient", setting.isEfficient).endObject();
        }
        m_json.endArray();
    }

    void operator()(const SimulationReport::Messages &attributions) const
    {
        m_json.name("messages").beginArray();
        for (const Attribution &attribution : attributions) {
            const Workflow &workflow = attribution.whole.workflow;
            for (const MessageWorth &worth : attribution.messages) {
                m_json.beginObject();
                writeName(m_json, workflow);
                m_json.member("step", worth.step + 1)
                    .member("channel", QStringView(workflow.step(worth.step).channel == Channel::Sms ? u"sms" : u"tts"))
                    .member("difference", worth.success.estimate);
                write(m_json.name("interval"), worth.success.interval);
                m_json.member("cost_per_verification", worth.costPerVerification)
                    .member("cost_per_added_success", worth.costPerAddedSuccess)
                    .endObject();
            }
        }
        m_json.endArray();
    }

private:
    const QString &nameOf(std::size_t population) const { return m_report.options.populations[population].name; }
    int idOf(std::size_t workflow) const { return m_report.options.workflows[workflow].id(); }

    JsonWriter &m_json;
    const SimulationReport &m_report;
};

} // namespace

std::string toJson(const SimulationReport &report)
{
    const SimulateOptions &options = report.options;
    const QString population
        = options.populations.size() == 1 ? options.populations.front().name : QStringLiteral("all");
    JsonWriter json;
    json.beginObject()
        .member("seed", options.seed)
        .member("population", QStringView(population))
        .member("verifications", report.users)
        .member("threads", options.threads)
        .member("elapsed_seconds", report.elapsedSeconds)
        .member("verifications_per_second", report.verificationsPerSecond());
    std::visit(FindingsJson(json, report), report.findings);
    json.endObject();
    return json.take();
}

} // namespace app
