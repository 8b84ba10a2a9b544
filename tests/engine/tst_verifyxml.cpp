// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/apirun.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_verifyxml {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::RawReply;

const ApiRun::Options In2019{.dialect = Dialect::Nexmo2019};
const QByteArray Number = "447700900112";
const QByteArray Begin = R"(<?xml version="1.0" encoding="UTF-8"?>)";
const QByteArray Keys = "api_key=" + ApiRun::Key + "&api_secret=" + ApiRun::Secret;

QByteArray error(const QByteArray &root, const QByteArray &id, int status, const QByteArray &text)
{
    return Begin + '<' + root + "><request_id>" + id + "</request_id><status>" + QByteArray::number(status)
        + "</status><error_text>" + text + "</error_text></" + root + '>';
}

QByteArray controlError(int status, const QByteArray &text)
{
    return Begin + "<response><status>" + QByteArray::number(status) + "</status><error_text>" + text
        + "</error_text></response>";
}

// What stands in the first element of that name.
QByteArray field(const QByteArray &xml, const QByteArray &name)
{
    const QByteArray start = '<' + name + '>';
    const qsizetype at = xml.indexOf(start);
    const qsizetype from = at + start.size();
    const QByteArray end = "</" + name + '>';
    return at < 0 ? QByteArray() : xml.mid(from, xml.indexOf(end, from) - from);
}

// The Verify API in XML, over HTTP. Reference: verify-api.md, sections 1.1 to 1.6. What is said is the same as in JSON
// (tst_verifyapi); this is how it is written.
class tst_VerifyXml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTypeIsTheDialects();
    void aStartIsAVerifyResponse();
    void refusalsAtTheDoorHaveTheRootOfTheirCall();
    void problemsOfAStartComeAfterAnEmptyId();
    void aConcurrentStartNamesTheRunningOne();
    void aCheckIsAVerifyResponse();
    void theThirdWrongCodeHasAnEmptyId();
    void aSearchForOneIsAVerifyRequest();
    void aSearchForSeveralIsAListOfVerifyRequests();
    void aSearchForNobodyHasAnEmptyId();
    void aControlIsAResponse();
    void aBodyMayBeJson();
    void whatXmlCannotCarryIsReplaced();
    void exchangesAreKeptWithoutCodes();
};

void tst_VerifyXml::theTypeIsTheDialects()
{
    for (const auto &[options, type] : {std::pair(ApiRun::Options(), "text/xml"), std::pair(In2019, "text/plain")}) {
        ApiRun run(options);
        for (const char *path : {"/verify/xml?", "/verify/check/xml?", "/verify/search/xml?", "/verify/control/xml?"}) {
            const RawReply reply = run.request("GET", path + Keys);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.headers.value("content-type"), type);
            QVERIFY(reply.body.startsWith(Begin));
        }
        QCOMPARE(run.request("GET", "/verify/json").headers.value("content-type"), "application/json");
    }
}

void tst_VerifyXml::aStartIsAVerifyResponse()
{
    ApiRun run;
    const QByteArray reply = run.call("/verify/xml", "number=" + Number + "&brand=Acme");
    const QByteArray id = field(reply, "request_id");
    QCOMPARE(id.size(), 32);
    QCOMPARE(reply, Begin + "<verify_response><request_id>" + id + "</request_id><status>0</status></verify_response>");
    QCOMPARE(run.verification(id)[u"status"_s].toString(), u"IN PROGRESS"_s);
}

void tst_VerifyXml::refusalsAtTheDoorHaveTheRootOfTheirCall()
{
    ApiRun run;
    QCOMPARE(run.request("GET", "/verify/xml").body, error("verify_response", {}, 2, "Missing api_key"));
    QCOMPARE(run.request("GET", "/verify/check/xml?api_key=x&api_secret=y").body,
             error("verify_response", {}, 4, "Bad Credentials"));
    QCOMPARE(run.request("GET", "/verify/search/xml?api_key=x").body,
             error("verify_request", {}, 2, "Your request is incomplete and missing some mandatory parameters"));
    QCOMPARE(run.request("GET", "/verify/control/xml").body, controlError(2, "Missing api_key"));
}

