// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importcommand.h"

#include "app/commandline.h"
#include "app/endsignals.h"
#include "app/exitcode.h"
#include "app/options.h"
#include "app/progressline.h"
#include "app/reportlines.h"
#include "engine/import/importreport.h"
#include "engine/import/reportgroups.h"
#include "engine/import/verifyreport.h"
#include "engine/pin/storekey.h"
#include "engine/store/store.h"
#include "model/import/importwords.h"

#include <QFileInfo>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

using namespace engine;

namespace {

struct ImportOptions {
    QString report;
    ImportPlan plan;
    QString store;
};

Result<ImportedNumbers> readNumbers(const QString &name)
{
    if (name == u"kept"_s)
        return ImportedNumbers::Kept;
    if (name == u"hashed"_s)
        return ImportedNumbers::Hashed;
    if (name == u"dropped"_s)
        return ImportedNumbers::Dropped;
    return Failure{u"--numbers takes kept, hashed or dropped, not \"%1\"."_s.arg(name), {}};
}

Result<ImportOptions> readImportOptions(const CommandLine &line)
{
    ImportOptions options;
    options.report = line.argument();
    if (options.report.isEmpty())
        return Failure{u"import takes the file to import: pinpath import FILE.csv --store URL."_s, {}};
    const auto store = readStore(line.value(u"store"_s));
    if (!store)
        return store.failure();
    options.store = *store;
    const auto numbers = readNumbers(line.value(u"numbers"_s));
    if (!numbers)
        return numbers.failure();
    options.plan.numbers = *numbers;
    const auto workflows = readWorkflows(line);
    if (!workflows)
        return workflows.failure();
    options.plan.workflows = *workflows;
    return options;
}

// What is wrong with the rules for the workflow, in a sentence: nothing is imported by rules that miss their rows. What
// can be read once only is taken as it is.
QString wrongRules(const ImportOptions &options)
{
    if (options.plan.workflows.size() < 2 || !QFileInfo(options.report).isFile())
        return {};
    const auto groups = ReportGroups::count(options.report, {}, [](double) { return true; });
    const auto shares = groups ? groups->shares(options.plan.workflows) : std::nullopt;
    return shares ? shares->idleSentence() : QString();
}

Result<ImportResult> import(const ImportOptions &options, const EndSignals &signals)
{
    const auto report = VerifyReport::open(options.report); // first, so that a wrong file makes no store
    if (!report)
        return report.failure();
    StoreOptions storeOptions;
    storeOptions.path = options.store;
    const auto store = Store::open(storeOptions);
    if (!store)
        return store.failure();
    const auto key = StoreKey::load(options.store + u".key"_s);
    if (!key)
        return key.failure();
    std::atomic<bool> isCancelled = false;
    const OnEndSignal cancel(signals, [&isCancelled] { isCancelled = true; });
    ProgressLine progressLine(u"keeps what is imported"_s);
    return importReport(**report, importInto(**store), *key, options.plan, [&](double part) {
        progressLine.show(part);
        return !isCancelled;
    });
}

void say(const ImportResult &result, bool areStated)
{
    std::printf("%s\n", qPrintable(model::importedWords(result)));
    if (const QString words = model::workflowWords(result.workflows); areStated && !words.isEmpty())
        std::printf("%s.\n", qPrintable(words));
    if (const QString words = model::withoutWorkflowWords(result); !words.isEmpty())
        std::printf("%s; import them again with --workflow to say which.\n", qPrintable(words));
}

} // namespace

int runImport(const QStringList &arguments)
{
    CommandLine line(u"import"_s, u"Puts the verifications of a verify report as CSV into a store."_s);
    line.addArgument(u"FILE.csv"_s, u"The report, as the Reports API or the dashboard gives it."_s);
    line.addOption(u"store"_s, u"Where to, sqlite:PATH (default: the store of the window)."_s, u"URL"_s);
    addWorkflowOption(line);
    line.addOption(u"numbers"_s, u"What becomes of phone numbers: kept, hashed or dropped (default: kept)."_s, u"HOW"_s,
                   u"kept"_s);
    if (const auto code = line.parse(arguments))
        return *code;
    const auto options = readImportOptions(line);
    if (!options)
        return misused(options.failure().sentence);

    if (const QString wrong = wrongRules(*options); !wrong.isEmpty())
        return misused(u"--workflow: "_s + wrong);
    const EndSignals signals; // before any thread starts
    const auto result = import(*options, signals);
    if (!result)
        return failed(result.failure().sentence);
    sayBadRows(result->badRows, result->rows);
    say(*result, options->plan.workflows.size() > 0);
    std::fflush(stdout);
    return result->isWhole ? int(Done) : failed(u"Interrupted: run the same command again for the rest."_s);
}

} // namespace app
