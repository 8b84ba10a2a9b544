// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apirun.h"
#include "tests/support/corerun.h"
#include "tests/support/testclass.h"

#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <map>

namespace tst_assigned {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::CoreRun;

constexpr std::uint64_t FirstNumber = 447701000000;
constexpr int Requests = 10'000;

AssignmentRule split(std::uint32_t one, std::uint32_t four)
{
    AssignmentRule rule;
    rule.name = u"split"_s;
    rule.shares = {{1, one}, {4, four}};
    return rule;
}

void useTable(CoreRun &run, AssignmentTable table)
{
    Account account;
    account.apiKey = u"key"_s; // as CoreRun's requests have it
    account.apiSecret = u"secret"_s;
    account.assignment = std::move(table);
    QVERIFY(run.store->change(account, run.clock->now()));
}

StartRequest withoutWorkflow(std::uint64_t number)
{
    StartRequest request = CoreRun::request(number);
    request.openChoice = OpenChoice();
    return request;
}

// Starts one verification for each of so many numbers; which workflow each got.
std::map<std::uint64_t, WorkflowId> startMany(CoreRun &run, int count)
{
    std::map<std::uint64_t, WorkflowId> workflows;
    std::vector<RequestId> ids;
    run.batch([&](Core &core) {
        for (int i = 0; i < count; ++i)
            core.start(withoutWorkflow(FirstNumber + std::uint64_t(i)),
                       [&](const StartReply &reply) { ids.push_back(reply.id); });
    });
    for (const Summary &each : run.store->reader().summaries(std::size_t(count)))
        workflows[each.number.digits()] = each.workflowId;
    return workflows;
}

// Requests that name no workflow, and the account's table.
class tst_Assigned : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenThousandRequestsAreSplitAsTheTableSays()
    {
        CoreRun run;
        useTable(run, {split(70, 30)});
        const auto first = startMany(run, Requests);
        QCOMPARE(first.size(), std::size_t(Requests));
        const auto ones = std::count_if(first.begin(), first.end(), [](const auto &each) { return each.second == 1; });
        const double standardError = std::sqrt(0.7 * 0.3 / Requests);
        const double share = double(ones) / Requests;
        QVERIFY2(std::abs(share - 0.7) < 4 * standardError, qPrintable(QString::number(share)));

        QVERIFY(run.advance(700s)); // all have expired, and the numbers are free
        run.reopen();
        const auto again = startMany(run, Requests);
        QVERIFY(again == first);
    }

    void anExperimentsLotsAreItsOwn()
    {
        CoreRun run;
        AssignmentRule other = split(70, 30);
        other.name = u"other"_s;
        useTable(run, {split(70, 30)});
        const auto first = startMany(run, 1000);
        QVERIFY(run.advance(700s));
        useTable(run, {other});
        QVERIFY(startMany(run, 1000) != first);
    }

    void theJournalKeepsHowAWorkflowWasChosen()
    {
        CoreRun run;
        AssignmentRule india;
        india.name = u"India"_s;
        india.country = u"IN"_s;
        india.shares = {{2, 1}};
        AssignmentRule british = split(1, 1);
        british.country = u"GB"_s;
        useTable(run, {india, british});
        const auto choiceOf = [&](const StartRequest &request) {
            const RequestId id = run.start(request).id;
            run.reopen();
            return run.record(id).request.choice;
        };
        QVERIFY(choiceOf(CoreRun::request(447700900112)) == (WorkflowChoice{ChosenBy::Named, {}, 0}));
        QVERIFY(choiceOf(withoutWorkflow(919876543210)) == (WorkflowChoice{ChosenBy::Rule, u"India"_s, 1}));
        QVERIFY(choiceOf(withoutWorkflow(447700900113)) == (WorkflowChoice{ChosenBy::Lot, u"split"_s, 1}));
        QVERIFY(choiceOf(withoutWorkflow(4915112345678)) == (WorkflowChoice{ChosenBy::Default, {}, 0}));
        useTable(run, {india, split(80, 20)});
        QVERIFY(choiceOf(withoutWorkflow(447700900114)) == (WorkflowChoice{ChosenBy::Lot, u"split"_s, 2}));

        std::vector<std::string> experiments; // as comparisons see them
        for (const Course &course : run.store->reader().courses({0, 100}))
            experiments.push_back(course.experiment);
        QCOMPARE(experiments, (std::vector<std::string>{"", "", "split/1", "", "split/2"}));
    }

    void theTableLeavesARequestsWaitsAlone()
    {
        CoreRun run;
        AssignmentRule rule;
        rule.name = u"all"_s;
        rule.shares = {{4, 1}};
        useTable(run, {rule});
        StartRequest request = withoutWorkflow(447700900112);
        request.openChoice->timing.nextEventWait = 60s;
        const Workflow workflow = run.record(run.start(request).id).request.workflow;
        QCOMPARE(QString::fromStdString(workflow.version()), u"s60 s60 p300"_s);
    }

    void aWorkflowThatTheDialectDoesNotHaveIsNotAssigned()
    {
        CoreRun run;
        AssignmentRule rule;
        rule.name = u"all"_s;
        rule.shares = {{6, 1}};
        useTable(run, {rule});
        StartRequest request = withoutWorkflow(447700900112);
        request.openChoice->dialect = Dialect::Nexmo2019;
        const Request started = run.record(run.start(request).id).request;
        QCOMPARE(int(started.workflow.id()), 1);
        QCOMPARE(started.choice.by, ChosenBy::Default);
    }

    void theApiAssignsWhatARequestDoesNotName()
    {
        ApiRun run;
        Account account = run.account();
        AssignmentRule rule;
        rule.name = u"Acme by SMS"_s;
        rule.brand = u"Acme"_s;
        rule.shares = {{4, 1}};
        account.assignment = {rule};
        run.change(account);
        const auto workflowOf = [&](const QByteArray &id) { return run.verification(id)[u"workflow_id"_s].toInt(); };
        QCOMPARE(workflowOf(run.start("447700900112")), 4);
        QCOMPARE(workflowOf(run.start("447700900113", "workflow_id=2")), 2);
        const QByteArray payment
            = run.callObject("/verify/psd2/json", "number=447700900114&payee=Acme&amount=5")[u"request_id"_s]
                  .toString()
                  .toLatin1();
        QCOMPARE(workflowOf(payment), 4);
        const QByteArray other
            = run.callObject("/verify/json", "number=447700900115&brand=Other")[u"request_id"_s].toString().toLatin1();
        QCOMPARE(workflowOf(other), 1);
    }
};

PINPATH_TEST(tst_Assigned, "tst_assigned")

} // namespace tst_assigned

#include "tst_assigned.moc"
