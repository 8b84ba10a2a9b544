// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulationtext.h"

#include "app/texttable.h"
#include "engine/simulation/standings.h"
#include "engine/statistics/wilson.h"
#include "model/compare/ratewords.h"
#include "model/words/simulationwords.h"
#include "model/words/statuswords.h"
#include "model/words/workflowwords.h"

#include <QStringList>

#include <algorithm>

namespace app {

using namespace engine;
using namespace Qt::StringLiterals;

namespace {

QString signedNumber(double number, int decimals)
{
    const QString text = QString::number(number, 'f', decimals);
    return number > 0 ? u"+"_s + text : text;
}

QString pairedLines(const SimulationResult &result)
{
    const std::size_t best = standings(result).front().best;
    QString lines;
    for (const PairedWorkflows &pair : result.paired) {
        if (pair.a != best && pair.b != best)
            continue;
        const bool isTurned = pair.b == best;
        const PairedWorkflows fromBest{best, isTurned ? pair.a : pair.b, isTurned ? pair.onlyB : pair.onlyA,
                                       isTurned ? pair.onlyA : pair.onlyB};
        const Difference difference = result.difference(fromBest);
        lines += u"  %1 - %2: %3 points, 95 % interval %4 to %5\n"_s.arg(
            model::workflowName(result.workflows[fromBest.a].workflow),
            model::workflowName(result.workflows[fromBest.b].workflow), pointsCell(difference.estimate),
            pointsCell(difference.interval.low), pointsCell(difference.interval.high));
    }
    return lines;
}

class FindingsText {
public:
    explicit FindingsText(const SimulationReport &report)
        : m_report(report)
    { }

    QString operator()(const SimulationResult &result) const
    {
        std::vector<QStringList> rows{{u"workflow"_s, u"success"_s, u"95 % interval"_s, u"expired"_s, u"failed"_s,
                                       u"p50 s"_s, u"p90 s"_s, u"p99 s"_s, u"messages"_s, u"EUR/success"_s,
                                       u"steps"_s}};
        for (const SimulatedWorkflow &counts : result.workflows) {
            const double users = double(counts.users());
            const Interval wilson = wilsonInterval(counts.verified, counts.users());
            rows.push_back({model::workflowName(counts.workflow), percentCell(counts.successRate()),
                            u"%1 to %2"_s.arg(percentCell(wilson.low), percentCell(wilson.high)),
                            percentCell(double(counts.expired) / users), percentCell(double(counts.failed) / users),
                            numberCell(counts.timeToVerify.quantile(0.5), 1),
                            numberCell(counts.timeToVerify.quantile(0.9), 1),
                            numberCell(counts.timeToVerify.quantile(0.99), 1), messages(counts), costPerSuccess(counts),
                            model::workflowDescription(counts.workflow)});
        }
        QString text = laidOut(rows);
        if (!result.paired.empty())
            text += u"\nSuccess of the best one minus the others, over the same users:\n"_s + pairedLines(result);
        return text;
    }

    QString operator()(const SimulationReport::Populations &results) const
    {
        QStringList header{u"population"_s};
        for (const Workflow &workflow : m_report.options.workflows)
            header << model::workflowName(workflow);
        std::vector<QStringList> rows{header << u"best or tied"_s};
        model::SimulatedPopulations populations{results, {}};
        for (std::size_t i = 0; i < results.size(); ++i) {
            const std::vector<WorkflowStanding> here = standings(results[i]);
            populations.names << m_report.options.populations[i].name;
            QStringList row{populations.names.back()};
            QStringList leaders;
            for (std::size_t place = 0; place < here.size(); ++place) {
                row << QString::number(100 * results[i].workflows[place].successRate(), 'f', 1);
                if (here[place].isBestOrTied)
                    leaders << model::workflowName(m_report.options.workflows[place]);
            }
            rows.push_back(row << leaders.join(u", "_s));
        }
        const std::vector<OverallStanding> overall = overallStandings(results);
        return model::overallAnswer(populations, overall.front()) + u'\n'
            + model::worstCase(populations, overall.front())
            + u"\n\n% verified; tied: within %1 points of the best\n"_s.arg(100 * TieMargin) + laidOut(rows);
    }

