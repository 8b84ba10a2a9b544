// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apirun.h"
#include "tests/support/testclass.h"
#include "tests/support/verifyreplies.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

namespace tst_verifyaccounts {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::error;
using tests::RawReply;

const QByteArray StartForm = "number=447700900112&brand=Acme";
const QByteArray Number = "447700900112";

const QByteArray IsBlocked = "The number you are trying to verify is blacklisted for verification";
const QByteArray IsBarred = "The api_key you supplied is for an account that has been barred from submitting messages";
const QByteArray IsDemo = "Your Vonage account is still in demo mode. While in demo mode you must add target numbers "
                          "to the approved list for your account. Add funds to your account to remove this limitation.";
const QByteArray IsUnsupported = "The destination number is not in a supported network";

// A second account beside the first one's.
Account other()
{
    Account account;
    account.apiKey = u"f0e1d2c3"_s;
    account.apiSecret = u"otherSecret2"_s;
    return account;
}

QByteArray keysOf(const Account &account)
{
    return "api_key=" + account.apiKey.toLatin1() + "&api_secret=" + account.apiSecret.toLatin1() + '&';
}

QByteArray callAs(ApiRun &run, const Account &account, const QByteArray &path, const QByteArray &query)
{
    return run.request("GET", path + '?' + keysOf(account) + query).body;
}

// As clients do, with their credentials among the members.
RawReply unblock(ApiRun &run, const QByteArray &members)
{
    return run.request("POST", "/verify/network-unblock",
                       "{\"api_key\":\"" + ApiRun::Key + "\",\"api_secret\":\"" + ApiRun::Secret + "\"," + members
                           + '}',
                       "Content-Type: application/json\r\n");
}

QByteArray idOf(const QByteArray &reply)
{
    return QJsonDocument::fromJson(reply)[u"request_id"_s].toString().toLatin1();
}

// By "md5hash", as clients do.
QByteArray signedQuery(const QByteArray &key, const QByteArray &secret, const QByteArray &number)
{
    const QByteArray at = QByteArray::number(qint64(toMilliseconds(tests::Today) / 1000));
    const QByteArray text = "&api_key=" + key + "&brand=Acme&number=" + number + "&timestamp=" + at;
    const QByteArray sig = QCryptographicHash::hash(QByteArray(text + secret), QCryptographicHash::Md5).toHex();
    return "api_key=" + key + "&brand=Acme&number=" + number + "&timestamp=" + at + "&sig=" + sig;
}

// What the Verify API answers to accounts in all their states. Reference: verify-api.md, sections 1.2, 2 and 5.
class tst_VerifyAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Section 2, status 6 at a start.
    void anUnroutableNumberIsTold()
    {
        ApiRun run;
        const QByteArray reason = " platform was unable to process this message for the following reason: "
                                  "Unrecognized number prefix.";
        QCOMPARE(run.call("/verify/json", "number=80012345678&brand=Acme"), error(6, "The Vonage" + reason));
        ApiRun in2019({.dialect = Dialect::Nexmo2019});
        QCOMPARE(in2019.call("/verify/json", "number=80012345678&brand=Acme"), error(6, "The Nexmo" + reason));
    }

    // Status 7.
    void aBlockedNumberIsTold()
    {
        ApiRun run;
        Rules rules;
        rules.blockedNumbers = {PhoneNumber(447700900112)};
        run.change(rules);
        QCOMPARE(run.call("/verify/json", StartForm), error(7, IsBlocked));
        QVERIFY(!run.start("447700900113").isEmpty());
        run.change(Rules());
        QVERIFY(!run.start(Number).isEmpty());
    }

    // Status 7 with its network.
    void aBlockedNetworkIsNamed()
    {
        ApiRun run;
        Rules rules;
        rules.blockedNetworks = {{u"23410"_s, u"447700"_s, run.engine->clock().now() + 60s}};
        run.change(rules);
        QVERIFY(!run.start("447700900113").isEmpty()); // unblocked for a minute
        run.advance(60s);
        QCOMPARE(run.call("/verify/json", StartForm),
                 "{\"status\":\"7\",\"error_text\":\"" + IsBlocked + "\",\"network\":\"23410\"}");
        const RawReply xml = run.request("GET", "/verify/xml?" + keysOf(run.account()) + StartForm);
        QVERIFY2(xml.body.endsWith(QByteArray("<verify_response><request_id></request_id><status>7</status><error_text>"
                                              + IsBlocked + "</error_text><network>23410</network></verify_response>")),
                 xml.body.constData());
    }

