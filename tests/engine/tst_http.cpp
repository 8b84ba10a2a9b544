// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/http/httpserver.h"
#include "engine/runtime/clock.h"
#include "tests/support/rawclient.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace tst_http {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using tests::RawClient;
using tests::RawReply;

// A server whose requests wait here until the test answers them.
class Counter {
public:
    explicit Counter(HttpServerOptions options = {})
    {
        if (!options.steady)
            options.steady = [this] { return m_time.steady(); };
        auto started = HttpServer::start(std::move(options), [this](HttpRequest request, Responder responder) {
            const std::lock_guard lock(m_mutex);
            m_waiting.emplace_back(std::move(request), std::move(responder));
            m_arrived.notify_all();
        });
        if (!started)
            qFatal("%s", qPrintable(started.failure().sentence));
        server = std::move(*started);
    }

    using Visit = std::pair<HttpRequest, Responder>;

    // The oldest request that waits; the test fails for good when none comes in 20 s.
    Visit next()
    {
        std::unique_lock lock(m_mutex);
        if (!m_arrived.wait_for(lock, 20s, [this] { return !m_waiting.empty(); }))
            qFatal("no request came");
        Visit visit = std::move(m_waiting.front());
        m_waiting.pop_front();
        return visit;
    }

    // Answers the next request with its body, and returns the request.
    HttpRequest echo()
    {
        auto [request, responder] = next();
        responder.respond({200, "text/plain", request.body, {}});
        return std::move(request);
    }

    std::size_t waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.size();
    }

private:
    MachineTime m_time;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Visit> m_waiting;

public:
    std::unique_ptr<HttpServer> server; // last: it stops before what its handler uses goes
};

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

QByteArray post(const QByteArray &body)
{
    return "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

QByteArray chunk(const QByteArray &data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

constexpr auto ChunkedHead = "POST /form HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

QByteArray flat(const Fields &fields)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : fields)
        pairs << QByteArray::fromStdString(name) + "=" + QByteArray::fromStdString(value);
    return pairs.join('|');
}

// The transport: what it reads, what it refuses, and that every request is answered exactly once.
class tst_Http : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formsAreRead_data();
    void formsAreRead();
    void aRequestArrivesAsItWasSent();
    void aTargetWithAnOriginMeansItsPath();
    void theReplyIsWrittenAsGiven();
    void pipelinedRequestsAreAnsweredInTheirOrder();
    void aBodyInChunksIsPutTogether();

    void aBodyOfThe64KiBThatAreKeptArrives();
    void aLargerBodyIsReadAndRefused_data();
    void aLargerBodyIsReadAndRefused();
    void aBodyBeyondAMebibyteIsRefusedAndClosed_data();
    void aBodyBeyondAMebibyteIsRefusedAndClosed();
    void longTargetsAreRefused_data();
    void longTargetsAreRefused();
    void hugeHeadersAreRefused();
    void thousandsOfParametersEndTheConnection();
    void noiseIsRefused_data();
    void noiseIsRefused();

    void aSlowRequestIsCutOffAtItsDeadline_data();
    void aSlowRequestIsCutOffAtItsDeadline();
    void aSlowAnswerIsNotCutOff();
    void aSilentConnectionMayWaitForItsFirstRequest();
    void theSecondRequestOfAConnectionHasItsOwnDeadline();
    void beyondTheConnectionLimitClientsWait();
    void idleConnectionsLockNobodyOut();
    void onlySoManyMayBeIdle();
    void whoIsOwedAnAnswerIsNotIdle();

    void aForgottenResponderAnswers500();
    void onlyTheFirstAnswerCounts();
    void aClientThatLeavesBeforeItsReplyDoesNoHarm();
    void answersComeFromManyThreads();
    void stoppingWaitsForTheAnswersThatAreOwed();
    void stoppingAnswersForThoseWhoDoNot();
    void aStoppedServerAcceptsNobody();

    void aTakenPortIsNamed();
    void aForeignAddressIsNamed();
};

void tst_Http::formsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("pairs in their order") << QByteArray("b=1&a=2&b=3") << QByteArray("b=1|a=2|b=3");
    QTest::newRow("escapes and pluses") << QByteArray("a=%41+%2B%c3%A9") << QByteArray("a=A +\xC3\xA9");
    QTest::newRow("an escaped name") << QByteArray("a%3Db=1") << QByteArray("a=b=1");
    QTest::newRow("no value") << QByteArray("a&b=") << QByteArray("a=|b=");
    QTest::newRow("an equals sign in a value") << QByteArray("a=b=c") << QByteArray("a=b=c");
    QTest::newRow("empty pairs") << QByteArray("&&a=1&&") << QByteArray("a=1");
    QTest::newRow("a percent that escapes nothing")
        << QByteArray("a=%&b=%4&c=%zz&d=100%25") << QByteArray("a=%|b=%4|c=%zz|d=100%");
    QTest::newRow("a NUL") << QByteArray("a=x%00y") << QByteArray("a=x\0y", 5);
}

