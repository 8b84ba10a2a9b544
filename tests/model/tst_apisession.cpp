// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apisession.h"
#include "model/api/clientsettings.h"
#include "model/api/exchangetext.h"
#include "model/words/exchangewords.h"
#include "tests/support/enginerun.h"
#include "tests/support/testclass.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <mutex>

namespace tst_apisession {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::ApiExchange;
using engine::KeptBody;
using model::ApiSession;
using model::ExchangeModel;

const QString Address = u"http://127.0.0.1:8460"_s;
const QString SecureAddress = u"https://127.0.0.1:8461"_s;
const QString OneId = u"019ab0c1d2e3740586978899aabbccdd"_s;

// An API whose switch does what a test says.
class SwitchByHand final : public engine::ApiControl {
public:
    bool isOn() const override { return m_isOn; }
    QString url() const override { return Address; }
    engine::Result<void> turnOn() override
    {
        if (isPortTaken)
            return engine::Failure{u"Port 8460 on 127.0.0.1 is taken by another program."_s, {}};
        m_isOn = true;
        return {};
    }
    void turnOff() override { m_isOn = false; }
    engine::Result<void> useTls(const std::optional<engine::TlsFiles> &files) override
    {
        const std::lock_guard lock(m_mutex);
        m_tls.reset();
        if (files && !files->isMadeHere())
            return engine::Failure{u"The file your.crt cannot be read: No such file or directory."_s, {}};
        if (files)
            m_tls = engine::TlsPlace{SecureAddress, u"/store.tls.crt"_s, true};
        return {};
    }
    std::optional<engine::TlsPlace> tls() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_tls;
    }
    engine::ExchangeLog &exchanges() override { return log; }

    std::atomic<bool> isPortTaken = false;
    engine::ExchangeLog log{{.count = 6, .bytes = 1'000'000}};

private:
    std::atomic<bool> m_isOn = true;
    mutable std::mutex m_mutex;
    std::optional<engine::TlsPlace> m_tls;
};

KeptBody body(const char *text)
{
    const std::string kept(text);
    return {kept.empty() ? KeptBody::Kind::Empty : KeptBody::Kind::Whole, kept, kept.size()};
}

ApiExchange call(const char *path, const char *verdict, const char *sentence = "")
{
    ApiExchange exchange;
    exchange.at = tests::ManualTime::Start;
    exchange.took = 3ms;
    exchange.method = "POST";
    exchange.path = path;
    exchange.headers = "Host: 127.0.0.1:8460\nAuthorization: ***\n";
    exchange.request = body("number=447700900112&code=***");
    exchange.client = "127.0.0.1";
    exchange.status = 200;
    exchange.replyType = "application/json";
    exchange.reply = body(R"({"request_id":"a","status":"0"})");
    exchange.verdict = verdict;
    exchange.sentence = sentence;
    exchange.isStart = exchange.path == "/verify/json";
    exchange.isRefused = exchange.verdict != "0" && exchange.verdict != "16";
    return exchange;
}

ApiExchange refused(const char *verdict, const char *sentence)
{
    return call("/verify/json", verdict, sentence);
}

ApiExchange atDoor(engine::Refusal refusal)
{
    ApiExchange exchange = refused("4", "Bad Credentials");
    exchange.atDoor = refusal;
    return exchange;
}

QStringList dump(const ExchangeModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells.join(u" | "_s);
    }
    return rows;
}

// The session on an engine of its own and an API by hand.
struct Session {
    tests::EngineRun run;
    SwitchByHand api;
    ApiSession session{*run.engine, api};
    QAbstractItemModelTester tester{&session.exchanges(), QAbstractItemModelTester::FailureReportingMode::QtTest};

    // Until it has been read.
    void add(ApiExchange exchange)
    {
        const std::size_t before = session.exchanges().total();
        QSignalSpy changed(&session, &ApiSession::exchangesChanged);
        api.log.add(std::move(exchange));
        QVERIFY(changed.wait());
        QVERIFY(session.exchanges().total() >= before);
    }
};

