// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/apirun.h"
#include "tests/support/testclass.h"
#include "tests/support/verifyreplies.h"

#include <QJsonDocument>
#include <QTest>

#include <vector>

namespace tst_hostile {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::error;
using tests::invalid;
using tests::missing;
using tests::RawClient;
using tests::RawReply;

const QByteArray Keys = "api_key=" + ApiRun::Key + "&api_secret=" + ApiRun::Secret;
const QByteArray Form = "Content-Type: application/x-www-form-urlencoded\r\n";
const QByteArray Json = "Content-Type: application/json\r\n";

QByteArray startOf(const QByteArray &number)
{
    const QByteArray form = Keys + "&brand=Acme&number=" + number;
    return "POST /verify/json HTTP/1.1\r\nHost: localhost\r\n" + Form
        + "Content-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form;
}

QString member(const RawReply &reply, const QString &name)
{
    return QJsonDocument::fromJson(reply.body).object()[name].toString();
}

// Both APIs under clients that mean harm or know no better. After each test a client that does neither is served.
class HostileRun : public ApiRun {
public:
    RawClient client() const { return RawClient(server->port()); }
    bool servesOthers() { return !start("447700900999").isEmpty(); }
};

// Whatever bytes come over a connection, the answer is one that the API knows, or the connection's end; nothing is
// started by mistake, and others are served as before.
class tst_Hostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bodiesOfAnySizeAreAnswered_data();
    void bodiesOfAnySizeAreAnswered();
    void headersOfAnySizeAreAnswered_data();
    void headersOfAnySizeAreAnswered();
    void aByteASecondGetsTenSeconds_data();
    void aByteASecondGetsTenSeconds();
    void whoLeavesBeforeTheReplyLeavesAWholeVerification();
    void pipelinedCallsAreDecidedInTheirOrder();
    void twoLengthsOfABodyAreNotTwoRequests_data();
    void twoLengthsOfABodyAreNotTwoRequests();
    void textsThatAreNoneStartNothing_data();
    void textsThatAreNoneStartNothing();
    void theFirstOfRepeatedParametersCounts();
    void thePlaceOfAParameterDecidesAConflict();
    void hugeNumbersAreOutOfRange_data();
    void hugeNumbersAreOutOfRange();
    void jsonOfAnyDepthIsAnswered_data();
    void jsonOfAnyDepthIsAnswered();
    void methodsThatNobodyKnows_data();
    void methodsThatNobodyKnows();
};

void tst_Hostile::bodiesOfAnySizeAreAnswered_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    const std::pair<const char *, QByteArray> types[]{
        {"form", Form}, {"JSON", Json}, {"unnamed", {}}, {"unknown", "Content-Type: \xff/\x01;;=\r\n"}};
    for (const auto &[name, type] : types) {
        for (const int size : {0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 1024 * 1024, 1024 * 1024 + 1, 8'000'000})
            QTest::addRow("%s, %d bytes", name, size) << type << size << (size <= 64 * 1024 ? 200 : 413);
    }
}

void tst_Hostile::bodiesOfAnySizeAreAnswered()
{
    QFETCH(QByteArray, type);
    QFETCH(int, size);
    QFETCH(int, status);
    HostileRun run;
    RawClient client = run.client();
    client.send("POST /verify/json HTTP/1.1\r\nHost: localhost\r\n" + type
                + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + QByteArray(size, '&'));
    QCOMPARE(client.receive().status, status);
    QVERIFY(run.servesOthers());
}

void tst_Hostile::headersOfAnySizeAreAnswered_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("one of 15 KiB") << "X: " + QByteArray(15 * 1024, 'x') + "\r\n" << 200;
    QTest::newRow("one of 40 KiB") << "X: " + QByteArray(40 * 1024, 'x') + "\r\n" << 431;
    QTest::newRow("one of 4 MiB") << "X: " + QByteArray(4 * 1024 * 1024, 'x') + "\r\n" << 431;
    QTest::newRow("a name of 40 KiB") << QByteArray(40 * 1024, 'x') + ": x\r\n" << 431;
    QTest::newRow("twenty thousand") << QByteArray("A: b\r\n").repeated(20'000) << 431;
    QTest::newRow("a key of 20 KiB") << ApiRun::basic(QByteArray(15 * 1024, 'k'), "s") << 200;
}

