// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparecommand.h"

#include "app/commandline.h"
#include "app/comparisontext.h"
#include "app/endsignals.h"
#include "app/exitcode.h"
#include "app/options.h"
#include "app/progressline.h"
#include "app/reportlines.h"
#include "engine/import/outcomesofreport.h"
#include "engine/runtime/clock.h"
#include "engine/statistics/outcomesofstore.h"
#include "model/compare/ratewords.h"
#include "ui/widgets/standingpicture.h"

#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

namespace {

constexpr int LastWorkflow = UINT8_MAX;
constexpr int MostMarginPoints = 50;

void addOptions(CommandLine &line)
{
    line.addOption(u"store"_s, u"The store to compare, sqlite:PATH."_s, u"URL"_s);
    line.addOption(u"csv"_s, u"A verify report as CSV to compare instead."_s, u"FILE"_s);
    addWorkflowOption(line);
    line.addOption(u"country"_s, u"Only these, as two letters with commas: GB,IN."_s, u"LIST"_s);
    line.addOption(u"experiment"_s, u"Only users of a store whom an experiment gave their workflow by lot."_s,
                   u"NAME/VERSION"_s);
    line.addOption(u"stratify-by"_s, u"Compare within each country too, so that no mix turns the answer."_s,
                   u"country"_s);
    line.addOption(u"baseline"_s, u"Today's workflow (default: 1)."_s, u"N"_s, u"1"_s);
    line.addOption(u"margin"_s, u"Smaller differences do not matter, in points (default: 2)."_s, u"POINTS"_s, u"2"_s);
    line.addOption(u"report"_s, u"Write a report for people without Pinpath, to read or print."_s, u"FILE.html"_s);
    line.addOption(u"json"_s, u"Print one JSON object instead of the verdict and tables."_s);
}

struct CompareOptions {
    QString csv; // empty: the store
    QString store;
    ReportChoice choice;
    model::CompareChoices choices;
    bool isStratified = false;
    bool wantsJson = false;
    QString report; // empty: none
};

Result<std::set<std::string, std::less<>>> readCountries(const QString &list)
{
    std::set<std::string, std::less<>> countries;
    for (const QString &each : list.split(u',')) {
        const QString country = each.trimmed().toUpper();
        const bool isCountry = country.size() == 2 && country.at(0) >= u'A' && country.at(0) <= u'Z'
            && country.at(1) >= u'A' && country.at(1) <= u'Z';
        if (!isCountry)
            return Failure{u"--country takes two letters each with commas, such as GB,IN, not \"%1\"."_s.arg(list), {}};
        countries.insert(country.toStdString());
    }
    return countries;
}

bool isSameFile(const QString &one, const QString &other)
{
    const QString path = QFileInfo(one).canonicalFilePath(); // empty: it is not there yet
    return !path.isEmpty() && path == QFileInfo(other).canonicalFilePath();
}

Result<CompareOptions> readCompareOptions(const CommandLine &line)
{
    CompareOptions options;
    options.csv = line.value(u"csv"_s);
    options.wantsJson = line.isSet(u"json"_s);
    options.report = line.value(u"report"_s);
    options.isStratified = line.isSet(u"stratify-by"_s);
    if (line.isSet(u"csv"_s) == line.isSet(u"store"_s))
        return Failure{u"compare takes either --store URL or --csv FILE."_s, {}};
    if (line.isSet(u"report"_s) && options.report.isEmpty())
        return Failure{u"--report takes the file to write, FILE.html."_s, {}};
    if (line.isSet(u"report"_s) && isSameFile(options.report, options.csv))
        return Failure{u"--report would overwrite the file to compare; name another one."_s, {}};
    if (options.isStratified && line.value(u"stratify-by"_s) != u"country"_s)
        return Failure{u"--stratify-by takes country, not \"%1\"."_s.arg(line.value(u"stratify-by"_s)), {}};
    if (line.isSet(u"workflow"_s) && !line.isSet(u"csv"_s))
        return Failure{u"--workflow goes with --csv: a store knows its workflows."_s, {}};
    if (line.isSet(u"experiment"_s) && !line.isSet(u"store"_s))
        return Failure{u"--experiment goes with --store: a report tells of no lots."_s, {}};
    if (line.isSet(u"experiment"_s))
        options.choices.experiment = line.value(u"experiment"_s).toStdString();
    if (line.isSet(u"store"_s)) {
        const auto store = readStore(line.value(u"store"_s));
        if (!store)
            return store.failure();
        options.store = *store;
        if (line.isSet(u"report"_s) && isSameFile(options.report, options.store))
            return Failure{u"--report would overwrite the store; name another file."_s, {}};
    }
    if (line.isSet(u"country"_s)) {
        const auto countries = readCountries(line.value(u"country"_s));
        if (!countries)
            return countries.failure();
        options.choice.countries = *countries;
        if (countries->size() == 1)
            options.choices.market = *countries->begin();
    }
    const auto baseline = readNumber(u"baseline"_s, line.value(u"baseline"_s), 1, LastWorkflow);
    if (!baseline)
        return baseline.failure();
    options.choices.baseline = WorkflowId(*baseline);
    const auto margin = readNumber(u"margin"_s, line.value(u"margin"_s), 0, MostMarginPoints);
    if (!margin)
        return margin.failure();
    options.choices.marginPoints = *margin;
    const auto workflows = readWorkflows(line);
    if (!workflows)
        return workflows.failure();
    options.choice.workflows = *workflows;
    return options;
}

// A report in hand, or the exit code when it was interrupted or failed.
struct Counted {
    ComparisonReport report;
    std::optional<int> exitCode;
};

int interrupted()
{
    return failed(u"Interrupted; nothing was compared."_s);
}

void sayWithoutWorkflow(std::int64_t count, const QString &hint)
{
    if (count > 0)
        std::fprintf(stderr, "%s\n",
                     qPrintable(u"%1 %2 left out, since nobody knows their workflow.%3"_s.arg(
                         model::grouped(count), count == 1 ? u"request is"_s : u"requests are"_s, hint)));
}

Counted countCsv(const CompareOptions &options, const std::function<bool(double)> &progress, Instant now)
{
    auto counted = countReport(options.csv, options.choice, progress);
    if (!counted)
        return {{}, failed(counted.failure().sentence)};
    if (!counted->isWhole)
        return {{}, interrupted()};
    if (const QString idle = counted->workflows.idleSentence(); !idle.isEmpty())
        return {{}, misused(u"--workflow: "_s + idle)};
    sayBadRows(counted->badRows, counted->rows);
    sayWithoutWorkflow(counted->withoutWorkflow, u" Say which with --workflow."_s);
    ComparisonReport report;
    report.comparison = toComparison(counted->outcomes, counted->latestAt.value_or(now));
    report.outcomes = std::move(counted->outcomes);
    report.counts = {{"rows", counted->rows},
                     {"rows_unreadable", counted->badRows.count},
                     {"requests_without_workflow", counted->withoutWorkflow}};
    return {std::move(report), std::nullopt};
}

// That the store has none of this name, in a sentence.
QString wrongExperiment(const ComparisonScope &scope, const Comparison &comparison)
{
    const std::vector<std::string> &all = comparison.experiments;
    if (!scope.experiment || std::find(all.begin(), all.end(), *scope.experiment) != all.end())
        return {};
    QStringList names;
    for (const std::string &each : all)
        names << QString::fromStdString(each);
    return u"--experiment: the store knows no experiment \"%1\"%2."_s.arg(
        QString::fromStdString(*scope.experiment),
        names.isEmpty() ? u", and no other"_s : QString(u", but "_s + names.join(u", "_s)));
}

Counted countOfStore(const CompareOptions &options, const std::function<bool(double)> &progress, Instant now)
{
    ComparisonScope scope;
    scope.countries = options.choice.countries;
    scope.experiment = options.choices.experiment;
    auto counted = countStore(options.store, scope, now, progress);
    if (!counted)
        return {{}, failed(counted.failure().sentence)};
    if (!counted->isWhole)
        return {{}, interrupted()};
    if (const QString wrong = wrongExperiment(scope, counted->comparison); !wrong.isEmpty())
        return {{}, misused(wrong)};
    const std::int64_t withoutWorkflow = counted->comparison.withoutWorkflow;
    sayWithoutWorkflow(withoutWorkflow, {});
    ComparisonReport report;
    report.comparison = std::move(counted->comparison);
    report.outcomes = std::move(counted->outcomes);
    report.counts = {{"requests_without_workflow", withoutWorkflow}};
    return {std::move(report), std::nullopt};
}

// "report.csv, only GB, IN"
QString originOf(const CompareOptions &options)
{
    QStringList parts{QFileInfo(options.csv.isEmpty() ? options.store : options.csv).fileName()};
    if (options.choice.countries.size() > 1) {
        QStringList countries;
        for (const std::string &country : options.choice.countries)
            countries << QString::fromStdString(country);
        parts << u"only "_s + countries.join(u" and "_s);
    }
    return parts.join(u", "_s);
}

} // namespace

