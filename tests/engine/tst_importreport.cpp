// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import/importreport.h"
#include "engine/import/verifyreport.h"
#include "engine/pin/storekey.h"
#include "engine/statistics/comparison.h"
#include "tests/support/corerun.h"
#include "tests/support/reportfile.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_importreport {

using namespace engine;
using namespace std::chrono_literals;
using tests::CoreRun;
using tests::ReportFile;

ImportResult import(
    CoreRun &run, ReportFile &file, const ImportPlan &plan = {},
    const std::function<bool(double)> &progress = [](double) { return true; })
{
    const auto report = VerifyReport::open(file.path());
    const auto key = StoreKey::load(run.path() + QStringLiteral(".key"));
    if (!report || !key)
        qFatal("The report or the key could not be opened.");
    run.core.reset(); // the importer is the one that writes
    const auto result = importReport(**report, importInto(*run.store), *key, plan, progress);
    if (!result)
        qFatal("%s", qPrintable(result.failure().sentence));
    return *result;
}

class tst_ImportReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsBecomeVerificationsThatHaveEnded()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 1, 17).rows(4, "EXPIRED", 1, 300, "IN");
        QCOMPARE(import(run, file).imported, 2);
        const auto first = run.store->reader().record(VerificationKey(1));
        QVERIFY(first.has_value());
        QCOMPARE(first->status(), Status::Succeeded);
        QCOMPARE(first->request.source, Source::Import);
        QCOMPARE(first->request.brand, QStringLiteral("Acme"));
        QCOMPARE(first->request.country, QStringLiteral("GB"));
        QCOMPARE(first->verification.endedAt - first->verification.startedAt, 17s);
        QCOMPARE(first->verification.workflow, *standardWorkflow(1, Dialect::Vonage));
        QCOMPARE(first->cost(), Money::fromMilli(50));
        QCOMPARE(first->stepState(0), StepState::Verified);
        QVERIFY(first->pins.empty()); // nobody knows it
        const auto second = run.store->reader().record(VerificationKey(2));
        QCOMPARE(second->status(), Status::Expired);
        QCOMPARE(second->cost(), Money::fromMilli(50));
    }

    void theEngineHasNothingToDoWithThem()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 3).rows(2, "EXPIRED", 3);
        import(run, file);
        QVERIFY(run.store->reader().openRecords().empty());
        run.reopen();
        run.advance(24h);
        QCOMPARE(run.store->reader().latestSequence(), Sequence(6));
    }

    void theProjectionIsTheJournals()
    {
        CoreRun run;
        ReportFile file;
        file.proportion(1, 30, 40).rows(2, "FAILED", 3, 20, "IN");
        import(run, file);
        const auto figures = [&] {
            QStringList lines;
            for (const WorkflowStats &each : run.store->reader().stats())
                lines << QStringLiteral("%1 %2 %3 %4 %5")
                             .arg(each.workflowId)
                             .arg(each.requests)
                             .arg(each.verified)
                             .arg(each.failed)
                             .arg(each.cost.toString());
            return lines;
        };
        const QStringList before = figures();
        QCOMPARE(before, (QStringList{QStringLiteral("1 40 30 0 2.000"), QStringLiteral("2 3 0 3 0.150")}));
        QVERIFY(run.store->rebuildProjection());
        QCOMPARE(figures(), before);
    }

    void aRowGoesInOnceHoweverOftenItComes()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 4);
        file.text() += file.text().mid(file.text().indexOf('\n') + 1); // each twice
        const ImportResult once = import(run, file);
        QCOMPARE(once.imported, 4);
        QCOMPARE(once.known, 4);
        QCOMPARE(import(run, file).imported, 0);
        QCOMPARE(run.store->reader().latestKey(), VerificationKey(4));
    }

    void anImportThatWasEndedIsGoneOnWith()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 12'000);
        const ImportResult ended = import(run, file, {}, [](double) { return false; });
        QVERIFY(!ended.isWhole);
        QCOMPARE(run.store->reader().latestKey(), VerificationKey(ended.imported));
        QVERIFY(ended.imported > 0 && ended.imported < 12'000);
        const ImportResult rest = import(run, file);
        QVERIFY(rest.isWhole);
        QCOMPARE(rest.known, ended.imported);
        QCOMPARE(rest.imported, 12'000 - ended.imported);
        QCOMPARE(run.store->reader().statusCounts().all, std::int64_t(12'000)); // each in a row of its own
        QCOMPARE(run.store->reader().latestKey(), VerificationKey(12'000));
    }

    void aStoreThatCannotBeWrittenSaysSoAndKeepsWhatItHad()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 10);
        run.mayWrite = [] { return false; };
        const auto report = VerifyReport::open(file.path());
        const auto key = StoreKey::load(run.path() + QStringLiteral(".key"));
        run.core.reset();
        const auto result = importReport(**report, importInto(*run.store), *key, {}, [](double) { return true; });
        QVERIFY(!result && !result.failure().sentence.isEmpty());
        QCOMPARE(run.store->reader().latestKey(), VerificationKey(0));
    }

    void numbersAreHashedOrDroppedOnRequest()
    {
        const auto numberOf = [](ImportedNumbers numbers, const QByteArray &number) {
            CoreRun run;
            ReportFile file;
            file.rows(1, "SUCCESS", 2);
            file.text().replace("447700900112", number);
            import(run, file, {{}, numbers});
            const auto first = run.store->reader().record(VerificationKey(1));
            const auto second = run.store->reader().record(VerificationKey(2));
            if (first->request.number != second->request.number)
                qFatal("The same number became two.");
            return first->request.number;
        };
        QCOMPARE(numberOf(ImportedNumbers::Kept, "447700900112"), PhoneNumber(447700900112));
        QCOMPARE(numberOf(ImportedNumbers::Dropped, "447700900112"), PhoneNumber());
        const PhoneNumber hashed = numberOf(ImportedNumbers::Hashed, "447700900112");
        QVERIFY(hashed.digits() >= 1'000'000'000'000'000'000); // no number has so many digits
        QVERIFY(hashed != numberOf(ImportedNumbers::Hashed, "447700900113"));
    }

    void whoseWorkflowNobodyKnowsStaysOutOfComparisons()
    {
        CoreRun run;
        ReportFile file(false);
        file.rows(0, "SUCCESS", 5);
        const ImportResult result = import(run, file);
        QCOMPARE(result.withoutWorkflow, 5);
        ComparedRequests requests;
        for (const Course &course : run.store->reader().courses({0, 100}))
            requests.append(course);
        QCOMPARE(compare(requests, {}, run.clock->now()).all.requests(), 0);
    }

    void aNumberThatCannotBeOneIsLeftOutAndNotItsRow()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 2);
        file.text().replace("447700900112", "12");
        const ImportResult result = import(run, file);
        QCOMPARE(result.imported, 2);
        QCOMPARE(result.withoutNumber, 2);
        QCOMPARE(run.store->reader().record(VerificationKey(1))->request.number, PhoneNumber());
    }

    void badRowsAreListedAndTheRestImported()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 1).line("bad").rows(1, "SUCCESS", 1);
        file.text().replace("00000000000000000000000000000002", "no id");
        const ImportResult result = import(run, file);
        QCOMPARE(result.imported, 1);
        QCOMPARE(result.badRows.count, 2);
        QCOMPARE(result.badRows.first.at(1).line, 4);
        QCOMPARE(result.badRows.first.at(1).reason, QStringLiteral("the request_id \"no id\" is not 32 hex digits"));
        QCOMPARE(result.rows, 3);
    }
};

PINPATH_TEST(tst_ImportReport, "tst_importreport")

} // namespace tst_importreport

#include "tst_importreport.moc"