void tst_Hostile::headersOfAnySizeAreAnswered()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    HostileRun run;
    RawClient client = run.client();
    client.send("GET /verify/json HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    QCOMPARE(client.receive().status, status);
    QVERIFY(run.servesOthers());
}

void tst_Hostile::aByteASecondGetsTenSeconds_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("in a header") << QByteArray("GET /verify/json HTTP/1.1\r\nX: ");
    QTest::newRow("in a body") << QByteArray("POST /verify/json HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n");
}

void tst_Hostile::aByteASecondGetsTenSeconds()
{
    QFETCH(QByteArray, before);
    HostileRun run;
    RawClient client = run.client();
    client.send(before);
    int seconds = 0;
    for (; client.isSilentFor(100ms) && seconds < 60; ++seconds) { // a wait, so that the server looks now and then
        client.send("x");
        run.apiTime.pass(1s);
    }
    QVERIFY(client.isEndedWithin(10s));
    QVERIFY2(seconds >= 10 && seconds < 60, qPrintable(QString::number(seconds)));
    QVERIFY(run.servesOthers());
}

void tst_Hostile::whoLeavesBeforeTheReplyLeavesAWholeVerification()
{
    HostileRun run;
    for (int i = 0; i < 100; ++i) {
        RawClient client = run.client();
        client.send(startOf("4477009" + QByteArray::number(10'000 + i)));
        client.abort();
    }
    QVERIFY(run.servesOthers());
    // A start that was not read before its client left is none; each of the others runs and has its message.
    const QJsonArray running = run.getObject("verifications?limit=1000")[u"verifications"].toArray();
    QVERIFY(!running.isEmpty() && running.size() <= 101);
    for (const QJsonValue each : running) {
        QCOMPARE(each[u"status"].toString(), u"IN PROGRESS"_s);
        QCOMPARE(each[u"steps"][0][u"state"].toString(), u"delivered"_s);
    }
}

void tst_Hostile::pipelinedCallsAreDecidedInTheirOrder()
{
    HostileRun run;
    RawClient client = run.client();
    QByteArray calls;
    for (int i = 0; i < 50; ++i) {
        const QByteArray number = "4477009" + QByteArray::number(10'000 + i);
        calls += startOf(number) + startOf(number);
    }
    QVERIFY(client.send(calls));
    for (int i = 0; i < 50; ++i) {
        const RawReply first = client.receive();
        QCOMPARE(member(first, u"status"_s), u"0"_s);
        const RawReply second = client.receive();
        QCOMPARE(member(second, u"status"_s), u"10"_s);
        QCOMPARE(member(second, u"request_id"_s), member(first, u"request_id"_s));
    }
}

void tst_Hostile::twoLengthsOfABodyAreNotTwoRequests_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("chunks and a length") << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n");
    QTest::newRow("a length and chunks") << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("two lengths") << QByteArray("Content-Length: 5\r\nContent-Length: 0\r\n");
    QTest::newRow("two lengths, the longer last") << QByteArray("Content-Length: 0\r\nContent-Length: 5\r\n");
    QTest::newRow("a negative length") << QByteArray("Content-Length: -5\r\n");
    QTest::newRow("a length with a sign") << QByteArray("Content-Length: +5\r\n");
    QTest::newRow("an encoding that nobody knows") << QByteArray("Transfer-Encoding: xchunked\r\n");
}

// What a proxy might take for a body must not be run as a request.
void tst_Hostile::twoLengthsOfABodyAreNotTwoRequests()
{
    QFETCH(QByteArray, headers);
    HostileRun run;
    RawClient client = run.client();
    client.send("POST /console/v1/health HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n0\r\n\r\n"
                + startOf("447700900112"));
    while (!client.isSilentFor(300ms) && client.receive().status != 0) { }
    const RawReply started = run.console("GET", "verifications");
    QCOMPARE(started.status, 200);
    QVERIFY2(started.body.contains("\"verifications\":[]"), started.body);
    QVERIFY(run.servesOthers());
}

void tst_Hostile::textsThatAreNoneStartNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray brand = "number=447700900112&brand=";
    QTest::newRow("a byte that begins nothing") << brand + "%FF" << invalid("brand");
    QTest::newRow("a character cut short") << brand + "Caf%C3" << invalid("brand");
    QTest::newRow("an overlong slash") << brand + "%C0%AF" << invalid("brand");
    QTest::newRow("half a surrogate pair") << brand + "%ED%A0%80" << invalid("brand");
    QTest::newRow("beyond Unicode") << brand + "%F5%80%80%80" << invalid("brand");
    QTest::newRow("raw Latin-1") << brand + "Caf\xe9" << invalid("brand");
    QTest::newRow("a NUL, escaped") << brand + "Ac%00me" << invalid("brand");
    QTest::newRow("a NUL, raw") << brand + QByteArray("Ac\0me", 5) << invalid("brand");
    QTest::newRow("a NUL in a number") << QByteArray("brand=Acme&number=4477%0000900112") << invalid("number");
    QTest::newRow("a NUL in a locale") << brand + "Acme&lg=en-gb%00" << invalid("lg");
    QTest::newRow("a NUL in a name") << QByteArray("brand%00=Acme&number=447700900112") << missing("brand");
    QTest::newRow("an escape that is none") << QByteArray("brand=Acme&number=44%7") << invalid("number");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                          "b\0r\0a\0n\0d\0=\0A\0",
                                          14)
                            << missing("number");
}

void tst_Hostile::textsThatAreNoneStartNothing()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, answer);
    HostileRun run;
    QCOMPARE(run.call("/verify/json", body), answer);
    QVERIFY(run.servesOthers());
}