void tst_Http::formsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, fields);
    QCOMPARE(flat(parseForm(text.toStdString())), fields);
}

void tst_Http::aRequestArrivesAsItWasSent()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send("POST /a%20b+c?x=1&y=%2F&x=2 HTTP/1.1\r\nHost: localhost\r\nX-Twice: 1\r\nx-twice: 2\r\n"
                        "Content-Type: Application/JSON; charset=utf-8\r\nContent-Length: 4\r\n\r\nb\0dy"_ba));
    const HttpRequest request = counter.echo();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "/a b+c");
    QCOMPARE(flat(request.query), "x=1|y=/|x=2");
    QCOMPARE(std::count_if(request.headers.begin(), request.headers.end(),
                           [](const auto &header) { return toLower(header.first) == "x-twice"; }),
             2);
    QCOMPARE(request.header("x-twice"), "1");
    QCOMPARE(request.mediaType(), "application/json");
    QCOMPARE(request.body, std::string("b\0dy", 4));
    QCOMPARE(request.remoteAddress, "127.0.0.1");
    QCOMPARE(client.receive().body, QByteArray("b\0dy", 4));
}

void tst_Http::aTargetWithAnOriginMeansItsPath()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("http://localhost:1/path?url=http://x/y")));
    const HttpRequest request = counter.echo();
    QCOMPARE(request.path, "/path");
    QCOMPARE(flat(request.query), "url=http://x/y");
}

void tst_Http::theReplyIsWrittenAsGiven()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    counter.next().second.respond({405, "application/json", "{}", {{"Allow", "GET, POST"}}});
    const RawReply reply = client.receive();
    QCOMPARE(reply.status, 405);
    QCOMPARE(reply.headers.value("content-type"), "application/json");
    QCOMPARE(reply.headers.value("allow"), "GET, POST");
    QCOMPARE(reply.body, "{}");
}

void tst_Http::pipelinedRequestsAreAnsweredInTheirOrder()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send(post("one") + get("/") + post("three")));
    for (const char *body : {"one", "", "three"}) {
        counter.echo();
        const RawReply reply = client.receive();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, body);
    }
}

void tst_Http::aBodyInChunksIsPutTogether()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send(ChunkedHead + chunk("code") + chunk("=4821")));
    QVERIFY(client.send("0\r\n\r\n"));
    counter.echo();
    QCOMPARE(client.receive().body, "code=4821");
}

void tst_Http::aBodyOfThe64KiBThatAreKeptArrives()
{
    Counter counter;
    RawClient client(counter.server->port());
    const QByteArray body(64 * 1024, 'x');
    QVERIFY(client.send(post(body)));
    counter.echo();
    QVERIFY(client.receive().body == body);
}

void tst_Http::aLargerBodyIsReadAndRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("declared, one byte over") << post(QByteArray(64 * 1024 + 1, 'x'));
    QTest::newRow("declared, a mebibyte") << post(QByteArray(1024 * 1024, 'x'));
    QTest::newRow("in chunks") << ChunkedHead + chunk(QByteArray(100'000, 'x')) + chunk(QByteArray(100'000, 'y'))
            + "0\r\n\r\n";
}

void tst_Http::aLargerBodyIsReadAndRefused()
{
    QFETCH(QByteArray, request);
    Counter counter;
    RawClient client(counter.server->port());
    QCOMPARE(client.exchange(request).status, 413);
    QVERIFY(client.send(post("next"))); // the connection is in order
    counter.echo();
    QCOMPARE(client.receive().body, "next");
}