void tst_VerifyXml::problemsOfAStartComeAfterAnEmptyId()
{
    ApiRun run;
    QCOMPARE(run.call("/verify/xml", "number=" + Number),
             error("verify_response", {}, 2, "Your request is incomplete and missing the mandatory parameter: brand"));
    QCOMPARE(run.call("/verify/xml", "brand=Acme&lg=xx&number=" + Number),
             error("verify_response", {}, 3, "Invalid value for param: lg"));
}

void tst_VerifyXml::aConcurrentStartNamesTheRunningOne()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    QCOMPARE(run.call("/verify/xml", "brand=Acme&number=" + Number),
             error("verify_response", id, 10, "Concurrent verifications to the same number are not allowed"));
}

void tst_VerifyXml::aCheckIsAVerifyResponse()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray reply = run.call("/verify/check/xml", "request_id=" + id + "&code=" + run.pin(Number));
    const QByteArray eventId = field(reply, "event_id");
    QCOMPARE(eventId.size(), 16);
    QCOMPARE(reply,
             Begin + "<verify_response><request_id>" + id + "</request_id><status>0</status><event_id>" + eventId
                 + "</event_id><price>0.05000000</price><currency>EUR</currency><estimated_price_messages_sent>0.01400"
                   "</estimated_price_messages_sent></verify_response>");
    QCOMPARE(run.call("/verify/check/xml", "request_id=" + id + "&code=1234"),
             error("verify_response", {}, 6,
                   "The Vonage platform was unable to process this message for the following reason: Request '" + id
                       + "' was not found or it has been verified already."));
}

void tst_VerifyXml::theThirdWrongCodeHasAnEmptyId()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray form = "request_id=" + id + "&code=abcd";
    const QByteArray wrong = error("verify_response", id, 16, "The code provided does not match the expected value");
    QCOMPARE(run.call("/verify/check/xml", form), wrong);
    QCOMPARE(run.call("/verify/check/xml", form), wrong);
    QCOMPARE(run.call("/verify/check/xml", form),
             error("verify_response", {}, 17, "A wrong code was provided too many times. Workflow terminated"));
}

void tst_VerifyXml::aSearchForOneIsAVerifyRequest()
{
    ApiRun run;
    const QByteArray id = run.start(Number, "sender_id=A%26B");
    run.advance(10s);
    run.check(id, "abcd");
    const QByteArray reply = run.call("/verify/search/xml", "request_id=" + id);
    const QByteArray eventId = field(field(reply, "event"), "id");
    QCOMPARE(reply,
             Begin + "<verify_request><request_id>" + id + "</request_id><account_id>" + ApiRun::Key
                 + "</account_id><number>447700900112</number><sender_id>A&amp;B</sender_id>"
                   "<date_submitted>2026-11-23 14:00:00</date_submitted><date_finalized></date_finalized>"
                   "<checks><check><date_received>2026-11-23 14:00:10</date_received><code>abcd</code>"
                   "<status>INVALID</status><ip_address></ip_address></check></checks>"
                   "<first_event_date>2026-11-23 14:00:00</first_event_date>"
                   "<last_event_date>2026-11-23 14:00:00</last_event_date><price>0</price><currency>EUR</currency>"
                   "<status>IN PROGRESS</status>"
                   "<estimated_price_messages_sent>0.01400</estimated_price_messages_sent>"
                   "<events><event><id>"
                 + eventId + "</id><type>sms</type></event></events></verify_request>");
}

void tst_VerifyXml::aSearchForSeveralIsAListOfVerifyRequests()
{
    ApiRun run;
    const QByteArray one = run.start("447700900112");
    const QByteArray two = run.start("447700900113");
    const QByteArray reply = run.call("/verify/search/xml", "request_ids=" + two + "&request_ids=" + one);
    QVERIFY2(reply.startsWith(
                 QByteArray(Begin + "<verification_requests><verify_request><request_id>" + two + "</request_id>")),
             reply.constData());
    QVERIFY(reply.contains(QByteArray("</verify_request><verify_request><request_id>" + one + "</request_id>")));
    QVERIFY(reply.endsWith("</verify_request></verification_requests>"));
    QCOMPARE(reply.count("<checks/>"), 2);

    // With one value it is a list of one.
    QVERIFY(
        run.call("/verify/search/xml", "request_ids=" + one).startsWith(QByteArray(Begin + "<verification_requests>")));
}