void tst_Hostile::theFirstOfRepeatedParametersCounts()
{
    HostileRun run;
    const QByteArray id = run.start("447700900112", "number=447700900113&brand=Other&workflow_id=4&workflow_id=9");
    QVERIFY(!id.isEmpty());
    const QJsonObject shown = run.verification(id);
    QCOMPARE(shown[u"number"].toString(), u"447700900112"_s);
    QCOMPARE(shown[u"brand"].toString(), u"Acme"_s);
    QCOMPARE(shown[u"workflow_id"].toInt(), 4);
    const QByteArray many = QByteArray("&brand=Other").repeated(4000);
    QVERIFY(!run.start("447700900113", many.mid(1)).isEmpty());
}

// The header before the query, the query before the body.
void tst_Hostile::thePlaceOfAParameterDecidesAConflict()
{
    HostileRun run;
    const QByteArray wrong = "api_key=nobody&api_secret=nothing";
    const QByteArray body = "brand=Acme&number=447700900112&" + wrong;
    const QByteArray basic = ApiRun::basic(ApiRun::Key, ApiRun::Secret);
    QCOMPARE(member(run.request("POST", "/verify/json?" + wrong, body, Form + basic), u"status"_s), u"0"_s);
    QCOMPARE(member(run.request("POST", "/verify/json?number=447700900113&" + Keys, body, Form), u"status"_s), u"0"_s);
    const QByteArray badBasic = ApiRun::basic(ApiRun::Key, "nothing");
    QCOMPARE(run.request("POST", "/verify/json?" + Keys, body, Form + badBasic).body, error(4, "Bad Credentials"));
    const QJsonArray started = run.getObject("verifications")[u"verifications"].toArray();
    QCOMPARE(started.size(), 2);
    QCOMPARE(started[0][u"number"].toString(), u"447700900113"_s);
    QCOMPARE(started[1][u"number"].toString(), u"447700900112"_s);
}