int runCompare(const QStringList &arguments)
{
    CommandLine line(u"compare"_s, u"Tells which workflow verifies most, how sure that is, and why."_s);
    addOptions(line);
    if (const auto code = line.parse(arguments))
        return *code;
    const auto options = readCompareOptions(line);
    if (!options)
        return misused(options.failure().sentence);

    const EndSignals signals; // before any thread starts
    std::atomic<bool> isCancelled = false;
    Counted counted;
    {
        const OnEndSignal cancel(signals, [&isCancelled] { isCancelled = true; });
        ProgressLine progressLine(u"cancels"_s);
        const auto progress = [&](double part) {
            progressLine.show(part);
            return !isCancelled;
        };
        const Instant now = MachineTime().wall();
        counted = options->csv.isEmpty() ? countOfStore(*options, progress, now) : countCsv(*options, progress, now);
    }
    if (counted.exitCode)
        return *counted.exitCode;
    ComparisonReport &report = counted.report;
    report.choices = options->choices;
    report.isStratified = options->isStratified;
    if (!options->report.isEmpty()) {
        const QString problem = ui::writeFile(options->report, toHtml(report, originOf(*options)), u"The report"_s);
        if (!problem.isEmpty())
            return failed(problem);
    }
    if (options->wantsJson)
        std::printf("%s\n", toJson(report).c_str());
    else
        std::fputs(qPrintable(toText(report)), stdout);
    return Done;
}

} // namespace app