    QString operator()(const SweepResult &result) const
    {
        std::vector<QStringList> rows{
            {u"workflow"_s, u"wait s"_s, u"PIN lives s"_s, u"success"_s, u"messages"_s, u"EUR/success"_s, QString()}};
        for (const SweepSetting &setting : result.settings) {
            if (!setting.isEfficient && !setting.isOwnTiming)
                continue;
            const Workflow &workflow = setting.counts.workflow;
            QStringList marks;
            if (setting.isEfficient)
                marks << u"no other beats it"_s;
            if (setting.isOwnTiming)
                marks << u"own timing"_s;
            rows.push_back({model::workflowName(workflow),
                            setting.isOwnTiming ? u"own"_s : QString::number(workflow.step(0).wait.count()),
                            QString::number(workflow.pinExpiry().count()), percentCell(setting.counts.successRate()),
                            messages(setting.counts), numberCell(setting.costPerSuccess, 4), marks.join(u", "_s)});
        }
        return u"%1 settings. Those that no other beats, neither in success at that cost nor in cost at that success, "
               "and the workflows as they are:\n"_s.arg(result.settings.size())
            + laidOut(rows);
    }

    QString operator()(const SimulationReport::Messages &attributions) const
    {
        std::vector<QStringList> rows{{u"workflow"_s, u"message"_s, u"adds points"_s, u"95 % interval"_s,
                                       u"EUR/1000 verifications"_s, u"EUR/added success"_s, u"without it"_s}};
        for (const Attribution &attribution : attributions) {
            const Workflow &workflow = attribution.whole.workflow;
            for (const MessageWorth &worth : attribution.messages) {
                rows.push_back(
                    {model::workflowName(workflow),
                     u"%1 %2"_s.arg(worth.step + 1).arg(model::channelName(workflow.step(worth.step).channel)),
                     pointsCell(worth.success.estimate),
                     u"%1 to %2"_s.arg(pointsCell(worth.success.interval.low), pointsCell(worth.success.interval.high)),
                     signedNumber(1000 * worth.costPerVerification, 2), numberCell(worth.costPerAddedSuccess, 4),
                     worth.without ? model::workflowDescription(*worth.without) : u"no message"_s});
            }
        }
        return u"What each message adds: the workflow minus the same without it, over the same users\n"_s
            + laidOut(rows);
    }

private:
    static QString messages(const SimulatedWorkflow &counts)
    {
        return QString::number(double(counts.messages()) / double(counts.users()), 'f', 2);
    }
    QString costPerSuccess(const SimulatedWorkflow &counts) const
    {
        return numberCell(counts.costPerSuccess(m_report.prices), 4);
    }

    const SimulationReport &m_report;
};

} // namespace

QString toTable(const SimulationReport &report)
{
    const SimulateOptions &options = report.options;
    const QString who = options.populations.size() == 1 ? u"\"%1\""_s.arg(options.populations.front().name)
                                                        : u"each of %1 populations"_s.arg(options.populations.size());
    return u"Simulated, not real: %1 users of %2, each through every workflow (seed %3)\n\n"_s
               .arg(model::grouped(report.users), who)
               .arg(options.seed)
        + std::visit(FindingsText(report), report.findings)
        + u"\n%1 s, %2 verifications/s on %3 %4. Prices are examples. The intervals tell what the draw leaves open, "
          u"not "
          "whether the population is like yours.\n"_s.arg(report.elapsedSeconds, 0, 'f', 2)
              .arg(model::grouped(std::int64_t(report.verificationsPerSecond())))
              .arg(options.threads)
              .arg(options.threads == 1 ? u"thread"_s : u"threads"_s);
}

} // namespace app