void tst_Hostile::hugeNumbersAreOutOfRange_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    for (const char *name : {"pin_expiry", "next_event_wait", "workflow_id"}) {
        for (const char *value : {"4294967356", "18446744073709551676", "-60", "1e309", "NaN", "0x3c", "60.0"})
            QTest::addRow("%s %s", name, value) << QByteArray(name) << QByteArray(value);
        QTest::addRow("%s of 9000 digits", name) << QByteArray(name) << QByteArray(9000, '6');
    }
    QTest::newRow("number of 9000 digits") << QByteArray("number") << QByteArray(9000, '4');
    QTest::newRow("number beyond 64 bits") << QByteArray("number") << QByteArray("447700900112447700900112");
}

void tst_Hostile::hugeNumbersAreOutOfRange()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    HostileRun run;
    const QByteArray number = name == "number" ? value : QByteArray("447700900112");
    QByteArray form = "brand=Acme&number=" + number;
    if (name != "number")
        form += '&' + name + '=' + value;
    QCOMPARE(run.call("/verify/json", form), invalid(name));
    const RawReply asJson = run.request("POST", "/verify/json?brand=Acme&" + Keys,
                                        "{\"number\":\"" + number + "\",\"" + name + "\":\"" + value + "\"}", Json);
    QCOMPARE(asJson.body, invalid(name));
    QVERIFY(run.servesOthers());
}

void tst_Hostile::jsonOfAnyDepthIsAnswered_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("open arrays") << QByteArray(60'000, '[');
    QTest::newRow("closed arrays") << QByteArray(30'000, '[') + QByteArray(30'000, ']');
    QTest::newRow("arrays in a member") << "{\"brand\":" + QByteArray(900, '[') + QByteArray(900, ']') + '}';
    QTest::newRow("open objects") << QByteArray("{\"a\":").repeated(12'000);
    QTest::newRow("objects in a member") << QByteArray("{\"brand\":").repeated(900) + '1'
            + QByteArray("}").repeated(900);
    QTest::newRow("a number of 60,000 digits") << "{\"brand\":" + QByteArray(60'000, '9') + '}';
    QTest::newRow("an exponent beyond all bounds") << QByteArray("{\"speed\":1e999999999}");
    QTest::newRow("an escaped NUL") << QByteArray("{\"mode\\u0000\":\"real\"}");
    QTest::newRow("no UTF-8") << QByteArray("{\"mode\":\"\xff\"}");
    QTest::newRow("twelve thousand members") << '{' + QByteArray("\"a\":1,").repeated(10'000) + "\"a\":1}";
}

// Both APIs read JSON; none of this is a start or a change of the clock.
void tst_Hostile::jsonOfAnyDepthIsAnswered()
{
    QFETCH(QByteArray, body);
    HostileRun run;
    const RawReply verify = run.request("POST", "/verify/json?number=447700900112&" + Keys, body, Json);
    QCOMPARE(verify.status, 200);
    QVERIFY2(QByteArrayList({"2", "3"}).contains(member(verify, u"status"_s).toLatin1()), verify.body);
    QCOMPARE(run.console("POST", "clock", body).status, 400);
    QVERIFY(run.servesOthers());
}

void tst_Hostile::methodsThatNobodyKnows_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"TRACE", "CONNECT", "OPTIONS", "post", "BREW", "\x01"})
        QTest::addRow("%s", method) << QByteArray(method);
    QTest::newRow("of 5000 letters") << QByteArray(5000, 'M');
}

void tst_Hostile::methodsThatNobodyKnows()
{
    QFETCH(QByteArray, method);
    HostileRun run;
    RawClient client = run.client();
    client.send(method + " /verify/json?brand=Acme&number=447700900112&" + Keys + " HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(client.receive().status, 403);
    QVERIFY(run.servesOthers());
}

PINPATH_TEST(tst_Hostile, "tst_hostile")

} // namespace tst_hostile

#include "tst_hostile.moc"
