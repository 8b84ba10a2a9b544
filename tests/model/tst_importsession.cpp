// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/importsession.h"
#include "model/import/importwords.h"
#include "tests/support/enginerun.h"
#include "tests/support/reportfile.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_importsession {

using namespace Qt::StringLiterals;
using engine::VerifyReport;
using model::ImportChoices;
using model::ImportSession;
using model::StatedWorkflow;
using tests::EngineRun;
using tests::ReportFile;

struct Importing {
    void open(ReportFile &file)
    {
        session.open(file.path());
        QTRY_VERIFY(session.isPreviewed() || !session.problem().isEmpty());
    }
    void run()
    {
        QSignalSpy ended(&session, &ImportSession::ended);
        session.start();
        QVERIFY(session.isRunning());
        QTRY_COMPARE(ended.size(), 1);
    }
    void state(StatedWorkflow stated, engine::WorkflowId workflow = 1, const QString &rules = {})
    {
        ImportChoices choices = session.choices();
        choices.stated = stated;
        choices.workflow = workflow;
        choices.rules = rules;
        session.choose(choices);
    }
    // "2: 60 of 80, 7: 1 of 1": verified of those that ended, by workflow.
    QString stored()
    {
        return EngineRun::await<QString>([this](auto reply) {
            engine.engine->read([reply](engine::StoreReader &reader) {
                QStringList parts;
                for (const engine::WorkflowStats &each : reader.stats())
                    parts << u"%1: %2 of %3"_s.arg(each.workflowId).arg(each.verified).arg(each.requests);
                reply(parts.join(u", "_s));
            });
        });
    }

    EngineRun engine;
    ImportSession session{*engine.engine};
};