    // Section 1.8.
    void aNetworksBlockIsPausedForAWhile()
    {
        ApiRun run;
        Rules rules;
        rules.blockedNetworks = {{u"23410"_s, u"447700"_s, {}}};
        run.change(rules);
        const QByteArray blocked = "{\"status\":\"7\",\"error_text\":\"" + IsBlocked + "\",\"network\":\"23410\"}";
        QCOMPARE(run.call("/verify/json", StartForm), blocked);
        const RawReply paused = unblock(run, "\"network\":\"23410\",\"unblock_duration\":60");
        QCOMPARE(paused.status, 202);
        QCOMPARE(paused.headers.value("content-type"), "application/json");
        QCOMPARE(paused.body, "{\"network\":\"23410\",\"unblocked_until\":\"2026-11-23T14:01:00Z\"}");
        QVERIFY(!run.start(Number).isEmpty());
        run.close();
        run.open(); // the store keeps it
        QVERIFY(!run.start("447700900113").isEmpty());
        run.advance(60s);
        QVERIFY(run.call("/verify/json", "number=447700900114&brand=Acme").contains("\"status\":\"7\""));
        QCOMPARE(unblock(run, "\"network\":\"23410\"").body,
                 "{\"network\":\"23410\",\"unblocked_until\":\"2026-11-23T15:01:00Z\"}");
        QCOMPARE(unblock(run, "\"network\":\"23410\",\"duration\":0").status, 202); // blocked again
        QVERIFY(run.call("/verify/json", "number=447700900114&brand=Acme").contains("\"status\":\"7\""));
    }