class tst_ApiSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsReadAsText();
    void refusalsHaveTheirReason_data();
    void refusalsHaveTheirReason();
    void theOldestRowsGoWithTheLog();
    void whatIsHeldStandsStillAndCountsWhatWaits();
    void theFilterFinds_data();
    void theFilterFinds();
    void thoseAboutAVerificationAreFound();
    void refusedStartsAreCountedUntilTheyAreSeen();
    void clearingForgetsHereAndInTheLog();
    void theSwitchFollowsTheApi();
    void aTakenPortIsTold();
    void textsAreLaidOut();
    void bodiesThatAreNotWholeSaySo();
    void aCopyForCurlHasPlaceholders();
    void everyClientIsToldTheAddress();
    void overTlsClientsAreToldWhatToTrust();
    void tlsIsSwitchedBesideTheWindow();
    void aCertificateThatCannotBeReadIsTold();
};

void tst_ApiSession::rowsReadAsText()
{
    Session session;
    session.add(call("/verify/json", "0"));
    session.add(call("/verify/check/json", "16", "The code provided does not match the expected value"));
    session.add(call("/verify/check/json", "0"));
    session.add(atDoor(engine::Refusal::WrongSecret));
    QCOMPARE(dump(session.session.exchanges()),
             (QStringList{u"14:00:00 | POST /verify/json | 4 | refused: wrong api_secret | 3 ms"_s,
                          u"14:00:00 | POST /verify/check/json | 0 | code accepted | 3 ms"_s,
                          u"14:00:00 | POST /verify/check/json | 16 | wrong code | 3 ms"_s,
                          u"14:00:00 | POST /verify/json | 0 | started | 3 ms"_s}));
    QCOMPARE(session.session.sentence(), u"The API is on: 4 requests, 1 refused."_s);
}

void tst_ApiSession::refusalsHaveTheirReason_data()
{
    QTest::addColumn<ApiExchange>("exchange");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no key") << atDoor(engine::Refusal::MissingKey) << u"no api_key"_s;
    QTest::newRow("no secret") << atDoor(engine::Refusal::MissingSecret) << u"no api_secret"_s;
    QTest::newRow("key") << atDoor(engine::Refusal::UnknownKey) << u"unknown api_key"_s;
    QTest::newRow("throttled") << refused("1", "Throttled") << u"too many a second"_s;
    QTest::newRow("missing") << refused("2", "Your request is incomplete and missing the mandatory parameter: brand")
                             << u"brand is missing"_s;
    QTest::newRow("too long") << refused("3", "Invalid value for param: brand. Parameter is too long.")
                              << u"invalid brand"_s;
    QTest::newRow("concurrent") << refused("10", "Concurrent verifications to the same number are not allowed")
                                << u"the number has a running verification"_s;
    QTest::newRow("custom PIN") << refused("20", "This account does not support the parameter: pin_code.")
                                << u"the account may not choose PINs"_s;
    QTest::newRow("another") << refused("99", "Something that has no words of its own.")
                             << u"Something that has no words of its own."_s;
    ApiExchange nowhere = refused("", "");
    nowhere.path = "/v2/verify";
    nowhere.status = 404;
    QTest::newRow("nowhere") << nowhere << u"nothing at /v2/verify"_s;
    QTest::newRow("none") << call("/verify/json", "0") << QString();
}

void tst_ApiSession::refusalsHaveTheirReason()
{
    QFETCH(ApiExchange, exchange);
    QTEST(model::refusalReason(exchange), "reason");
}

void tst_ApiSession::theOldestRowsGoWithTheLog()
{
    Session session;
    for (int i = 0; i < 8; ++i)
        session.add(call("/verify/json", "0"));
    QCOMPARE(session.session.exchanges().rowCount(), 6);
    QCOMPARE(session.session.exchanges().at(0)->number, std::uint64_t(8));
    QCOMPARE(session.session.sentence(), u"The API is on: the newest 6 of 8 requests, none refused."_s);
}