void tst_VerifyXml::aSearchForNobodyHasAnEmptyId()
{
    ApiRun run;
    QCOMPARE(run.call("/verify/search/xml", "request_id=" + QByteArray(32, 'a')),
             error("verify_request", {}, 101, "No response found"));
    QCOMPARE(run.call("/verify/search/xml", {}), error("verify_request", {}, 2, "Missing request_id"));
    QByteArray eleven;
    for (int i = 0; i < 11; ++i)
        eleven += "&request_ids=" + QByteArray::number(i);
    QCOMPARE(run.call("/verify/search/xml", eleven), error("verify_request", {}, 18, "Too many request_ids provided"));
}

void tst_VerifyXml::aControlIsAResponse()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray cancel = "cmd=cancel&request_id=" + id;
    QCOMPARE(run.call("/verify/control/xml", cancel),
             controlError(19, "Verification request ['" + id + "'] can't be cancelled within the first 30 seconds."));
    run.advance(30s);
    QCOMPARE(run.call("/verify/control/xml", cancel),
             Begin + "<response><status>0</status><command>cancel</command></response>");
    QCOMPARE(run.call("/verify/control/xml", cancel),
             controlError(6, "The requestId '" + id + "' does not exist or its no longer active."));
    QCOMPARE(run.call("/verify/control/xml", "cmd=stop&request_id=" + id),
             controlError(3, "Invalid parameter found: cmd"));
}

void tst_VerifyXml::aBodyMayBeJson()
{
    ApiRun run;
    const QByteArray headers = "Content-Type: application/json\r\n" + ApiRun::basic(ApiRun::Key, ApiRun::Secret);
    QCOMPARE(field(run.request("POST", "/verify/xml", R"({"number":"447700900112","brand":"Acme"})", headers).body,
                   "status"),
             "0");
    QCOMPARE(run.request("POST", "/verify/control/xml", "[1]", headers).body,
             controlError(3, "The request body is not a JSON object: it is an array"));
}

void tst_VerifyXml::whatXmlCannotCarryIsReplaced()
{
    ApiRun run;
    const auto asked = [&](const QByteArray &id) {
        return field(run.call("/verify/control/xml", "cmd=cancel&request_id=" + id), "error_text");
    };
    const QByteArray end = "' does not exist or its no longer active.";
    QCOMPARE(asked("%3Ca%26%22"), "The requestId '&lt;a&amp;&quot;" + end);
    QCOMPARE(asked("a%00%1f%ef%bf%bf"), "The requestId 'a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" + end);
    QCOMPARE(asked("%f0%9f%98%80"), "The requestId '\xf0\x9f\x98\x80" + end);
}

void tst_VerifyXml::exchangesAreKeptWithoutCodes()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray pin = run.pin(Number);
    run.check(id, pin);
    run.call("/verify/search/xml", "request_id=" + id);
    run.call("/verify/check/xml", "request_id=&code=");
    const auto kept = run.server->exchanges().after(0).added;
    const ApiExchange &search = *kept.at(kept.size() - 2);
    QCOMPARE(search.verdict, "SUCCESS");
    QVERIFY(QByteArray::fromStdString(search.reply.text).contains("<code>***</code><status>VALID</status>"));
    QVERIFY(!search.isRefused);
    QCOMPARE(search.about.size(), std::size_t(1));
    const ApiExchange &check = *kept.back();
    QCOMPARE(check.verdict, "2");
    QCOMPARE(check.sentence, "Your request is incomplete and missing the mandatory parameter: request_id");
    QVERIFY(check.isRefused);
}

PINPATH_TEST(tst_VerifyXml, "tst_verifyxml")

} // namespace tst_verifyxml

#include "tst_verifyxml.moc"