    void anUnblockThatCannotBeIsToldAsAProblem_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("says");
        const QByteArray network = "\"network\":\"23410\"";
        QTest::newRow("no block") << QByteArray("\"network\":\"23411\"") << 404
                                  << QByteArray("The network you provided does not have an active block.");
        QTest::newRow("no network") << QByteArray("\"unblock_duration\":60") << 422 << QByteArray("Network not found.");
        QTest::newRow("no code") << QByteArray("\"network\":\"O2 UK\"") << 422 << QByteArray("Network not found.");
        QTest::newRow("too long") << QByteArray(network + ",\"unblock_duration\":86401") << 422
                                  << QByteArray("Invalid unblock_duration parameter");
        QTest::newRow("negative") << QByteArray(network + ",\"unblock_duration\":-1") << 422
                                  << QByteArray("Invalid unblock_duration parameter");
        QTest::newRow("no number") << QByteArray(network + ",\"unblock_duration\":\"soon\"") << 422
                                   << QByteArray("Invalid unblock_duration parameter");
        QTest::newRow("no JSON") << QByteArray("\"network\":") << 400 << QByteArray("Bad Request");
    }
    void anUnblockThatCannotBeIsToldAsAProblem()
    {
        QFETCH(QByteArray, members);
        QFETCH(int, status);
        QFETCH(QByteArray, says);
        ApiRun run;
        Rules rules;
        rules.blockedNetworks = {{u"23410"_s, u"447700"_s, {}}};
        run.change(rules);
        const RawReply reply = unblock(run, members);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.headers.value("content-type"), "application/problem+json");
        QVERIFY2(reply.body.contains(says), reply.body.constData());
        QVERIFY(QJsonDocument::fromJson(reply.body)[u"instance"_s].toString().size() == 36);
        QCOMPARE(run.engine->policy()->rules, rules);
    }

    void whoMayNotUnblockIsTold()
    {
        ApiRun run;
        Rules rules;
        rules.blockedNetworks = {{u"23410"_s, u"447700"_s, {}}};
        run.change(rules);
        const QByteArray json = "Content-Type: application/json\r\n";
        QCOMPARE(run.request("POST", "/verify/network-unblock", "{\"network\":\"23410\"}", json).status, 401);
        QCOMPARE(run.request("GET", "/verify/network-unblock?network=23410").status, 405);
        Account account = run.account();
        account.isBarred = true;
        run.change(account);
        const RawReply barred = unblock(run, "\"network\":\"23410\"");
        QCOMPARE(barred.status, 403);
        QVERIFY(barred.body.contains("Your account does not have permission to perform this action."));
        QCOMPARE(run.engine->policy()->rules, rules);
    }

    // Status 10: the number is taken whoever asks, but the id is for the account alone whose request runs.
    void anotherAccountsRequestIdIsNotTold()
    {
        ApiRun run;
        run.change(other());
        const QByteArray id = run.start(Number);
        const QByteArray text = "Concurrent verifications to the same number are not allowed";
        QCOMPARE(callAs(run, other(), "/verify/json", StartForm), error(10, text));
        QCOMPARE(idOf(run.call("/verify/json", StartForm)), id);
    }

    // Status 8, at a start and at a control.
    void aBarredAccountIsTold()
    {
        ApiRun run;
        const QByteArray id = run.start(Number);
        Account account = run.account();
        account.isBarred = true;
        run.change(account);
        QCOMPARE(run.call("/verify/json", "number=447700900113&brand=Acme"), error(8, IsBarred));
        QCOMPARE(run.control(id, "trigger_next_event"), error(8, IsBarred));
        const QByteArray pin = run.pin(Number);
        QVERIFY(run.check(id, pin).contains("\"status\":\"0\"")); // what was sent can still be entered
    }

    // Status 9, at a start and at a control.
    void anAccountWithoutCreditIsTold()
    {
        ApiRun run;
        Account account = run.account();
        account.credit = Money::fromMilli(28); // two SMS
        run.change(account);
        const QByteArray id = run.start("447700900112", "workflow_id=4");
        QVERIFY(!run.start("447700900113", "workflow_id=6").isEmpty());
        const QByteArray exceeded = error(9, "Partner quota exceeded");
        QCOMPARE(run.call("/verify/json", "number=447700900114&brand=Acme"), exceeded);
        QCOMPARE(run.control(id, "cancel"), exceeded);
        run.close();
        run.open(); // what was spent is known from the store
        QCOMPARE(run.call("/verify/json", "number=447700900114&brand=Acme"), exceeded);
        account.credit = Money::fromMilli(29);
        run.change(account);
        QVERIFY(!run.start("447700900114").isEmpty());
    }

    void whatAFailingStoreUndidCostsNothing()
    {
        ApiRun run;
        Account account = run.account();
        account.credit = Money::fromMilli(14); // one SMS
        run.change(account);
        run.canStoreWrite = false;
        QCOMPARE(run.call("/verify/json", StartForm), error(5, "Internal Error"));
        run.canStoreWrite = true;
        QVERIFY(!run.start(Number).isEmpty());
        QCOMPARE(run.call("/verify/json", "number=447700900113&brand=Acme"), error(9, "Partner quota exceeded"));
    }

    // Status 15.
    void anUnsupportedCountryIsTold()
    {
        ApiRun run;
        Rules rules;
        rules.unsupportedCountries = {u"IN"_s};
        run.change(rules);
        QCOMPARE(run.call("/verify/json", "number=919876543210&brand=Acme"), error(15, IsUnsupported));
        QVERIFY(!run.start(Number).isEmpty());
    }

    // Status 20.
    void anAccountWithoutCustomPinsIsTold()
    {
        ApiRun run;
        Account account = run.account();
        account.hasCustomPins = false;
        run.change(account);
        QCOMPARE(run.call("/verify/json", StartForm + "&pin_code=AKFG3424"),
                 error(20, "This account does not support the parameter: pin_code."));
        QVERIFY(!run.start(Number).isEmpty());
    }

    // Status 29.
    void aDemoAccountReachesApprovedNumbersOnly()
    {
        ApiRun run;
        Account account = run.account();
        account.isDemo = true;
        account.approved = {PhoneNumber(447700900113)};
        run.change(account);
        QCOMPARE(run.call("/verify/json", StartForm), error(29, IsDemo));
        QVERIFY(!run.start("447700900113").isEmpty());
    }

    // Section 1.2, the order of evaluation.
    void parametersAreJudgedBeforeTheAccount()
    {
        ApiRun run;
        const QByteArray running = run.start(Number);
        Account account = run.account();
        account.isBarred = true;
        run.change(account);
        QCOMPARE(run.call("/verify/json", "number=" + Number), tests::missing("brand"));
        QCOMPARE(run.call("/verify/json", StartForm + "&workflow_id=8"), tests::invalid("workflow_id"));
        QCOMPARE(run.call("/verify/json", StartForm), error(8, IsBarred)); // before status 10
        QVERIFY(!running.isEmpty());
    }

    void testNumbersAreRefusedWhateverTheRules_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("900005") << "447700900005"_ba << error(15, IsUnsupported);
        QTest::newRow("900006") << "447700900006"_ba << error(7, IsBlocked);
        QTest::newRow("900009") << "447700900009"_ba << error(1, "Throttled");
    }
    void testNumbersAreRefusedWhateverTheRules()
    {
        QFETCH(QByteArray, number);
        QFETCH(QByteArray, reply);
        ApiRun run;
        QCOMPARE(run.call("/verify/json", "brand=Acme&number=" + number), reply);
        QCOMPARE(run.getArray("verifications").size(), 0);
    }

    void eachAccountHasItsOwnRequests()
    {
        ApiRun run;
        const Account second = other();
        run.change(second);
        const QByteArray id = run.start(Number);
        const QByteArray theirs = idOf(callAs(run, second, "/verify/json", "number=447700900113&brand=Acme"));
        QVERIFY(!theirs.isEmpty());
        const QByteArray pin = run.pin(Number);

        QCOMPARE(callAs(run, second, "/verify/search/json", "request_id=" + id), error(101, "No response found"));
        QCOMPARE(callAs(run, second, "/verify/control/json", "cmd=trigger_next_event&request_id=" + id),
                 error(6, "The requestId '" + id + "' does not exist or its no longer active."));
        QVERIFY(callAs(run, second, "/verify/check/json", "code=" + pin + "&request_id=" + id)
                    .contains("was not found or it has been verified already"));
        QVERIFY(run.check(id, pin).contains("\"status\":\"0\""));
        QVERIFY(
            callAs(run, second, "/verify/search/json", "request_id=" + theirs).contains("\"account_id\":\"f0e1d2c3\""));
    }

    // Section 1.2: an account's signature secret wins over the server's and the api_secret.
    void anAccountSignsWithItsOwnSecret()
    {
        ApiRun run;
        Account second = other();
        second.signatureSecret = u"onlyForSigning"_s;
        run.change(second);
        const QByteArray key = second.apiKey.toLatin1();
        const auto get = [&](const QByteArray &query) { return run.request("GET", "/verify/json?" + query).body; };
        QVERIFY(!idOf(get(signedQuery(key, "onlyForSigning", "447700900112"))).isEmpty());
        QCOMPARE(get(signedQuery(key, "otherSecret2", "447700900113")), error(4, "Bad Credentials"));
        QCOMPARE(run.server->exchanges().after(0).added.back()->atDoor, std::optional(Refusal::WrongSignature));
        QVERIFY(!idOf(get(signedQuery(ApiRun::Key, ApiRun::Secret, "447700900114"))).isEmpty());
    }

    // Section 5.
    void eachAccountHasItsOwnRateLimit()
    {
        ApiRun run({.rateLimitPerSecond = 3});
        Account second = other();
        second.rateLimitPerSecond = 1;
        run.change(second);
        const QByteArray nobody = "request_id=" + QByteArray(32, '0');
        const QByteArray unknown = error(101, "No response found");
        const QByteArray throttled = error(1, "Throttled");
        QCOMPARE(callAs(run, second, "/verify/search/json", nobody), unknown);
        QCOMPARE(callAs(run, second, "/verify/search/json", nobody), throttled);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(run.search(QByteArray(32, '0')), unknown);
        QCOMPARE(run.search(QByteArray(32, '0')), throttled);
        second.rateLimitPerSecond = 0;
        run.change(second);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(callAs(run, second, "/verify/search/json", nobody), unknown);
    }

    void aRemovedAccountIsNotLetIn()
    {
        ApiRun run;
        run.change(other());
        run.change(AccountRemoval{other().apiKey});
        QCOMPARE(callAs(run, other(), "/verify/json", StartForm), error(4, "Bad Credentials"));
    }

    // Section 7.
    void whoPaysPerSuccessSeesNoEstimate()
    {
        ApiRun run;
        Account account = run.account();
        account.billing = Billing::Success;
        run.change(account);
        const QByteArray id = run.start(Number);
        const QByteArray reply = run.check(id, run.pin(Number));
        QVERIFY2(reply.endsWith("\"price\":\"0.05000000\",\"currency\":\"EUR\"}"), reply.constData());
        QVERIFY(!run.search(id).contains("estimated"));
    }

    // Section 7: prices of the number's country, as they were when the request began.
    void aCountryHasItsOwnPrices()
    {
        ApiRun run;
        run.change(PriceList{{u"IN"_s, Charge::Success, Money::fromMilli(80), u"contract"_s},
                             {u"IN"_s, Charge::Sms, Money::fromMilli(31), u"contract"_s}});
        const QByteArray indian = run.start("919876543210");
        const QByteArray british = run.start(Number);
        run.change(PriceList());
        const QByteArray reply = run.check(indian, run.pin("919876543210"));
        QVERIFY2(reply.contains("\"price\":\"0.08000000\",\"currency\":\"EUR\",\"estimated_price_messages_sent\":"
                                "\"0.03100\""),
                 reply.constData());
        QVERIFY(run.search(british).contains("\"estimated_price_messages_sent\":\"0.01400\""));
    }

    void noSecretOfAnyAccountIsKeptOfAnExchange()
    {
        ApiRun run;
        run.change(other());
        run.request("GET", "/verify/json?note=otherSecret2&api_key=otherSecret2");
        for (const auto &exchange : run.server->exchanges().after(0).added)
            QVERIFY(exchange->query.find("otherSecret2") == std::string::npos);
    }
};

PINPATH_TEST(tst_VerifyAccounts, "tst_verifyaccounts")

} // namespace tst_verifyaccounts

#include "tst_verifyaccounts.moc"
