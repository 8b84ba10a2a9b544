// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corerun.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QTest>

namespace tst_policy {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::CoreRun;

constexpr Instant Now = fromMilliseconds(1'795'442'400'000);

// With everything set otherwise than an account has it by itself.
Account unusual()
{
    Account account;
    account.apiKey = u"f0e1d2c3"_s;
    account.apiSecret = u"veryS3cretIndeed"_s;
    account.signatureSecret = u"signsWithThisOne"_s;
    account.rateLimitPerSecond = 7;
    account.credit = Money::fromHundredMillionths(9'007'199'254'740'993);
    account.isBarred = true;
    account.isDemo = true;
    account.approved = {PhoneNumber(447700900112), PhoneNumber(919876543210)};
    account.hasCustomPins = false;
    account.billing = Billing::Success;
    return account;
}

Rules someRules()
{
    Rules rules;
    rules.blockedNumbers = {PhoneNumber(447700900112)};
    rules.blockedNetworks = {{u"23410"_s, u"447700"_s, {}}, {u"40410"_s, u"9198"_s, Now}};
    rules.unsupportedCountries = {u"IN"_s, u"BR"_s};
    return rules;
}

const PriceList SomePrices{{u"IN"_s, Charge::Call, Money::fromMilli(31), u"contract of May"_s},
                           {{}, Charge::Success, Money::fromMilli(40), {}}};

int changesKept(CoreRun &run)
{
    const auto connection = Connection::open(run.path(), Connection::Access::ReadOnly);
    return connection->value(u"SELECT count(*) FROM policy_change"_s).toInt();
}

// Accounts, rules and prices in the store.
class tst_Policy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewStoreHasOneAccount()
    {
        CoreRun run;
        QCOMPARE(run.store->policy()->accounts.size(), std::size_t(1));
        QVERIFY(run.store->policy()->rules == Rules());
        QVERIFY(run.store->policy()->prices.empty());
    }

    void changesComeBack()
    {
        CoreRun run;
        const Account own = run.store->account();
        QVERIFY(run.store->change(unusual(), Now));
        QVERIFY(run.store->change(someRules(), Now));
        QVERIFY(run.store->change(SomePrices, Now));
        for (int time = 0; time < 2; ++time) {
            const Policy &policy = *run.store->policy();
            QVERIFY(policy.own() == own);
            QVERIFY(policy.find(u"f0e1d2c3") && *policy.find(u"f0e1d2c3") == unusual());
            QVERIFY(policy.rules == someRules());
            QVERIFY(policy.prices == SomePrices);
            run.reopen();
        }
    }

    void everyChangeStays()
    {
        CoreRun run;
        Account account = unusual();
        QVERIFY(run.store->change(account, Now));
        account.isBarred = false;
        QVERIFY(run.store->change(account, Now + 1s));
        QVERIFY(run.store->change(AccountRemoval{account.apiKey}, Now + 2s));
        QCOMPARE(changesKept(run), 4);
        run.reopen();
        QVERIFY(!run.store->policy()->find(u"f0e1d2c3"));
        const auto connection = Connection::open(run.path(), Connection::Access::ReadOnly);
        QCOMPARE(connection->value(u"SELECT at FROM policy_change WHERE number = 3"_s).toLongLong(),
                 qint64(toMilliseconds(Now + 1s)));
    }

    void secretsAreSealed()
    {
        CoreRun run;
        QVERIFY(run.store->change(unusual(), Now));
        run.close();
        for (const QString &suffix : {QString(), u"-wal"_s}) {
            QFile file(run.path() + suffix);
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            QVERIFY(!bytes.contains("veryS3cretIndeed") && !bytes.contains("signsWithThisOne"));
        }
        run.open();
    }

    void whoHoldsAPolicySeesItAsItWas()
    {
        CoreRun run;
        const auto before = run.store->policy();
        QVERIFY(run.store->change(someRules(), Now));
        QVERIFY(before->rules == Rules());
        QVERIFY(run.store->policy()->rules == someRules());
    }

    void aChangeThatCannotBeWrittenIsNone()
    {
        CoreRun run;
        run.mayWrite = [] { return false; };
        QVERIFY(!run.store->change(someRules(), Now));
        QVERIFY(run.store->policy()->rules == Rules());
        run.mayWrite = {};
        QCOMPARE(changesKept(run), 1);
    }

    void withoutTheKeyNothingIsChanged()
    {
        CoreRun run;
        QVERIFY(run.store->change(unusual(), Now));
        run.close();
        QVERIFY(QFile::remove(run.path() + u".key"_s));
        run.open();
        const Account *account = run.store->policy()->find(u"f0e1d2c3");
        QVERIFY(account && account->apiSecret.isEmpty() && account->rateLimitPerSecond == 7);
        QVERIFY(!run.store->change(*account, Now)); // it would seal an empty secret
    }
};

PINPATH_TEST(tst_Policy, "tst_policy")

} // namespace tst_policy

#include "tst_policy.moc"
