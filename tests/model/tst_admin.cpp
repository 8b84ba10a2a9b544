// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/admin/accountform.h"
#include "model/admin/adminsession.h"
#include "model/admin/linemodel.h"
#include "model/admin/policylines.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_admin {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AccountForm;
using model::AccountProblem;
using model::AdminSession;
using model::Line;
using model::LineProblem;
using model::Lines;

constexpr WorkflowId Last = 7;

template <class Read>
QString problemOf(const Read &read)
{
    const auto *problem = std::get_if<LineProblem>(&read);
    return problem ? u"%1/%2 %3"_s.arg(problem->line).arg(problem->column).arg(problem->sentence) : QString();
}

void change(AdminSession &session, const PolicyChange &change)
{
    QSignalSpy changed(&session, &AdminSession::changed);
    session.change(change);
    QVERIFY(changed.wait());
}

// What the Admin page says and takes.
class tst_Admin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreWrittenAndReadAgain()
    {
        Rules rules;
        rules.blockedNumbers = {PhoneNumber(447700900112)};
        rules.blockedNetworks = {{u"23410"_s, u"447700"_s, {}}, {u"40410"_s, u"9198"_s, Instant(1h)}};
        rules.unsupportedCountries = {u"BR"_s};
        const Lines lines = model::linesOf(rules, Instant(30min));
        QCOMPARE(lines.at(0), (Line{u"number"_s, u"+44 7700 900112"_s, {}, u"blocked"_s}));
        QCOMPARE(lines.at(1), (Line{u"network"_s, u"447700"_s, u"23410"_s, u"blocked"_s}));
        QCOMPARE(lines.at(2).at(3), u"open until 01:00:00"_s);
        QCOMPARE(model::linesOf(rules, Instant(1h)).at(2).at(3), u"blocked"_s);
        const auto read = model::readRules(lines, rules);
        QVERIFY(std::get<Rules>(read) == rules);
    }

    void whatIsWrongWithARuleIsTold()
    {
        const auto read = [](const Line &line) { return problemOf(model::readRules({line}, {})); };
        QCOMPARE(read({u"number"_s, u"12"_s, {}}), u"0/1 No phone number. Write it with its country code."_s);
        QCOMPARE(read({u"country"_s, u"XX"_s, {}}), u"0/1 No country. Write its two letters or its name, as in GB."_s);
        QCOMPARE(read({u"country"_s, u"united kingdom"_s, {}}), QString()); // by its name, too
        QCOMPARE(read({u"network"_s, u"abc"_s, u"23410"_s}),
                 u"0/1 The first digits of numbers, with their country code, as in 447700."_s);
        QCOMPARE(read({u"network"_s, u"+44 7700"_s, u"2"_s}),
                 u"0/2 A network's code has 5 or 6 digits, as in 23410."_s);
        QCOMPARE(read({u"network"_s, u"+44 7700"_s, u"23410"_s}), QString());
        QCOMPARE(read({u"number"_s, {}, {}}), QString()); // a line that is not filled in yet
    }

    void pricesAreWrittenAndReadAgain()
    {
        const PriceList prices{{u"IN"_s, Charge::Sms, Money::fromMilli(31), u"contract"_s},
                               {{}, Charge::Success, Money::fromMilli(40), {}}};
        const Lines lines = model::linesOf(prices);
        QCOMPARE(lines.at(0), (Line{u"IN"_s, u"SMS"_s, u"0.031"_s, u"contract"_s}));
        QCOMPARE(lines.at(1).at(0), u"elsewhere"_s);
        QVERIFY(std::get<PriceList>(model::readPrices(lines)) == prices);
        QVERIFY(std::get<PriceList>(model::readPrices({{u"in"_s, u"SMS"_s, u"0.031"_s, u"contract"_s}})).front()
                == prices.front());
    }

    void whatIsWrongWithAPriceIsTold()
    {
        const Line right{u"IN"_s, u"SMS"_s, u"0.031"_s, {}};
        QCOMPARE(problemOf(model::readPrices({right, {u"Atlantis"_s, u"SMS"_s, u"1"_s, {}}})),
                 u"1/0 No country. Write its two letters or its name, as in GB; or elsewhere."_s);
        QCOMPARE(problemOf(model::readPrices({{u"IN"_s, u"SMS"_s, u"-1"_s, {}}})),
                 u"0/2 An amount of euros, as in 0.014."_s);
        QCOMPARE(problemOf(model::readPrices({right, right})), u"1/0 There is a price for this already."_s);
    }

    void anAssignmentIsWrittenAndReadAgain()
    {
        AssignmentRule india;
        india.name = u"India"_s;
        india.country = u"IN"_s;
        india.shares = {{2, 1}};
        AssignmentRule split;
        split.name = u"split"_s;
        split.prefix = u"4477"_s;
        split.brand = u"Acme"_s;
        split.shares = {{1, 70}, {4, 30}};
        const AssignmentTable table{india, split};
        const Lines lines = model::linesOf(table);
        QCOMPARE(lines.at(0), (Line{u"India"_s, u"IN"_s, {}, {}, u"2"_s, u"1"_s}));
        QCOMPARE(lines.at(1), (Line{u"split"_s, {}, u"4477"_s, u"Acme"_s, u"1: 70, 4: 30"_s, u"1"_s}));
        QVERIFY(std::get<AssignmentTable>(model::readAssignment(lines, Last)) == table);
    }

    void whatIsWrongWithAnAssignmentIsTold()
    {
        const auto read = [](const Lines &lines) { return problemOf(model::readAssignment(lines, 5)); };
        const QString split = u"A workflow from 1 to 5, as in 4, or several with their weights, as in 1: 70, 4: 30."_s;
        QCOMPARE(read({{{}, u"IN"_s, {}, {}, u"2"_s}}), u"0/0 A rule needs a name; comparisons know it by that."_s);
        QCOMPARE(read({{u"a"_s, {}, {}, {}, u"2"_s}, {u"a"_s, {}, {}, {}, u"2"_s}}),
                 u"1/0 Another rule has this name."_s);
        for (const QString &wrong : {u"6"_s, u"0"_s, u"1: 70 4: 30"_s, u"1: 0"_s, u"four"_s, QString()})
            QCOMPARE(read({{u"a"_s, {}, {}, {}, wrong}}), u"0/4 "_s + split);
        QCOMPARE(read({{u"a"_s, {}, {}, {}, u"1:70,4:30"_s}}), QString());
    }

    void anAccountsFormIsReadAgain()
    {
        Account account;
        account.apiKey = u"a1b2c3d4"_s;
        account.apiSecret = u"secret"_s;
        account.isDemo = true;
        account.approved = {PhoneNumber(447700900112), PhoneNumber(919876543210)};
        account.rateLimitPerSecond = 7;
        account.credit = Money::fromMilli(25'500);
        account.billing = Billing::Success;
        account.signatureSecret = u"signs"_s;
        const AccountForm form = model::formOf(account);
        QCOMPARE(form.approved, u"+44 7700 900112, +91 98765 43210"_s);
        QCOMPARE(form.credit, u"25.50"_s);
        QVERIFY(std::get<Account>(model::withForm(account, form)) == account);
        QVERIFY(std::get<Account>(model::withForm(account, AccountForm())).credit == std::nullopt);
    }

    void whatIsWrongWithAnAccountIsTold()
    {
        const auto problem = [](const AccountForm &form) {
            const auto read = model::withForm({}, form);
            const auto &problems = std::get<std::vector<AccountProblem>>(read);
            QStringList sentences;
            for (const AccountProblem &each : problems)
                sentences << each.sentence;
            return sentences.join(u' ');
        };
        AccountForm form;
        form.approved = u"+44 7700 900112, 12"_s;
        QCOMPARE(problem(form), u"“12” is no phone number. Write it with its country code."_s);
        form = {};
        form.rateLimit = u"many"_s;
        QCOMPARE(problem(form), u"A whole number of requests a second; 0 is no limit."_s);
        form = {};
        form.credit = u"1,50"_s;
        QCOMPARE(problem(form), u"An amount of euros, as in 25.00."_s);
        form.rateLimit = u"many"_s; // each field has its own
        QCOMPARE(problem(form),
                 u"A whole number of requests a second; 0 is no limit. An amount of euros, as in 25.00."_s);
    }

    void linesAreEdited()
    {
        model::LineModel model(model::assignmentColumns());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(&model, &model::LineModel::edited);
        model.setLines({{u"a"_s, {}, {}, {}, u"1"_s, u"1"_s}, {u"b"_s, {}, {}, {}, u"2"_s, u"1"_s}});
        QCOMPARE(edited.size(), 0);
        QVERIFY(model.moveLine(1, -1));
        QCOMPARE(model.lines().at(0).at(0), u"b"_s);
        QVERIFY(!model.moveLine(0, -1));
        QVERIFY(model.setData(model.index(0, 4), u"4"_s));
        QVERIFY(!model.setData(model.index(0, 5), u"9"_s)); // versions are counted, not written
        QCOMPARE(model.insertLine(1), 2);
        model.removeLine(0);
        QCOMPARE(model.lines().size(), 2);
        QCOMPARE(edited.size(), 4);
        model.setProblem(LineProblem{0, 1, u"No."_s});
        QVERIFY(model.index(0, 1).data(model::LineModel::ProblemRole).toBool());
        QVERIFY(model.index(0, 1).data(Qt::AccessibleTextRole).toString().endsWith(u", No."_s));
    }

    void changesAreMadeAndTold()
    {
        tests::EngineRun run;
        AdminSession session(*run.engine);
        QCOMPARE(session.sentence(), u"1 account; nothing is blocked; prices are examples."_s);
        QSignalSpy changed(&session, &AdminSession::changed);
        const Account account = session.addAccount();
        QVERIFY(changed.wait());
        QVERIFY(account.apiSecret.size() >= 16);
        QCOMPARE(session.policy().find(account.apiKey)->apiSecret, account.apiSecret);
        const QString secret = session.renewSecret(account.apiKey);
        QVERIFY(secret != account.apiSecret);
        QTRY_COMPARE(session.policy().find(account.apiKey)->apiSecret, secret);
        Rules rules;
        rules.unsupportedCountries = {u"BR"_s};
        change(session, rules);
        QCOMPARE(session.sentence(), u"2 accounts; 1 block; prices are examples."_s);
    }

    void aNetworkIsOpenedForAnHour()
    {
        tests::EngineRun run;
        AdminSession session(*run.engine);
        Rules rules;
        rules.blockedNetworks = {{u"23410"_s, u"447700"_s, {}}};
        change(session, rules);
        QVERIFY(session.policy().rules.blockOf(PhoneNumber(447700900112), session.now()));
        session.unblock(u"23410"_s);
        QTRY_VERIFY(!session.policy().rules.blockOf(PhoneNumber(447700900112), session.now()));
        run.advance(1h);
        QVERIFY(session.policy().rules.blockOf(PhoneNumber(447700900112), session.now()));
    }

    void aFailingStoreRefusesAChange()
    {
        tests::EngineRun run;
        AdminSession session(*run.engine);
        QSignalSpy refused(&session, &AdminSession::refused);
        run.canStoreWrite = false;
        session.change(Rules());
        QVERIFY(refused.wait());
        QVERIFY(!refused.front().front().toString().isEmpty());
        run.canStoreWrite = true;
    }

    void thePreviewIsWhatRequestsGet()
    {
        tests::EngineRun run;
        AdminSession session(*run.engine);
        AssignmentRule split;
        split.name = u"split"_s;
        split.country = u"GB"_s;
        split.shares = {{1, 50}, {4, 50}};
        const QStringList previewed
            = session.preview({split}, {u"447700900112"_s, u"919876543210"_s, u"12"_s}, u"Acme"_s);
        QVERIFY(previewed.at(0).startsWith(u"+44 7700 900112: workflow "_s)
                && previewed.at(0).endsWith(u", by lot of split"_s));
        QCOMPARE(previewed.at(1), u"+91 98765 43210: workflow 1, since no line is for it"_s);
        QCOMPARE(previewed.at(2), u"12: no phone number"_s);

        Account account = run.engine->account();
        account.assignment = {split};
        change(session, account);
        StartRequest request;
        request.account = account.apiKey;
        request.number = PhoneNumber(447700900112);
        request.brand = u"Acme"_s;
        request.workflow = *standardWorkflow(1, Dialect::Vonage);
        request.openChoice = OpenChoice();
        const RequestId id
            = tests::EngineRun::await<StartReply>([&](auto reply) { run.engine->start(request, reply); }).id;
        std::promise<int> workflow;
        run.engine->read([&](StoreReader &reader) { workflow.set_value(reader.record(id)->request.workflow.id()); });
        QVERIFY(previewed.at(0).contains(u"workflow %1,"_s.arg(workflow.get_future().get())));
    }
};

PINPATH_TEST(tst_Admin, "tst_admin")

} // namespace tst_admin

#include "tst_admin.moc"
