// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulationtext.h"

#include "engine/api/jsonwriter.h"
#include "engine/statistics/wilson.h"
#include "model/words/workflowwords.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace app {

using namespace engine;

namespace {

void write(JsonWriter &json, const Interval &interval)
{
    json.beginArray().value(interval.low).value(interval.high).endArray();
}

void write(JsonWriter &json, const SimulatedWorkflow &counts, const Prices &prices)
{
    json.beginObject()
        .member("workflow_id", int(counts.workflow.id()))
        .member("verified", counts.verified)
        .member("expired", counts.expired)
        .member("failed", counts.failed)
        .member("success_rate", counts.successRate());
    write(json.name("wilson"), wilsonInterval(counts.verified, counts.users()));
    json.name("verified_by_step").beginArray();
    for (std::size_t step = 0; step < counts.workflow.stepCount(); ++step)
        json.value(counts.verifiedByStep[step]);
    json.endArray();
    json.name("time_to_verify")
        .beginObject()
        .member("p50", counts.timeToVerify.quantile(0.5))
        .member("p90", counts.timeToVerify.quantile(0.9))
        .member("p99", counts.timeToVerify.quantile(0.99))
        .endObject()
        .member("messages_per_verification", double(counts.messages()) / double(counts.users()))
        .member("cost_per_success", counts.costPerSuccess(prices))
        .endObject();
}

QString percent(double rate)
{
    return QString::number(rate * 100, 'f', 1) + QStringLiteral(" %");
}

QString points(double difference)
{
    const QString number = QString::number(difference * 100, 'f', 2);
    return difference > 0 ? QStringLiteral("+") + number : number;
}

QString orDash(const std::optional<double> &number, int decimals)
{
    return number ? QString::number(*number, 'f', decimals) : QStringLiteral("-");
}

// Columns as wide as their widest cell; numbers to the right, the first and last column to the left.
QString laidOut(const std::vector<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype width = 0;
            for (const QStringList &each : rows)
                width = std::max(width, each.at(column).size());
            const bool isText = column == 0 || column + 1 == row.size();
            line += (isText ? row.at(column).leftJustified(width) : row.at(column).rightJustified(width))
                + QStringLiteral("  ");
        }
        text += line.trimmed() + u'\n';
    }
    return text;
}

QString workflowTable(const SimulationReport &report)
{
    std::vector<QStringList> rows{{QStringLiteral("workflow"), QStringLiteral("success"),
                                   QStringLiteral("95 % interval"), QStringLiteral("expired"), QStringLiteral("failed"),
                                   QStringLiteral("p50 s"), QStringLiteral("p90 s"), QStringLiteral("p99 s"),
                                   QStringLiteral("messages"), QStringLiteral("EUR/success"), QStringLiteral("steps")}};
    for (const SimulatedWorkflow &counts : report.result.workflows) {
        const double users = double(counts.users());
        const Interval wilson = wilsonInterval(counts.verified, counts.users());
        rows.push_back({QString::number(counts.workflow.id()), percent(counts.successRate()),
                        QStringLiteral("%1 to %2").arg(percent(wilson.low), percent(wilson.high)),
                        percent(double(counts.expired) / users), percent(double(counts.failed) / users),
                        orDash(counts.timeToVerify.quantile(0.5), 1), orDash(counts.timeToVerify.quantile(0.9), 1),
                        orDash(counts.timeToVerify.quantile(0.99), 1),
                        QString::number(double(counts.messages()) / users, 'f', 2),
                        orDash(counts.costPerSuccess(report.prices), 4), model::workflowDescription(counts.workflow)});
    }
    return laidOut(rows);
}

QString pairedLines(const SimulationResult &result)
{
    const auto rate = [](const SimulatedWorkflow &a, const SimulatedWorkflow &b) { return a.verified < b.verified; };
    const auto best = std::size_t(std::max_element(result.workflows.begin(), result.workflows.end(), rate)
                                  - result.workflows.begin());
    QString lines;
    for (const PairedWorkflows &pair : result.paired) {
        if (pair.a != best && pair.b != best)
            continue;
        const bool isTurned = pair.b == best;
        const PairedWorkflows fromBest{best, isTurned ? pair.a : pair.b, isTurned ? pair.onlyB : pair.onlyA,
                                       isTurned ? pair.onlyA : pair.onlyB};
        const Difference difference = result.difference(fromBest);
        lines
            += QStringLiteral("  %1 - %2: %3 points, 95 % interval %4 to %5\n")
                   .arg(result.workflows[fromBest.a].workflow.id())
                   .arg(result.workflows[fromBest.b].workflow.id())
                   .arg(points(difference.estimate), points(difference.interval.low), points(difference.interval.high));
    }
    return lines;
}

} // namespace

double SimulationReport::verificationsPerSecond() const
{
    return double(result.users) * double(result.workflows.size()) / std::max(elapsedSeconds, 1e-9);
}

std::string toJson(const SimulationReport &report)
{
    JsonWriter json;
    json.beginObject()
        .member("seed", report.plan.seed)
        .member("population", QStringView(report.plan.population.front().population->name))
        .member("verifications", report.result.users)
        .member("threads", report.plan.threads)
        .member("elapsed_seconds", report.elapsedSeconds)
        .member("verifications_per_second", report.verificationsPerSecond())
        .name("workflows")
        .beginArray();
    for (const SimulatedWorkflow &counts : report.result.workflows)
        write(json, counts, report.prices);
    json.endArray().name("paired").beginArray();
    for (const PairedWorkflows &pair : report.result.paired) {
        const Difference difference = report.result.difference(pair);
        json.beginObject()
            .member("a", int(report.result.workflows[pair.a].workflow.id()))
            .member("b", int(report.result.workflows[pair.b].workflow.id()))
            .member("difference", difference.estimate)
            .name("interval");
        write(json, difference.interval);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

QString toTable(const SimulationReport &report)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QString text
        = QStringLiteral("Simulated, not real: %1 users of \"%2\", each through every workflow (seed %3)\n\n")
              .arg(english.toString(qlonglong(report.result.users)), report.plan.population.front().population->name)
              .arg(report.plan.seed);
    text += workflowTable(report);
    if (!report.result.paired.empty())
        text += QStringLiteral("\nSuccess of the best one minus the others, over the same users:\n")
            + pairedLines(report.result);
    text += QStringLiteral("\n%1 s, %2 verifications/s on %3 %4. Prices are examples. The intervals tell what the draw "
                           "leaves open, not whether the population is like yours.\n")
                .arg(report.elapsedSeconds, 0, 'f', 2)
                .arg(english.toString(qlonglong(report.verificationsPerSecond())))
                .arg(report.plan.threads)
                .arg(report.plan.threads == 1 ? QStringLiteral("thread") : QStringLiteral("threads"));
    return text;
}

} // namespace app
