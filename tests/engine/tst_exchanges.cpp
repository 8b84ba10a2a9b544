// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/apirun.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace tst_exchanges {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::RawClient;
using tests::RawReply;
using Kept = ExchangeLog::Kept;

const QByteArray Number = "447700900112";

ApiExchange sized(std::size_t bytes)
{
    ApiExchange exchange;
    exchange.reply = {KeptBody::Kind::Whole, std::string(bytes, 'x'), bytes};
    return exchange;
}

std::vector<Kept> kept(ApiRun &run)
{
    return run.server->exchanges().after(0).added;
}

Kept newest(ApiRun &run)
{
    return kept(run).back();
}

// Everything of it that somebody could read.
QByteArray allText(const ApiExchange &exchange)
{
    QByteArray text;
    for (const std::string *part :
         {&exchange.method, &exchange.path, &exchange.query, &exchange.headers, &exchange.request.text,
          &exchange.client, &exchange.replyType, &exchange.reply.text, &exchange.verdict, &exchange.sentence})
        text += QByteArray::fromStdString(*part) + '\n';
    return text;
}

QByteArray allText(ApiRun &run)
{
    QByteArray text;
    for (const Kept &exchange : kept(run))
        text += allText(*exchange);
    return text;
}

QByteArray reason(const ApiExchange &exchange)
{
    return QByteArray::fromStdString(exchange.verdict + ' ' + exchange.sentence);
}

// What is kept of the exchanges with the APIs, and what never is.
class tst_Exchanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLogKeepsTheNewestUpToItsCount();
    void theLogKeepsTheNewestUpToItsBytes();
    void aClearedLogGoesOnCounting();
    void newsAreToldOnceUntilTheyAreRead();
    void manyThreadsShareTheLog();
    void anExchangeTellsWhatCameAndWhatWentBack();
    void allCallsAboutAVerificationNameIt();
    void noSecretNoAuthorizationAndNoLivePinIsKept();
    void whatIsInNoKnownFormatIsWithheld();
    void refusalsTellWhy_data();
    void refusalsTellWhy();
    void answersAreNoRefusals();
    void aThrottledStartIsRefused();
    void timesAreThoseOfTheMachine();
    void switchedOffNobodyConnectsAndOnItIsWhereItWas();
    void aTakenPortIsASentenceAndCanBeTriedAgain();
};

void tst_Exchanges::theLogKeepsTheNewestUpToItsCount()
{
    ExchangeLog log({.count = 3, .bytes = 1'000'000});
    for (int i = 0; i < 5; ++i)
        log.add({});
    const auto news = log.after(0);
    QCOMPARE(news.added.size(), std::size_t(3));
    QCOMPARE(news.added.front()->number, std::uint64_t(3));
    QCOMPARE(news.oldest, std::uint64_t(3));
    QCOMPARE(news.total, std::uint64_t(5));
    QCOMPARE(log.after(4).added.size(), std::size_t(1));
    QVERIFY(log.after(5).added.empty());
    QVERIFY(log.after(99).added.empty());
}