void tst_Http::aBodyBeyondAMebibyteIsRefusedAndClosed_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("declared") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n\r\n");
    QTest::newRow("declared without bounds")
        << QByteArray("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 18446744073709551615\r\n\r\n");
    QTest::newRow("declared and sent") << post(QByteArray(3'000'000, 'x'));
    QByteArray chunks = ChunkedHead;
    for (int i = 0; i < 11; ++i)
        chunks += chunk(QByteArray(100'000, 'x'));
    QTest::newRow("in chunks that do not end") << chunks;
}

void tst_Http::aBodyBeyondAMebibyteIsRefusedAndClosed()
{
    QFETCH(QByteArray, request);
    HttpServerOptions options;
    options.requestDeadline = 300ms;
    Counter counter(options);
    RawClient client(counter.server->port());
    QCOMPARE(client.exchange(request).status, 413);
    QVERIFY(client.isEndedWithin(10s));
    QCOMPARE(counter.waiting(), std::size_t(0));
}

void tst_Http::longTargetsAreRefused_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("just below 8 KiB") << 8 * 1024 - 1 << 200;
    QTest::newRow("8 KiB") << 8 * 1024 << 413;
    QTest::newRow("just below 16 KiB") << 16 * 1024 - 1 << 413;
    QTest::newRow("16 KiB") << 16 * 1024 << 414;
    QTest::newRow("a mebibyte") << 1024 * 1024 << 414;
}

void tst_Http::longTargetsAreRefused()
{
    QFETCH(int, size);
    QFETCH(int, status);
    Counter counter;
    RawClient client(counter.server->port());
    client.send(get("/?brand=" + QByteArray(size - 8, 'x')));
    if (status == 200)
        counter.echo();
    QCOMPARE(client.receive().status, status);
}