void tst_ApiSession::whatIsHeldStandsStillAndCountsWhatWaits()
{
    Session session;
    ExchangeModel &rows = session.session.exchanges();
    session.add(call("/verify/json", "0"));
    rows.setHeld(true);
    rows.setFilter({u"check"_s, false});
    for (const char *path : {"/verify/json", "/verify/check/json", "/verify/check/json"})
        session.add(call(path, "0"));
    QCOMPARE(rows.rowCount(), 0);
    QCOMPARE(rows.waiting(), std::size_t(2));
    for (int i = 0; i < 6; ++i)
        session.add(call("/verify/json", "0")); // by now the first are no longer kept
    QCOMPARE(rows.waiting(), std::size_t(0));
    rows.setFilter({});
    QCOMPARE(rows.rowCount(), 1); // what was looked at still stands
    rows.setHeld(false);
    QCOMPARE(rows.rowCount(), 6);
    QCOMPARE(rows.waiting(), std::size_t(0));
}

void tst_ApiSession::theFilterFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRefusedOnly");
    QTest::addColumn<QString>("statuses"); // of the rows, newest first
    QTest::newRow("all") << QString() << false << u"4 16 0"_s;
    QTest::newRow("refused") << QString() << true << u"4"_s;
    QTest::newRow("path") << u"CHECK"_s << false << u"16"_s;
    QTest::newRow("status") << u"status:16"_s << false << u"16"_s;
    QTest::newRow("no part of a status") << u"status:1"_s << false << QString();
    QTest::newRow("number") << u"447700900112 verify/json"_s << false << u"4 0"_s;
    QTest::newRow("answer") << u"wrong api_secret"_s << false << u"4"_s;
    QTest::newRow("none") << u"nonsense"_s << false << QString();
}

void tst_ApiSession::theFilterFinds()
{
    QFETCH(QString, text);
    QFETCH(bool, isRefusedOnly);
    Session session;
    session.add(call("/verify/json", "0"));
    session.add(call("/verify/check/json", "16"));
    session.add(atDoor(engine::Refusal::WrongSecret));
    session.session.exchanges().setFilter({text, isRefusedOnly});
    QStringList statuses;
    for (int row = 0; row < session.session.exchanges().rowCount(); ++row)
        statuses << model::statusOf(*session.session.exchanges().at(row));
    QTEST(statuses.join(u' '), "statuses");
    QCOMPARE(session.session.exchanges().count(isRefusedOnly), std::size_t(statuses.size()));
}

void tst_ApiSession::thoseAboutAVerificationAreFound()
{
    Session session;
    const engine::RequestId id = *engine::RequestId::parse(OneId);
    ApiExchange one = call("/verify/json", "0");
    one.about = {id};
    session.add(one);
    session.add(call("/verify/json", "0"));
    session.session.exchanges().setHeld(true);
    one.path = "/verify/check/json";
    session.add(one);
    QStringList paths;
    for (const auto &exchange : session.session.exchanges().about(id))
        paths << QString::fromStdString(exchange->path);
    QCOMPARE(paths, (QStringList{u"/verify/json"_s, u"/verify/check/json"_s}));
}

void tst_ApiSession::refusedStartsAreCountedUntilTheyAreSeen()
{
    Session session;
    session.add(atDoor(engine::Refusal::MissingKey));
    session.add(call("/verify/check/json", "2", "... parameter: code")); // refused, and no start
    session.add(atDoor(engine::Refusal::WrongSecret));
    QCOMPARE(session.session.unseenRefused(), std::uint64_t(2));
    const auto sentence = [&session] {
        return model::refusedSentence(session.session.unseenRefused(), session.session.newestReason(),
                                      session.session.reasonsDiffer());
    };
    QCOMPARE(sentence(), u"2 refused, the last: wrong api_secret."_s);
    QSignalSpy changed(&session.session, &ApiSession::refusedChanged);
    session.session.markRefusedSeen();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(session.session.unseenRefused(), std::uint64_t(0));
    session.add(atDoor(engine::Refusal::UnknownKey));
    QCOMPARE(session.session.unseenRefused(), std::uint64_t(1));
    QCOMPARE(session.session.newestReason(), u"unknown api_key"_s);
}

void tst_ApiSession::clearingForgetsHereAndInTheLog()
{
    Session session;
    session.add(call("/verify/json", "0"));
    session.session.clear();
    QCOMPARE(session.session.exchanges().rowCount(), 0);
    QVERIFY(session.api.log.after(0).added.empty());
    QCOMPARE(session.session.sentence(), u"The API is on."_s);
    session.add(call("/verify/json", "0"));
    QCOMPARE(session.session.sentence(), u"The API is on: 1 request, none refused."_s);
}