void tst_Exchanges::theLogKeepsTheNewestUpToItsBytes()
{
    ExchangeLog log({.count = 1'000, .bytes = 10'000});
    for (int i = 0; i < 10; ++i)
        log.add(sized(3'000));
    QCOMPARE(log.after(0).added.size(), std::size_t(2));
    log.add(sized(50'000)); // larger than all of it: the newest is always there
    QCOMPARE(log.after(0).added.size(), std::size_t(1));
}

void tst_Exchanges::aClearedLogGoesOnCounting()
{
    ExchangeLog log;
    log.add({});
    log.clear();
    QVERIFY(log.after(0).added.empty());
    QCOMPARE(log.after(0).oldest, std::uint64_t(2));
    log.add({});
    QCOMPARE(log.after(0).added.front()->number, std::uint64_t(2));
}

void tst_Exchanges::newsAreToldOnceUntilTheyAreRead()
{
    ExchangeLog log;
    int calls = 0;
    log.setListener([&calls] { ++calls; });
    log.add({});
    log.add({});
    QCOMPARE(calls, 1);
    log.after(0);
    log.add({});
    QCOMPARE(calls, 2);
    log.setListener({});
    log.after(0);
    log.add({});
    QCOMPARE(calls, 2);
}

void tst_Exchanges::manyThreadsShareTheLog()
{
    ExchangeLog log({.count = 100, .bytes = 1'000'000});
    std::atomic<int> calls = 0;
    log.setListener([&calls] { ++calls; });
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i) {
        writers.emplace_back([&log] {
            for (int each = 0; each < 500; ++each)
                log.add(sized(10));
        });
    }
    std::uint64_t last = 0;
    while (last < 2'000) {
        for (const Kept &exchange : log.after(last).added) {
            QVERIFY(exchange->number > last);
            last = exchange->number;
        }
    }
    for (std::thread &writer : writers)
        writer.join();
    QVERIFY(calls > 0);
    QCOMPARE(log.after(0).total, std::uint64_t(2'000));
}

void tst_Exchanges::anExchangeTellsWhatCameAndWhatWentBack()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const Kept exchange = newest(run);
    QCOMPARE(exchange->method, std::string("POST"));
    QCOMPARE(exchange->path, std::string("/verify/json"));
    QCOMPARE(exchange->request.text, std::string("api_key=a1b2c3d4&api_secret=***&number=447700900112&brand=Acme"));
    QCOMPARE(exchange->headers,
             std::string("Host: localhost\nContent-Type: application/x-www-form-urlencoded\nContent-Length: "
                         + std::to_string(exchange->request.bytes) + '\n'));
    QCOMPARE(exchange->client, std::string("127.0.0.1"));
    QCOMPARE(exchange->status, 200);
    QCOMPARE(exchange->reply.text, R"({"request_id":")" + id.toStdString() + R"(","status":"0"})");
    QCOMPARE(exchange->reply.bytes, exchange->reply.text.size());
    QCOMPARE(exchange->verdict, std::string("0"));
    QCOMPARE(exchange->about, std::vector{*RequestId::parse(QString::fromLatin1(id))});
    QCOMPARE(exchange->at, run.time.wall()); // by the engine's clock
    QVERIFY(exchange->isStart);
    QVERIFY(!exchange->isRefused);
}

void tst_Exchanges::allCallsAboutAVerificationNameIt()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.check(id, "0000x");
    run.search(id);
    run.control(id, "cancel");
    run.verification(id);
    run.start(Number); // in vain: the number is taken
    const RequestId wanted = *RequestId::parse(QString::fromLatin1(id));
    for (const Kept &exchange : kept(run))
        QCOMPARE(exchange->about, std::vector{wanted});
    QCOMPARE(kept(run).size(), std::size_t(6));
}

void tst_Exchanges::noSecretNoAuthorizationAndNoLivePinIsKept()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray pin = run.pin(Number); // the console API tells it, and the message with it
    const QByteArray wrong = pin == "0000" ? "1111" : "0000";
    run.verification(id);
    run.check(id, wrong);
    run.request("POST", "/verify/check/json?code=" + wrong + "&code=" + pin + "&request_id=" + id, {},
                ApiRun::basic(ApiRun::Key, ApiRun::Secret));
    run.request("POST", "/verify/check/json", R"({"request_id":"nobody","code":")" + pin + "\"}",
                "Content-Type: application/json\r\n" + ApiRun::basic(ApiRun::Key, ApiRun::Secret));
    run.request("POST", "/verify/json", R"({"api_secret":")" + ApiRun::Secret + "\"}"); // as curl -d sends it
    run.request("POST", "/verify/json", R"({'api_secret':')" + ApiRun::Secret + "'}",
                "Content-Type: application/json\r\n");
    run.request("GET", "/verify/json?api_key=" + ApiRun::Secret + "&api_secret=" + ApiRun::Key);
    run.request("GET", "/" + ApiRun::Secret, {}, "X-Secret: " + ApiRun::Secret + "\r\n");
    const QByteArray text = allText(run);
    QVERIFY(!text.contains(ApiRun::Secret));
    QVERIFY(!text.contains(QByteArray(ApiRun::Key + ':' + ApiRun::Secret).toBase64()));
    QVERIFY(!text.contains(pin));
    QVERIFY(text.contains("code=***"));

    run.check(id, pin); // and what was right is not
    run.search(id);
    QVERIFY(!allText(run).contains(pin));
}

void tst_Exchanges::whatIsInNoKnownFormatIsWithheld()
{
    ApiRun run;
    run.request("POST", "/verify/json", "<api_secret>x</api_secret>", "Content-Type: application/xml\r\n");
    QCOMPARE(newest(run)->request.kind, KeptBody::Kind::Withheld);
    QCOMPARE(newest(run)->request.bytes, std::size_t(26));
}

void tst_Exchanges::refusalsTellWhy_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("atDoor"); // -1: it was let in
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("isStart");
    const QByteArray key = "api_key=" + ApiRun::Key;
    const QByteArray keys = key + "&api_secret=" + ApiRun::Secret;
    const QByteArray missing = "2 Your request is incomplete and missing ";
    const auto door = [](Refusal refusal) { return int(refusal); };
    QTest::newRow("key") << QByteArray("/verify/json") << door(Refusal::MissingKey) << QByteArray("2 Missing api_key")
                         << true;
    QTest::newRow("secret") << "/verify/json?" + key << door(Refusal::MissingSecret)
                            << missing + "some mandatory parameters" << true;
    QTest::newRow("wrong secret") << "/verify/json?api_secret=x&" + key << door(Refusal::WrongSecret)
                                  << QByteArray("4 Bad Credentials") << true;
    QTest::newRow("brand") << "/verify/json?number=447700900113&" + keys << -1
                           << missing + "the mandatory parameter: brand" << true;
    QTest::newRow("number") << "/verify/json?brand=Acme&number=12&" + keys << -1
                            << QByteArray("3 Invalid value for param: number") << true;
    QTest::newRow("concurrent") << "/verify/json?brand=Acme&number=" + Number + '&' + keys << -1
                                << QByteArray("10 Concurrent verifications to the same number are not allowed") << true;
    QTest::newRow("another call") << "/verify/check/json?" + keys << -1
                                  << missing + "the mandatory parameter: request_id" << false;
    QTest::newRow("nowhere") << QByteArray("/v2/verify") << -1 << QByteArray(" ") << true;
    QTest::newRow("console") << QByteArray("/console/v1/stats") << door(Refusal::MissingKey)
                             << QByteArray(" The console API wants the account's key and secret by HTTP Basic.")
                             << false;
}