void tst_Http::hugeHeadersAreRefused()
{
    Counter counter;
    RawClient client(counter.server->port());
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(100'000, 'x') + "\r\n\r\n");
    QCOMPARE(client.receive().status, 431);
}

// libmicrohttpd has no room for them, and tells of such a request's beginning but not of its end: the leak checker
// watches what becomes of it.
void tst_Http::thousandsOfParametersEndTheConnection()
{
    Counter counter;
    RawClient client(counter.server->port());
    client.send(get("/?" + QByteArray("a=b&").repeated(8000)));
    QVERIFY(client.isEndedWithin(10s));
    QCOMPARE(counter.waiting(), std::size_t(0));
}

void tst_Http::noiseIsRefused_data()
{
    QTest::addColumn<QByteArray>("noise");
    QTest::newRow("no HTTP at all") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\r\n\r\n", 12);
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n");
    QTest::newRow("a length that is no number")
        << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ten\r\n\r\n");
    QTest::newRow("a chunk that is none") << QByteArray(ChunkedHead) + "zz\r\nno\r\n";
}

void tst_Http::noiseIsRefused()
{
    QFETCH(QByteArray, noise);
    Counter counter;
    {
        RawClient client(counter.server->port());
        client.send(noise);
        const RawReply reply = client.receive();
        QVERIFY2(reply.status == 0 || (reply.status >= 400 && reply.status < 500),
                 qPrintable(QString::number(reply.status)));
        QCOMPARE(counter.waiting(), std::size_t(0));
    }
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    counter.echo();
    QCOMPARE(client.receive().status, 200);
}

void tst_Http::aSlowRequestIsCutOffAtItsDeadline_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("in its first line") << QByteArray("G");
    QTest::newRow("in its headers") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n");
    QTest::newRow("in its body") << QByteArray("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
}

// The client sends a byte now and then: it is never idle, and never ready.
void tst_Http::aSlowRequestIsCutOffAtItsDeadline()
{
    QFETCH(QByteArray, start);
    HttpServerOptions options;
    options.requestDeadline = 400ms;
    Counter counter(options);
    RawClient client(counter.server->port());
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(client.send(start));
    while (elapsed.elapsed() < 20'000 && client.isSilentFor(20ms))
        client.send("x");
    QVERIFY(client.isEndedWithin(10s));
    QVERIFY2(elapsed.elapsed() >= 350 && elapsed.elapsed() < 10'000, qPrintable(QString::number(elapsed.elapsed())));
    QCOMPARE(counter.waiting(), std::size_t(0));
}

void tst_Http::aSlowAnswerIsNotCutOff()
{
    HttpServerOptions options;
    options.requestDeadline = 100ms;
    Counter counter(options);
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    auto [request, responder] = counter.next();
    QVERIFY(client.isSilentFor(500ms));
    responder.respond({200, "text/plain", "at last", {}});
    QCOMPARE(client.receive().body, "at last");
}

void tst_Http::aSilentConnectionMayWaitForItsFirstRequest()
{
    HttpServerOptions options;
    options.requestDeadline = 100ms;
    Counter counter(options);
    RawClient client(counter.server->port());
    QVERIFY(client.isSilentFor(500ms));
    QVERIFY(client.send(get("/")));
    counter.echo();
    QCOMPARE(client.receive().status, 200);
}

void tst_Http::theSecondRequestOfAConnectionHasItsOwnDeadline()
{
    HttpServerOptions options;
    options.requestDeadline = 300ms;
    Counter counter(options);
    RawClient client(counter.server->port());
    for (int i = 0; i < 3; ++i) { // together longer than one deadline
        QVERIFY(client.isSilentFor(200ms));
        QVERIFY(client.send(get("/")));
        counter.echo();
        QCOMPARE(client.receive().status, 200);
    }
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(client.isSilentFor(100ms)); // lets a look pass, so that the next byte is seen as a new one
    while (elapsed.elapsed() < 20'000 && client.isSilentFor(20ms))
        client.send("G");
    QVERIFY(client.isEndedWithin(10s));
    QVERIFY(elapsed.elapsed() < 10'000);
}

// Two are owed an answer, so there is no room for a third.
void tst_Http::beyondTheConnectionLimitClientsWait()
{
    HttpServerOptions options;
    options.connectionLimit = 2;
    Counter counter(options);
    RawClient first(counter.server->port());
    QVERIFY(first.send(get("/")));
    QTRY_COMPARE(counter.waiting(), std::size_t(1));
    auto second = std::make_unique<RawClient>(counter.server->port());
    QVERIFY(second->send(get("/")));
    QTRY_COMPARE(counter.waiting(), std::size_t(2));
    RawClient third(counter.server->port());
    third.send(get("/"));
    QVERIFY(third.isSilentFor(200ms));
    QCOMPARE(counter.waiting(), std::size_t(2));
    counter.echo();
    counter.echo();
    QCOMPARE(first.receive().status, 200);
    QCOMPARE(second->receive().status, 200);
    second.reset();
    counter.echo();
    QCOMPARE(third.receive().status, 200);
}

void tst_Http::idleConnectionsLockNobodyOut()
{
    HttpServerOptions options;
    options.connectionLimit = 8;
    Counter counter(options);
    std::vector<RawClient> silent;
    std::vector<RawClient> slow;
    for (int i = 0; i < 20; ++i) {
        silent.emplace_back(counter.server->port());
        slow.emplace_back(counter.server->port());
        slow.back().send("GET /");
    }
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    counter.echo();
    QCOMPARE(client.receive().status, 200);
    QVERIFY(silent.front().isEndedWithin(10s));
    QVERIFY(slow.front().isEndedWithin(10s));
}

// Who has waited longest goes first, and whose request is on its way goes after those that sent nothing.
void tst_Http::onlySoManyMayBeIdle()
{
    std::atomic<milliseconds> now = 0ms;
    HttpServerOptions options;
    options.idleLimit = 3;
    options.requestDeadline = 2s;
    options.steady = [&now] { return now.load(); };
    Counter counter(options);
    RawClient slow(counter.server->port());
    QVERIFY(slow.send("GET / HTTP/1.1\r\n"));
    std::vector<RawClient> waiting;
    for (int i = 0; i < 8; ++i) {
        RawClient &client = waiting.emplace_back(counter.server->port());
        QVERIFY(client.send(get("/")));
        counter.echo();
        QCOMPARE(client.receive().status, 200);
    }
    QVERIFY(waiting.front().isSilentFor(300ms)); // which is some looks
    now = 1s;
    for (std::size_t i = 0; i < 6; ++i)
        QVERIFY(waiting[i].isEndedWithin(10s));
    for (std::size_t i = 6; i < 8; ++i) {
        QVERIFY(waiting[i].send(get("/")));
        counter.echo();
        QCOMPARE(waiting[i].receive().status, 200);
    }
    QVERIFY(slow.send("Host: localhost\r\n\r\n"));
    counter.echo();
    QCOMPARE(slow.receive().status, 200);
}

void tst_Http::whoIsOwedAnAnswerIsNotIdle()
{
    std::atomic<milliseconds> now = 0ms;
    HttpServerOptions options;
    options.idleLimit = 0;
    options.requestDeadline = 2s;
    options.steady = [&now] { return now.load(); };
    Counter counter(options);
    RawClient idle(counter.server->port());
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    auto [request, responder] = counter.next();
    now = 10s;
    QVERIFY(idle.isEndedWithin(10s));
    responder.respond({200, {}, "at last", {}});
    QCOMPARE(client.receive().body, "at last");
}

void tst_Http::aForgottenResponderAnswers500()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    {
        const auto dropped = counter.next();
    }
    QCOMPARE(client.receive().status, 500);
}

void tst_Http::onlyTheFirstAnswerCounts()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    auto [request, responder] = counter.next();
    responder.respond({200, {}, "first", {}});
    responder.respond({200, {}, "second", {}});
    QCOMPARE(client.receive().body, "first");
    QVERIFY(client.isSilentFor(50ms));
}

void tst_Http::aClientThatLeavesBeforeItsReplyDoesNoHarm()
{
    Counter counter;
    for (int i = 0; i < 20; ++i) {
        RawClient client(counter.server->port());
        QVERIFY(client.send(get("/")));
        auto [request, responder] = counter.next();
        client.abort();
        responder.respond({200, {}, std::string(100'000, 'x'), {}});
    }
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    counter.echo();
    QCOMPARE(client.receive().status, 200);
}

void tst_Http::answersComeFromManyThreads()
{
    constexpr int Clients = 8;
    constexpr int RequestsEach = 200;
    Counter counter;
    std::vector<std::thread> answering;
    for (int t = 0; t < 2; ++t) {
        answering.emplace_back([&counter] {
            for (int i = 0; i < Clients * RequestsEach / 2; ++i)
                counter.echo();
        });
    }
    std::atomic<int> right = 0;
    std::vector<std::thread> clients;
    for (int c = 0; c < Clients; ++c) {
        clients.emplace_back([&, c] {
            RawClient client(counter.server->port());
            for (int i = 0; i < RequestsEach; ++i) {
                const QByteArray body = QByteArray::number(c) + '.' + QByteArray::number(i);
                right += client.exchange(post(body)).body == body;
            }
        });
    }
    for (auto &thread : clients)
        thread.join();
    for (auto &thread : answering)
        thread.join();
    QCOMPARE(right.load(), Clients * RequestsEach);
}

void tst_Http::stoppingWaitsForTheAnswersThatAreOwed()
{
    Counter counter;
    RawClient client(counter.server->port());
    QVERIFY(client.send(get("/")));
    auto visit = counter.next();
    std::thread answering([&visit] {
        std::this_thread::sleep_for(100ms);
        visit.second.respond({200, {}, "in time", {}});
    });
    counter.server->stop();
    answering.join();
    QCOMPARE(client.receive().body, "in time");
}

void tst_Http::stoppingAnswersForThoseWhoDoNot()
{
    HttpServerOptions options;
    options.stopPatience = 100ms;
    Counter counter(options);
    std::vector<RawClient> clients;
    std::vector<Counter::Visit> visits;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(clients.emplace_back(counter.server->port()).send(get("/")));
        visits.push_back(counter.next());
    }
    QElapsedTimer elapsed;
    elapsed.start();
    counter.server->stop();
    QVERIFY(elapsed.elapsed() < 2'000);
    for (RawClient &client : clients)
        QCOMPARE(client.receive().status, 503);
    visits.front().second.respond({200, {}, "too late", {}}); // and does no harm
}

void tst_Http::aStoppedServerAcceptsNobody()
{
    Counter counter;
    const std::uint16_t port = counter.server->port();
    QVERIFY(RawClient(port).isConnected());
    counter.server->stop();
    counter.server->stop(); // a second time is no matter
    QVERIFY(!RawClient(port).isConnected());
}

void tst_Http::aTakenPortIsNamed()
{
    Counter counter;
    HttpServerOptions options;
    options.steady = [] { return 0ms; };
    options.port = counter.server->port();
    const auto second = HttpServer::start(options, [](HttpRequest, Responder) {});
    QVERIFY(!second);
    QCOMPARE(second.failure().sentence,
             u"Port %1 on 127.0.0.1 is taken by another program."_s.arg(counter.server->port()));
}

void tst_Http::aForeignAddressIsNamed()
{
    HttpServerOptions options;
    options.steady = [] { return 0ms; };
    options.address = "192.0.2.1"; // reserved for documentation
    const auto server = HttpServer::start(options, [](HttpRequest, Responder) {});
    QVERIFY(!server);
    QCOMPARE(server.failure().sentence, u"This machine has no address 192.0.2.1."_s);

    options.address = "no address";
    const auto other = HttpServer::start(options, [](HttpRequest, Responder) {});
    QVERIFY(!other);
    QCOMPARE(other.failure().sentence, u"“no address” is no address of this machine."_s);
}

PINPATH_TEST(tst_Http, "tst_http")

} // namespace tst_http

#include "tst_http.moc"
