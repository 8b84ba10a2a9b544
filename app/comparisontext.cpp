// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparisontext.h"

#include "app/texttable.h"
#include "engine/statistics/comparisonjson.h"
#include "engine/statistics/stratified.h"
#include "engine/statistics/wilson.h"
#include "model/compare/comparecontent.h"
#include "model/compare/ratewords.h"
#include "model/compare/verdictwords.h"
#include "ui/report/reporthtml.h"

namespace app {

using namespace engine;

namespace {

VerdictRules rulesOf(const ComparisonReport &report)
{
    return model::rulesFor(report.comparison, report.choices);
}

model::VerdictContent verdictOf(const ComparisonReport &report)
{
    const Comparison &comparison = report.comparison;
    const Market *market = report.choices.market ? comparison.find(*report.choices.market) : nullptr;
    const VerdictRules rules = rulesOf(report);
    const Verdict verdict = market ? judge(*market, rules, comparison.until) : judgeAll(comparison, rules);
    return model::verdictContent(comparison, market ? *market : comparison.all, verdict, report.choices,
                                 {comparison.at, false});
}

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ');
}

QString workflowTable(const ComparisonReport &report)
{
    std::vector<QStringList> rows{{QStringLiteral("workflow"), QStringLiteral("finished"), QStringLiteral("success"),
                                   QStringLiteral("95 % interval"), QStringLiteral("expired"), QStringLiteral("failed"),
                                   QStringLiteral("cancelled"), QStringLiteral("running"), QStringLiteral("median s"),
                                   QStringLiteral("cost/success")}};
    for (const auto &[id, outcomes] : report.outcomes.all()) {
        const Proportion success = outcomes.success();
        const std::int64_t finished = outcomes.finished();
        const auto share = [&](Ending ending) {
            return finished > 0 ? percentCell(double(outcomes.count(ending)) / double(finished)) : QStringLiteral("-");
        };
        QString interval = QStringLiteral("-");
        if (finished > 0) {
            const Interval wilson = wilsonInterval(success.successes, success.trials);
            interval = QStringLiteral("%1 to %2").arg(percentCell(wilson.low), percentCell(wilson.high));
        }
        const bool hasCost = report.outcomes.isCostKnown && success.successes > 0;
        rows.push_back(
            {QString::number(id), model::grouped(finished), share(Ending::Verified), interval, share(Ending::Expired),
             share(Ending::Failed), share(Ending::Cancelled), model::grouped(outcomes.count(Ending::Running)),
             numberCell(outcomes.medianSecondsToVerify(), 1),
             numberCell(hasCost ? std::optional(outcomes.cost().toDouble() / double(success.successes)) : std::nullopt,
                        4)});
    }
    return laidOut(rows);
}

QString leadLines(const ComparisonReport &report)
{
    const WorkflowOutcomes all = report.outcomes.all();
    const auto baseline = all.find(report.choices.baseline);
    QString lines;
    if (baseline == all.end() || baseline->second.finished() == 0)
        return lines;
    for (const auto &[id, outcomes] : all) {
        if (id == baseline->first || outcomes.finished() == 0)
            continue;
        const Difference difference = newcombeDifference(outcomes.success(), baseline->second.success());
        lines += QStringLiteral("  %1 - %2: %3 points, 95 % interval %4 to %5\n")
                     .arg(id)
                     .arg(baseline->first)
                     .arg(pointsCell(difference.estimate), pointsCell(difference.interval.low),
                          pointsCell(difference.interval.high));
    }
    return lines.isEmpty()
        ? lines
        : QStringLiteral("\nSuccess against workflow %1, each pair alone:\n").arg(baseline->first) + lines;
}

QString marketTable(const ComparisonReport &report)
{
    if (report.comparison.markets.size() < 2)
        return {};
    std::vector<QStringList> rows;
    for (const Market &market : report.comparison.markets) {
        const Verdict verdict = judge(market, rulesOf(report), report.comparison.until);
        rows.push_back({QStringLiteral("  ") + model::marketName(market.country), model::grouped(market.ended()),
                        model::shortAnswer(market, verdict)});
    }
    return QStringLiteral("\nPer market:\n") + laidOut(rows);
}

} // namespace

std::string toJson(const ComparisonReport &report)
{
    ComparisonWords words;
    words.verdict = plain(verdictOf(report).sentence());
    words.counts = report.counts;
    for (const Market &market : report.comparison.markets) {
        const Verdict verdict = judge(market, rulesOf(report), report.comparison.until);
        const bool hasLeader = verdict.finding == Finding::Leads;
        words.markets.push_back({market.country, plain(model::shortAnswer(market, verdict)),
                                 hasLeader ? std::optional(verdict.inLead.front()) : std::nullopt, market.ended()});
    }
    return engine::toJson(report.outcomes, report.isStratified, rulesOf(report).looks, words);
}

QString toText(const ComparisonReport &report)
{
    const model::VerdictContent verdict = verdictOf(report);
    QString text = verdict.sentence() + u'\n';
    for (const QString &caution : verdict.cautions)
        text += caution + QStringLiteral(".\n");
    if (!report.outcomes.countries.empty())
        text += u'\n' + workflowTable(report) + leadLines(report) + marketTable(report);
    return plain(text);
}

QByteArray toHtml(const ComparisonReport &report, const QString &origin)
{
    return ui::reportHtml(model::describeMarkets(report.comparison, report.choices, {report.comparison.at, false},
                                                 model::usualMarkets(report.comparison, report.choices)),
                          origin);
}

} // namespace app