void tst_Exchanges::refusalsTellWhy()
{
    QFETCH(QByteArray, target);
    QFETCH(int, atDoor);
    QFETCH(bool, isStart);
    ApiRun run;
    run.start(Number);
    run.request("GET", target);
    const Kept exchange = newest(run);
    QVERIFY(exchange->isRefused);
    QCOMPARE(exchange->isStart, isStart);
    QCOMPARE(exchange->atDoor ? int(*exchange->atDoor) : -1, atDoor);
    QTEST(reason(*exchange), "reason");
    QCOMPARE(run.server->exchanges().after(0).refusedStarts, std::uint64_t(isStart ? 1 : 0));
}

void tst_Exchanges::answersAreNoRefusals()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.check(id, "00000");
    run.search("00000000000000000000000000000000");
    run.check("00000000000000000000000000000000", "0000");
    run.search(id);
    for (const Kept &exchange : kept(run))
        QVERIFY2(!exchange->isRefused, exchange->sentence.c_str());
    run.control(id, "cancel"); // too early
    QVERIFY(newest(run)->isRefused);
    QCOMPARE(run.server->exchanges().after(0).refusedStarts, std::uint64_t(0));
}

void tst_Exchanges::aThrottledStartIsRefused()
{
    ApiRun run({.rateLimitPerSecond = 1});
    run.start(Number);
    run.start("447700900113");
    QVERIFY(newest(run)->isRefused);
    QCOMPARE(reason(*newest(run)), QByteArray("1 Throttled"));
}

void tst_Exchanges::timesAreThoseOfTheMachine()
{
    ApiRun run;
    RawClient client(run.server->port());
    const QByteArray basic = ApiRun::basic(ApiRun::Key, ApiRun::Secret);
    run.start(Number);
    const auto isWaiting = [&] { return run.server->exchanges().after(0).total == 1; };
    client.send("GET /console/v1/messages?number=447700900199&wait_seconds=60 HTTP/1.1\r\nHost: localhost\r\n" + basic
                + "\r\n");
    QVERIFY(client.isSilentFor(50ms));
    QVERIFY(isWaiting());
    run.apiTime.pass(7s);
    run.server->turnOff(); // answers all who wait
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(newest(run)->took, milliseconds(7'000));
}

void tst_Exchanges::switchedOffNobodyConnectsAndOnItIsWhereItWas()
{
    ApiRun run;
    const QString url = run.server->url();
    const std::uint16_t port = run.server->port();
    QVERIFY(run.server->isOn());
    run.server->turnOff();
    run.server->turnOff(); // a second time is no matter
    QVERIFY(!run.server->isOn());
    QCOMPARE(run.server->url(), url);
    QVERIFY(!RawClient(port).isConnected());

    QVERIFY(run.server->turnOn());
    QVERIFY(run.server->turnOn());
    QVERIFY(run.server->isOn());
    QCOMPARE(run.server->url(), url);
    RawClient client(port);
    QCOMPARE(client.exchange("GET /console/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
    // Waits work again, too: nobody is answered at once because it was off in between.
    client.send("GET /console/v1/messages?number=447700900199&wait_seconds=60 HTTP/1.1\r\nHost: localhost\r\n"
                + ApiRun::basic(ApiRun::Key, ApiRun::Secret) + "\r\n");
    QVERIFY(client.isSilentFor(100ms));
}

void tst_Exchanges::aTakenPortIsASentenceAndCanBeTriedAgain()
{
    ApiRun run;
    ApiRun other;
    ApiOptions options;
    options.port = other.server->port();
    ApiServer server(*run.engine, run.apiTime, options);
    const auto refused = server.turnOn();
    QVERIFY(!refused);
    QCOMPARE(refused.failure().sentence,
             u"Port %1 on 127.0.0.1 is taken by another program."_s.arg(other.server->port()));
    QVERIFY(!server.isOn());
    other.server->turnOff();
    QVERIFY(server.turnOn());
    QVERIFY(server.isOn());
}

PINPATH_TEST(tst_Exchanges, "tst_exchanges")

} // namespace tst_exchanges

#include "tst_exchanges.moc"
