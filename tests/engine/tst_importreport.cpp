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
using namespace Qt::StringLiterals;
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

ImportPlan stated(const char *workflows)
{
    return {*WorkflowRules::parse(QString::fromLatin1(workflows)), ImportedNumbers::Kept};
}

// "4: 18 of 20, 1.000", by workflow.
QStringList statsOf(CoreRun &run)
{
    QStringList lines;
    for (const WorkflowStats &each : run.store->reader().stats())
        lines << u"%1: %2 of %3, %4"_s.arg(each.workflowId)
                     .arg(each.verified)
                     .arg(each.requests)
                     .arg(each.cost.toString());
    return lines;
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

    void aWorkflowThatWasStatedWronglyIsPutRight()
    {
        CoreRun run;
        ReportFile file(false);
        file.rows(0, "SUCCESS", 20, 17).rows(0, "EXPIRED", 10, 300, "IN");
        QCOMPARE(import(run, file, stated("2")).imported, 30);
        const ImportResult again = import(run, file, stated("IN:6,4"));
        QCOMPARE(again.imported, 0);
        QCOMPARE(again.known, 0);
        QCOMPARE(again.restated, 30);
        QCOMPARE(statsOf(run), (QStringList{u"4: 20 of 20, 1.000"_s, u"6: 0 of 10, 0.500"_s}));
        QCOMPARE(run.store->reader().statusCounts().all, std::int64_t(30));
        QCOMPARE(run.store->reader().statusCounts().expired, std::int64_t(10));
        const auto record = run.store->reader().record(VerificationKey(1));
        QVERIFY(record);
        QCOMPARE(record->verification.workflow, *standardWorkflow(4, Dialect::Vonage));
        QCOMPARE(record->steps.size(), record->verification.workflow.stepCount());
        QCOMPARE(record->events.size(), 3U); // told once
        QCOMPARE(record->cost(), Money::fromMilli(50));
        const ImportResult once = import(run, file, stated("IN:6,4"));
        QCOMPARE(once.known, 30);
        QCOMPARE(once.restated, 0);
        const auto courses = [&run] {
            QStringList lines;
            for (const Course &course : run.store->reader().courses({0, 100}))
                lines << u"%1 %2 %3 %4 %5 %6"_s.arg(course.key)
                             .arg(course.workflowId)
                             .arg(QString::fromStdString(course.version), QString::fromStdString(course.network))
                             .arg(int(course.status))
                             .arg(course.cost.toString());
            return lines;
        };
        const QStringList before = courses();
        QVERIFY(run.store->rebuildProjection());
        QCOMPARE(courses(), before);
        QCOMPARE(run.store->reader().statusCounts().all, std::int64_t(30));
        QCOMPARE(run.store->reader().statusCounts().verified, std::int64_t(20));
    }

    void whatNobodyKnewCanBeStatedLater()
    {
        CoreRun run;
        ReportFile file(false);
        file.rows(0, "SUCCESS", 5);
        import(run, file);
        QCOMPARE(import(run, file, stated("3")).restated, 5);
        QCOMPARE(statsOf(run), QStringList{u"3: 5 of 5, 0.250"_s});
    }

    void aWorkflowThatWasStatedIsWithdrawn()
    {
        CoreRun run;
        ReportFile file(false);
        file.rows(0, "SUCCESS", 4, 17).rows(0, "EXPIRED", 2, 300, "IN");
        import(run, file, stated("1"));
        const ImportResult result = import(run, file); // nobody knows
        QCOMPARE(result.withdrawn, 6);
        QCOMPARE(result.imported + result.known + result.restated + result.withoutWorkflow, 0);
        const QStringList withdrawn{u"0: 4 of 6, 0.300"_s};
        QCOMPARE(statsOf(run), withdrawn);
        const auto compared = [&run] {
            ComparedRequests requests;
            for (const Course &course : run.store->reader().courses({0, 100}))
                requests.append(course);
            return compare(requests, {}, run.clock->now()).all.requests();
        };
        QCOMPARE(compared(), 0);
        QVERIFY(run.store->rebuildProjection());
        QCOMPARE(statsOf(run), withdrawn);
        QCOMPARE(compared(), 0);
        QCOMPARE(import(run, file).known, 6); // once is enough
        QCOMPARE(import(run, file, stated("IN:2")).restated, 2);
        QCOMPARE(statsOf(run), (QStringList{u"0: 4 of 4, 0.200"_s, u"2: 0 of 2, 0.100"_s}));
    }

    void whatTheReportItselfTellsWins()
    {
        CoreRun run;
        ReportFile told;
        told.rows(1, "SUCCESS", 5);
        ReportFile silent(false);
        silent.rows(0, "SUCCESS", 8); // the same five and three more
        QCOMPARE(import(run, silent, stated("2")).imported, 8);
        QCOMPARE(import(run, told, stated("3")).restated, 5);
        const ImportResult stubborn = import(run, silent, stated("4"));
        QCOMPARE(stubborn.known, 5);
        QCOMPARE(stubborn.restated, 3);
        QCOMPARE(statsOf(run), (QStringList{u"1: 5 of 5, 0.250"_s, u"4: 3 of 3, 0.150"_s}));
        const ImportResult withdrawing = import(run, silent);
        QCOMPARE(withdrawing.known, 5);
        QCOMPARE(withdrawing.withdrawn, 3);
        QCOMPARE(statsOf(run), (QStringList{u"0: 3 of 3, 0.150"_s, u"1: 5 of 5, 0.250"_s}));
    }

    void onlyWhatWasImportedIsRestated()
    {
        CoreRun run;
        const RequestId id = run.start(447700900112, 1).id;
        run.advance(24h);
        ReportFile file(false);
        file.rows(0, "EXPIRED", 1, 300);
        file.text().replace("00000000000000000000000000000001", id.toString().toLatin1());
        QCOMPARE(import(run, file, stated("4")).known, 1);
        QCOMPARE(run.store->reader().record(id)->request.workflow.id(), WorkflowId(1));
    }

    void aRestatementThatCannotBeWrittenChangesNothing()
    {
        CoreRun run;
        run.rangeSize = 5;
        run.reopen();
        ReportFile file(false);
        file.rows(0, "SUCCESS", 12);
        import(run, file, stated("2"));
        const QStringList before = statsOf(run);
        const auto key = StoreKey::load(run.path() + u".key"_s);
        int writes = 0;
        for (bool isDone = false; !isDone; ++writes) {
            QCOMPARE(statsOf(run), before);
            int left = writes;
            run.mayWrite = [&left] { return left-- > 0; };
            const auto report = VerifyReport::open(file.path());
            isDone
                = bool(importReport(**report, importInto(*run.store), *key, stated("4"), [](double) { return true; }));
            run.mayWrite = nullptr;
        }
        QVERIFY(writes > 12 * 3);
        QCOMPARE(statsOf(run), QStringList{u"4: 12 of 12, 0.600"_s});
    }

    void theNetworkIsKeptByItsNameElseItsCode()
    {
        CoreRun run;
        ReportFile file;
        file.rows(1, "SUCCESS", 3);
        file.text().replace("000003\",\"Acme\",\"447700900112\",\"en-gb\",\"MOBILE\",\"23410\",\"O2\"",
                            "000003\",\"Acme\",\"447700900112\",\"en-gb\",\"MOBILE\",\"23410\",\"\"");
        import(run, file);
        QCOMPARE(run.store->reader().record(VerificationKey(1))->request.network, u"O2"_s);
        const auto networks = [&run] {
            std::vector<std::string> names;
            for (const Course &course : run.store->reader().courses({1, 3}))
                names.push_back(course.network);
            return names;
        };
        QCOMPARE(networks(), (std::vector<std::string>{"O2", "O2", "23410"}));
        QVERIFY(run.store->rebuildProjection());
        QCOMPARE(networks(), (std::vector<std::string>{"O2", "O2", "23410"}));
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