class tst_ImportSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReportIsPreviewedWithWhatItsColumnsMean()
    {
        Importing importing;
        ReportFile file(false);
        file.proportion(0, 60, 80);
        importing.open(file);
        const VerifyReport::Preview &preview = importing.session.preview();
        QCOMPARE(preview.heads.size(), 21);
        QCOMPARE(preview.rows.size(), std::size_t(5));
        QCOMPARE(preview.rows.front().at(14), u"SUCCESS"_s);
        QCOMPARE(preview.columns.at(14), std::optional(VerifyReport::Column::Status));
        QCOMPARE(preview.columns.at(0), std::optional<VerifyReport::Column>()); // account_id
        QCOMPARE(importing.session.choices().stated, StatedWorkflow::NotYet);
    }

    void theWorkflowHasToBeStated()
    {
        Importing importing;
        ReportFile file(false);
        file.proportion(0, 60, 80);
        importing.open(file);
        QCOMPARE(importing.session.obstacle(), u"Say which workflow the rows used; it is never guessed."_s);
        importing.session.start();
        QVERIFY(!importing.session.isRunning());
        importing.state(StatedWorkflow::ByRules, 1, u"IN:2, nonsense"_s);
        QVERIFY(importing.session.obstacle().startsWith(u"\"nonsense\" is no rule: write "_s));
        importing.state(StatedWorkflow::All, 4);
        QCOMPARE(importing.session.obstacle(), QString());
        importing.run();
        QCOMPARE(model::importedWords(*importing.session.result()), u"80 of 80 rows imported."_s);
        QCOMPARE(importing.stored(), u"4: 60 of 80"_s);
    }

    void rulesThatMissTheirRowsAreSaidSo()
    {
        Importing importing;
        ReportFile file(false);
        file.proportion(0, 60, 80).proportion(0, 3, 20, "IN").rows(0, "IN PROGRESS", 5);
        importing.open(file);
        importing.state(StatedWorkflow::All, 4);
        QTRY_COMPARE(importing.session.shares(), u"Ended rows by workflow: 4 gets 100."_s);
        importing.state(StatedWorkflow::ByRules, 1, u"March 1-15: 1, 2"_s);
        QVERIFY2(importing.session.obstacle().startsWith(u"The rule \"March 1-15: 1\" gets no row: "_s),
                 qPrintable(importing.session.obstacle()));
        importing.session.start();
        QVERIFY(!importing.session.isRunning());
        importing.state(StatedWorkflow::ByRules, 1, u"1, IN:2"_s); // which is never reached
        QVERIFY(importing.session.obstacle().startsWith(u"The rule \"IN:2\" gets no row: "_s));
        importing.state(StatedWorkflow::ByRules, 1, u"IN:2, 2026-03-01..2026-03-15:1"_s);
        QCOMPARE(importing.session.obstacle(), QString());
        QCOMPARE(importing.session.shares(), u"Ended rows by workflow: 1 gets 80; 2 gets 20."_s);
        importing.state(StatedWorkflow::ByRules, 1, u"IN:2"_s);
        QCOMPARE(importing.session.shares(), u"Ended rows by workflow: 2 gets 20; 80 have none."_s);
    }

    void rulesAndTheColumnSayItRowByRow()
    {
        Importing importing;
        ReportFile file; // with a column workflow_id, empty in the second lot
        file.proportion(2, 6, 8).proportion(0, 3, 4, "IN").proportion(0, 1, 2, "GB");
        importing.open(file);
        QCOMPARE(importing.session.choices().stated, StatedWorkflow::OnlyByColumn);
        importing.state(StatedWorkflow::ByRules, 1, u"IN:5"_s);
        QTRY_COMPARE(importing.session.obstacle(), QString());
        importing.run();
        QCOMPARE(importing.stored(), u"0: 1 of 2, 2: 6 of 8, 5: 3 of 4"_s);
        QCOMPARE(model::withoutWorkflowWords(*importing.session.result()),
                 u"2 do not tell their workflow and stay out of comparisons"_s);
    }

    void aWorkflowThatSendsLessThanTheRowsHadIsSaidSo()
    {
        Importing importing;
        ReportFile file(false);
        file.proportion(0, 6, 8);
        file.text().replace("\"EXPIRED\",\"1\",\"0\"", "\"EXPIRED\",\"1\",\"2\"");
        importing.open(file);
        importing.state(StatedWorkflow::All, 1); // SMS, call, call
        QTRY_COMPARE(importing.session.shares(), u"Ended rows by workflow: 1 gets 8."_s);
        importing.state(StatedWorkflow::All, 5); // SMS, call
        QCOMPARE(importing.session.shares(),
                 u"Ended rows by workflow: 5 gets 8. 2 of them had more SMS or calls than workflow 5 sends."_s);
        QCOMPARE(importing.session.obstacle(), QString());
        importing.state(StatedWorkflow::All, 200); // of which nobody knows what it sends
        QCOMPARE(importing.session.shares(), u"Ended rows by workflow: 200 gets 8."_s);
    }

    void rulesThatTheColumnLeavesNoRowAreSaidSo()
    {
        Importing importing;
        ReportFile file;
        file.proportion(2, 6, 8);
        importing.open(file);
        importing.state(StatedWorkflow::ByRules, 1, u"GB:5"_s);
        QTRY_COMPARE(importing.session.shares(),
                     u"Ended rows by workflow: 2 gets 8. The column tells the workflow of all rows: these rules apply "
                     "to none."_s);
        QCOMPARE(importing.session.obstacle(), QString());
    }

    void theSameFileTwiceImportsOnce()
    {
        Importing importing;
        ReportFile file;
        file.proportion(1, 700, 900).line("bad").line("also,bad");
        importing.open(file);
        importing.run();
        QCOMPARE(importing.session.result()->imported, 900);
        QCOMPARE(model::badRowLines(importing.session.result()->badRows),
                 (QStringList{u"line 902: it has 1 values, the first line names 22 columns"_s,
                              u"line 903: it has 2 values, the first line names 22 columns"_s}));
        importing.open(file);
        QVERIFY(!importing.session.result());
        importing.run();
        QCOMPARE(importing.session.result()->known, 900);
        QCOMPARE(importing.stored(), u"1: 700 of 900"_s);
    }

    void whatHappenedIsSaidFirst()
    {
        engine::ImportResult result;
        result.rows = 900;
        result.known = 900;
        QCOMPARE(model::importedWords(result), u"0 of 900 rows imported; 900 were in the store already."_s);
        result.known = 899;
        result.restated = 1;
        QCOMPARE(model::importedWords(result),
                 u"1 row put right: its workflow was another; 899 were in the store already."_s);
        result.known = 0;
        result.restated = 800;
        result.imported = 90;
        result.withdrawn = 10;
        QCOMPARE(model::importedWords(result),
                 u"90 of 900 rows imported; 800 rows put right: their workflow was another; "
                 "10 rows taken out of comparisons."_s);
    }

    void theEngineGoesOnWithItsOtherWork()
    {
        Importing importing;
        const engine::RequestId before = importing.engine.start(447700900112, 4);
        ReportFile file;
        file.proportion(1, 700, 1200);
        importing.open(file);
        importing.run();
        QVERIFY(before != importing.engine.start(447700900113, 4)); // whose place in the journal is free
        importing.engine.advance(std::chrono::minutes(11));
        QCOMPARE(importing.stored(), u"1: 700 of 1200, 4: 0 of 2"_s);
    }

    void columnsOfOtherNamesCanBeChosen()
    {
        Importing importing;
        ReportFile file;
        file.proportion(1, 3, 4);
        file.text().replace("verify_status", "outcome");
        importing.open(file);
        QCOMPARE(importing.session.obstacle(), u"No column is taken for: State. Say above which one it is."_s);
        importing.session.setColumn(14, VerifyReport::Column::Status);
        QCOMPARE(importing.session.obstacle(), QString());
        importing.session.setColumn(0, VerifyReport::Column::Status); // one column at a time
        QCOMPARE(importing.session.preview().columns.at(14), std::optional<VerifyReport::Column>());
        importing.session.setColumn(14, VerifyReport::Column::Status);
        importing.run();
        QCOMPARE(importing.stored(), u"1: 3 of 4"_s);
    }

    void numbersAreDroppedOnRequest()
    {
        Importing importing;
        ReportFile file;
        file.proportion(1, 1, 1);
        importing.open(file);
        ImportChoices choices = importing.session.choices();
        choices.numbers = engine::ImportedNumbers::Dropped;
        importing.session.choose(choices);
        importing.run();
        const auto number = EngineRun::await<engine::PhoneNumber>([&](auto reply) {
            importing.engine.engine->read([reply](engine::StoreReader &reader) {
                reply(reader.record(engine::VerificationKey(1))->request.number);
            });
        });
        QCOMPARE(number, engine::PhoneNumber());
    }

    void cancellingKeepsWhatIsThere()
    {
        Importing importing;
        ReportFile file;
        file.rows(1, "SUCCESS", 5000);
        importing.open(file);
        QSignalSpy ended(&importing.session, &ImportSession::ended);
        importing.session.start();
        importing.session.cancel();
        QTRY_COMPARE(ended.size(), 1);
        const engine::ImportResult first = *importing.session.result();
        QVERIFY(!first.isWhole);
        QVERIFY(first.imported < 5000);
        importing.run();
        QCOMPARE(importing.session.result()->imported, 5000 - first.imported);
        QCOMPARE(importing.stored(), u"1: 5000 of 5000"_s);
    }

    void aStoreThatCannotBeWrittenIsSaidSo()
    {
        Importing importing;
        ReportFile file;
        file.proportion(1, 3, 4);
        importing.open(file);
        importing.engine.canStoreWrite = false;
        importing.run();
        QVERIFY(!importing.session.result());
        QVERIFY(!importing.session.problem().isEmpty());
        importing.engine.canStoreWrite = true;
        importing.run();
        QCOMPARE(importing.stored(), u"1: 3 of 4"_s);
    }

    void whatIsNoFileIsSaidSo()
    {
        Importing importing;
        importing.session.open(u"/nowhere/report.csv"_s);
        QTRY_VERIFY(importing.session.problem().startsWith(u"The report /nowhere/report.csv cannot be read: "_s));
        QVERIFY(!importing.session.obstacle().isEmpty());
    }
};

PINPATH_TEST(tst_ImportSession, "tst_importsession")

} // namespace tst_importsession

#include "tst_importsession.moc"