void tst_ApiSession::theSwitchFollowsTheApi()
{
    Session session;
    QVERIFY(session.session.isOn());
    session.session.setOn(false);
    QVERIFY(!session.session.isOn()); // as it was wanted
    QTRY_VERIFY(!session.session.isSwitching());
    QVERIFY(!session.api.isOn());
    QCOMPARE(session.session.sentence(), u"The API is off."_s);
    session.session.setOn(true);
    QTRY_VERIFY(!session.session.isSwitching());
    QVERIFY(session.api.isOn());
}

void tst_ApiSession::aTakenPortIsTold()
{
    Session session;
    session.session.setOn(false);
    QTRY_VERIFY(!session.session.isSwitching());
    session.api.isPortTaken = true;
    session.session.setOn(true);
    QTRY_VERIFY(!session.session.isSwitching());
    QVERIFY(!session.session.isOn());
    QCOMPARE(session.session.problem(), u"Port 8460 on 127.0.0.1 is taken by another program."_s);
    session.api.isPortTaken = false;
    session.session.setOn(true);
    QTRY_VERIFY(!session.session.isSwitching());
    QVERIFY(session.session.isOn());
    QCOMPARE(session.session.problem(), QString());
}

void tst_ApiSession::textsAreLaidOut()
{
    const ApiExchange exchange = call("/verify/json", "0");
    QCOMPARE(model::requestText(exchange),
             u"POST /verify/json\nHost: 127.0.0.1:8460\nAuthorization: ***\n\nnumber = 447700900112\ncode = ***"_s);
    QCOMPARE(model::replyText(exchange),
             u"HTTP 200\nContent-Type: application/json\n\n{\n  \"request_id\": \"a\",\n  \"status\": \"0\"\n}"_s);
    QCOMPARE(model::indentedJson(u"{\"a\":[],\"b\":[{\"c\":\"{,\\\"}\"},1]}"_s),
             u"{\n  \"a\": [],\n  \"b\": [\n    {\n      \"c\": \"{,\\\"}\"\n    },\n    1\n  ]\n}"_s);
}

void tst_ApiSession::bodiesThatAreNotWholeSaySo()
{
    ApiExchange exchange = call("/verify/json", "0");
    exchange.headers.clear();
    exchange.request = {KeptBody::Kind::Withheld, {}, 26};
    QCOMPARE(model::requestText(exchange),
             u"POST /verify/json\n\n(26 bytes not kept: no JSON and no form, so secrets cannot be masked)"_s);
    exchange.request = {KeptBody::Kind::Cut, "a=1", 64'000};
    QCOMPARE(model::requestText(exchange), u"POST /verify/json\n\na = 1\n(cut: 64 kB in all)"_s);
}

void tst_ApiSession::aCopyForCurlHasPlaceholders()
{
    ApiExchange exchange = call("/verify/check/json", "0");
    QCOMPARE(model::curlLine(exchange, Address, u"a1b2"_s),
             u"curl 'http://127.0.0.1:8460/verify/check/json' -u 'a1b2:SECRET' -d 'number=447700900112&code=CODE'"_s);
    QVERIFY(model::curlLine(exchange, Address, u"a1b2"_s, u"s e"_s).contains(u"-u 'a1b2:s e'"_s));
    exchange.method = "GET";
    exchange.headers.clear();
    exchange.request = {};
    exchange.query = "brand=It's&api_secret=***";
    QVERIFY(model::curlLine(exchange, Address, u"a1b2"_s, u"s e"_s).contains(u"&api_secret=s%20e'"_s));
    QCOMPARE(model::curlLine(exchange, Address, u"a1b2"_s),
             u"curl 'http://127.0.0.1:8460/verify/check/json?brand=It'\\''s&api_secret=SECRET'"_s);
    exchange.method = "POST";
    exchange.query.clear();
    exchange.headers = "Content-Type: application/json\n";
    exchange.request = body(R"({"code":"***","api_secret":"***"})");
    QCOMPARE(model::curlLine(exchange, Address, u"a1b2"_s),
             u"curl 'http://127.0.0.1:8460/verify/check/json' -H 'Content-Type: application/json' "
             "-d '{\"code\":\"CODE\",\"api_secret\":\"SECRET\"}'"_s);
    QVERIFY(model::curlLine(exchange, Address, u"a1b2"_s, u"s e"_s)
                .contains(u"\"code\":\"CODE\",\"api_secret\":\"s e\""_s));
    exchange.atDoor = engine::Refusal::WrongSecret; // the secret that was sent is not the account's
    QVERIFY(!model::curlLine(exchange, Address, u"a1b2"_s, u"s e"_s).contains(u"s e"_s));
}

void tst_ApiSession::everyClientIsToldTheAddress()
{
    QStringList unreached;
    for (const model::ClientSetting &setting : model::clientSettings({Address, {}, {}}, u"a1b2"_s)) {
        QVERIFY2(setting.code.contains(u"127.0.0.1"_s) && setting.code.contains(u"8460"_s), qPrintable(setting.client));
        if (!setting.reaches)
            unreached << setting.client;
    }
    QCOMPARE(unreached, (QStringList{u"Python, vonage"_s, u"Ruby, vonage"_s}));
}

void tst_ApiSession::overTlsClientsAreToldWhatToTrust()
{
    const QString file = u"/home/you/a folder/store.tls.crt"_s;
    const auto settings = model::clientSettings({Address, SecureAddress, file}, u"a1b2"_s);
    QVERIFY(settings.front().code.startsWith(
        u"curl --cacert '/home/you/a folder/store.tls.crt' \\\n  https://127.0.0.1:8461/verify/json"_s));
    QStringList unreached;
    for (const model::ClientSetting &setting : settings) {
        const bool isPlain = setting.client == u"Node.js, nexmo 2"_s; // which speaks TLS at port 443 alone
        QVERIFY2(setting.code.contains(isPlain ? u"8460"_s : u"8461"_s), qPrintable(setting.client));
        const QString all = setting.code + setting.note;
        QVERIFY2(isPlain || all.contains(file) || all.contains(u"certificate"_s), qPrintable(setting.client));
        if (!setting.reaches)
            unreached << setting.client;
    }
    QCOMPARE(unreached, QStringList{u"Ruby, vonage"_s});
    for (const model::ClientSetting &setting : model::clientSettings({Address, SecureAddress, {}}, u"a1b2"_s))
        QVERIFY2(!setting.note.contains(u"certificate"_s), qPrintable(setting.client)); // somebody vouches for it
}

void tst_ApiSession::tlsIsSwitchedBesideTheWindow()
{
    Session run;
    QVERIFY(!run.session.isTlsOn());
    run.session.setTlsOn(true);
    QVERIFY(run.session.isTlsOn() && run.session.isSwitching());
    QCOMPARE(run.session.sentence(), u"The API is being served over https."_s);
    QTRY_VERIFY(!run.session.isSwitching());
    QVERIFY(run.session.isTlsOn());
    QCOMPARE(run.session.address(), SecureAddress);
    QCOMPARE(run.session.plainAddress(), Address);
    run.session.setOn(false);
    QTRY_VERIFY(!run.session.isSwitching());
    QVERIFY(run.session.isTlsOn()); // once it is on again
    run.session.setOn(true);
    run.session.setTlsOn(false); // the last wish counts
    QTRY_VERIFY(!run.session.isSwitching());
    QVERIFY(run.session.isOn() && !run.session.isTlsOn());
    QCOMPARE(run.session.address(), Address);
}

void tst_ApiSession::aCertificateThatCannotBeReadIsTold()
{
    Session run;
    run.session.useTls({u"your.crt"_s, u"your.key"_s});
    QTRY_VERIFY(!run.session.isSwitching());
    QVERIFY(run.session.isOn() && !run.session.isTlsOn());
    QCOMPARE(run.session.problem(),
             u"The file your.crt cannot be read: No such file or directory. It is not served over "
             "https."_s);
    QCOMPARE(run.session.tlsFiles().certificate, u"your.crt"_s); // to be chosen again
    run.session.useTls({});
    QTRY_VERIFY(run.session.isTlsOn() && !run.session.isSwitching());
    QCOMPARE(run.session.problem(), QString());
}

PINPATH_TEST(tst_ApiSession, "tst_apisession")

} // namespace tst_apisession

#include "tst_apisession.moc"
