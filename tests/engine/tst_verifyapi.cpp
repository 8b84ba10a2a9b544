// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/api/verify/wiretexts.h"
#include "tests/support/apirun.h"
#include "tests/support/testclass.h"
#include "tests/support/verifyreplies.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

namespace tst_verifyapi {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::error;
using tests::invalid;
using tests::missing;
using tests::RawReply;

const ApiRun::Options In2019{.dialect = Dialect::Nexmo2019};
const QByteArray Number = "447700900112";

QByteArray cannotCheck(const QByteArray &id, const QByteArray &platform = "Vonage")
{
    return error(6,
                 "The " + platform + " platform was unable to process this message for the following reason: Request '"
                     + id + "' was not found or it has been verified already.");
}

QByteArray wrongCode(const QByteArray &id)
{
    return "{\"request_id\":\"" + id
        + "\",\"status\":\"16\",\"error_text\":\"The code provided does not match the expected value\"}";
}

QByteArray notThe(const QByteArray &pin)
{
    return pin == "0000" ? "1111" : "0000";
}

// What stands between the quotes after `"name":`, wherever it is.
QByteArray field(const QByteArray &json, const QByteArray &name)
{
    const QByteArray start = '"' + name + "\":\"";
    const qsizetype at = json.indexOf(start);
    const qsizetype from = at + start.size();
    return at < 0 ? QByteArray() : json.mid(from, json.indexOf('"', from) - from);
}

bool matches(const QByteArray &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(QString::fromUtf8(text)).hasMatch();
}

// The Verify API over HTTP. Reference: verify-api.md, sections 1 to 7 and its Decisions.
class tst_VerifyApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void credentialsAreTakenWhereverTheyStand_data();
    void credentialsAreTakenWhereverTheyStand();
    void wrongCredentialsAreRefused_data();
    void wrongCredentialsAreRefused();
    void refusedRequestsAreCounted();
    void problemsAreToldInTheirOrder_data();
    void problemsAreToldInTheirOrder();
    void methodsAndPathsBeyondTheApi_data();
    void methodsAndPathsBeyondTheApi();
    void bodiesThatAreNoJsonObject_data();
    void bodiesThatAreNoJsonObject();
    void thirtyRequestsASecondAreLetIn();

    void aStartAnswersItsIdAndNothingElse();
    void parametersOfAStartAreWorded_data();
    void parametersOfAStartAreWorded();
    void anAccountWithoutCustomPinsSaysSo();
    void jsonNumbersAreAsGoodAsTexts();
    void oneNumberHasOneVerification();
    void theDialectOf2019KnowsFiveWorkflows();

    void theRightCodeIsAnsweredWithItsMessageAndPrice();
    void theRightCodeOf2019HasNoEstimate();
    void threeWrongCodesEndTheRequest();
    void aCodeThatCannotBeOneUsesNoTry_data();
    void aCodeThatCannotBeOneUsesNoTry();
    void aCodeOfAnotherLengthIsSimplyWrong();
    void nobodysRequestCannotBeChecked_data();
    void nobodysRequestCannotBeChecked();
    void anEndedRequestCannotBeChecked();
    void anExpiredPinIsAWrongCode();
    void aCustomPinWithAHyphenCanBeEntered();

    void aSearchShowsARunningRequest();
    void aSearchShowsAVerifiedRequest();
    void aSearchOf2019HasNoEstimate();
    void aSearchShowsHowRequestsEnded_data();
    void aSearchShowsHowRequestsEnded();
    void aSearchForSeveralIsAList();
    void aSearchForNobody_data();
    void aSearchForNobody();

    void cancellingHasItsWindow();
    void triggeringRunsOutOfEvents();
    void aControlIsRefused_data();
    void aControlIsRefused();

    void whenTheStoreFailsNothingIsPromised();
    void withoutTheStoresKeyNobodyIsLetIn();
};

void tst_VerifyApi::credentialsAreTakenWhereverTheyStand_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    const QByteArray keys = "api_key=" + ApiRun::Key + "&api_secret=" + ApiRun::Secret;
    const QByteArray start = "number=447700900112&brand=Acme";
    const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";
    const QByteArray json = "Content-Type: application/json; charset=utf-8\r\n";
    const QByteArray object = R"("number":"447700900112","brand":"Acme"})";
    const QByteArray basic = ApiRun::basic(ApiRun::Key, ApiRun::Secret);
    const QByteArray none;
    QTest::newRow("all in the query of a GET") << "GET"_ba << start + '&' + keys << form << none;
    QTest::newRow("all in a form") << "POST"_ba << none << form << start + '&' + keys;
    QTest::newRow("a form whose type is not named") << "POST"_ba << none << none << start + '&' + keys;
    QTest::newRow("keys in the query, the rest in a form") << "POST"_ba << keys << form << start;
    QTest::newRow("all in a JSON object")
        << "POST"_ba << none << json
        << "{\"api_key\":\"" + ApiRun::Key + "\",\"api_secret\":\"" + ApiRun::Secret + "\"," + object;
    QTest::newRow("Basic and a query") << "GET"_ba << start << basic << none;
    QTest::newRow("Basic and a form") << "POST"_ba << none << basic + form << start;
    QTest::newRow("Basic and a JSON object") << "POST"_ba << none << basic + json << '{' + object;
    QTest::newRow("Basic in another case") << "GET"_ba << start << QByteArray(basic).replace("Basic", "bASIC") << none;
    QTest::newRow("a bearer is no Basic")
        << "GET"_ba << start + '&' + keys << "Authorization: Bearer abc\r\n"_ba << none;
}

void tst_VerifyApi::credentialsAreTakenWhereverTheyStand()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    ApiRun run;
    const RawReply reply = run.request(method, "/verify/json?" + query, body, headers);
    QVERIFY2(matches(reply.body, uR"(\{"request_id":"[0-9a-f]{32}","status":"0"\})"_s), reply.body.constData());
}

void tst_VerifyApi::wrongCredentialsAreRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray noKey = error(2, "Missing api_key");
    const QByteArray noSecret = error(2, "Your request is incomplete and missing some mandatory parameters");
    const QByteArray bad = error(4, "Bad Credentials");
    const QByteArray none;
    QTest::newRow("none") << none << none << noKey;
    QTest::newRow("an empty key") << "api_key=&api_secret=x"_ba << none << noKey;
    QTest::newRow("a secret alone") << "api_secret=" + ApiRun::Secret << none << noKey;
    QTest::newRow("a key alone") << "api_key=" + ApiRun::Key << none << noSecret;
    QTest::newRow("an empty secret") << "api_key=" + ApiRun::Key + "&api_secret=" << none << noSecret;
    QTest::newRow("an unknown key") << "api_key=nobody&api_secret=" + ApiRun::Secret << none << bad;
    QTest::newRow("a wrong secret") << "api_key=" + ApiRun::Key + "&api_secret=guess" << none << bad;
    QTest::newRow("swapped") << "api_key=" + ApiRun::Secret + "&api_secret=" + ApiRun::Key << none << bad;
    QTest::newRow("a key in another case")
        << "api_key=" + ApiRun::Key.toUpper() + "&api_secret=" + ApiRun::Secret << none << bad;
    QTest::newRow("bytes that are no text") << "api_key=%ff%00&api_secret=%fe"_ba << none << bad;
    QTest::newRow("Basic, empty") << none << ApiRun::basic({}, {}) << noKey;
    QTest::newRow("Basic, a key alone") << none << ApiRun::basic(ApiRun::Key, {}) << noSecret;
    QTest::newRow("Basic, a wrong secret") << none << ApiRun::basic(ApiRun::Key, "guess") << bad;
    QTest::newRow("Basic, no colon") << none << "Authorization: Basic " + QByteArray("abc").toBase64() + "\r\n" << bad;
    QTest::newRow("Basic, no base64") << none << "Authorization: Basic ###\r\n"_ba << bad;
    QTest::newRow("Basic wins over parameters")
        << "api_key=" + ApiRun::Key + "&api_secret=" + ApiRun::Secret << ApiRun::basic(ApiRun::Key, "guess") << bad;
}

void tst_VerifyApi::wrongCredentialsAreRefused()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, reply);
    ApiRun run;
    for (const char *path : {"/verify/json", "/verify/check/json", "/verify/search/json", "/verify/control/json"}) {
        const RawReply got = run.request("GET", path + QByteArray("?") + query, {}, headers);
        QCOMPARE(got.status, 200);
        QCOMPARE(got.headers.value("content-type"), "application/json");
        QCOMPARE(got.body, reply);
    }
}

void tst_VerifyApi::refusedRequestsAreCounted()
{
    ApiRun run;
    run.request("GET", "/verify/json");
    run.request("GET", "/verify/json?api_key=" + ApiRun::Key + "&api_secret=guess");
    const auto news = run.server->exchanges().after(0);
    QCOMPARE(news.refusedStarts, std::uint64_t(2));
    QCOMPARE(news.added.back()->atDoor, std::optional(Refusal::WrongSecret));
    run.start(Number);
    QCOMPARE(run.server->exchanges().after(0).refusedStarts, std::uint64_t(2));
}

void tst_VerifyApi::problemsAreToldInTheirOrder_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("all is missing") << QByteArray() << missing("number");
    QTest::newRow("missing before invalid") << "number=x&workflow_id=99"_ba << missing("brand");
    QTest::newRow("the number first") << "workflow_id=99&brand=a-brand-that-is-too-long&number=x"_ba
                                      << invalid("number");
    QTest::newRow("then the brand") << "workflow_id=99&brand=a-brand-that-is-too-long&number=447700900999"_ba
                                    << invalid("brand. Parameter is too long.");
    QTest::newRow("invalid before concurrent") << "number=" + Number + "&brand=Acme&lg=xx" << invalid("lg");
}

void tst_VerifyApi::problemsAreToldInTheirOrder()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, reply);
    ApiRun run;
    run.start(Number);
    QCOMPARE(run.call("/verify/json", form), reply);
}

void tst_VerifyApi::methodsAndPathsBeyondTheApi_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    for (const char *method : {"PUT", "PATCH", "DELETE", "OPTIONS"})
        QTest::newRow(method) << QByteArray(method) << "/verify/check/json"_ba << 403;
    QTest::newRow("another format") << "GET"_ba
                                    << "/verify/yaml"_ba << 404;
    QTest::newRow("another call") << "GET"_ba
                                  << "/verify/resend/json"_ba << 404;
    QTest::newRow("another API") << "GET"_ba
                                 << "/sms/json"_ba << 404;
    QTest::newRow("the root") << "GET"_ba
                              << "/"_ba << 404;
}

void tst_VerifyApi::methodsAndPathsBeyondTheApi()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    ApiRun run;
    QCOMPARE(run.request(method, path).status, status);
}

void tst_VerifyApi::bodiesThatAreNoJsonObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray no = "The request body is not a JSON object: ";
    QTest::newRow("cut off") << R"({"number":"4477)"_ba << error(3, no + "unterminated string at byte 16");
    QTest::newRow("no JSON") << "number=1"_ba << error(3, no + "illegal value at byte 1");
    QTest::newRow("an array") << "[1]"_ba << error(3, no + "it is an array");
    QTest::newRow("an object as a value") << R"({"number":{}})"_ba << invalid("number");
    QTest::newRow("a list in a list") << R"({"number":[["4"]]})"_ba << invalid("number");
    QTest::newRow("deep nesting") << QByteArray(5000, '[') << error(3, no + "too deeply nested document at byte 1025");
}

void tst_VerifyApi::bodiesThatAreNoJsonObject()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, reply);
    ApiRun run;
    const QByteArray headers = "Content-Type: application/json\r\n" + ApiRun::basic(ApiRun::Key, ApiRun::Secret);
    const RawReply got = run.request("POST", "/verify/json", body, headers);
    QCOMPARE(got.status, 200);
    QCOMPARE(got.body, reply);
}

void tst_VerifyApi::thirtyRequestsASecondAreLetIn()
{
    ApiRun run({.rateLimitPerSecond = 30});
    const QByteArray throttled = error(1, "Throttled");
    const QByteArray unknown = error(101, "No response found");
    const QByteArray nobody = QByteArray(32, '0');
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(run.search(nobody), unknown);
        run.apiTime.pass(10ms);
    }
    QCOMPARE(run.search(nobody), throttled);
    run.request("GET", "/verify/search/json?api_key=x&api_secret=y"); // strangers use up nothing
    QVERIFY(run.getObject("clock").contains(u"now"_s)); // the console is never throttled
    run.apiTime.pass(700ms); // the first one is a second old
    QCOMPARE(run.search(nobody), unknown);
    QCOMPARE(run.search(nobody), throttled);
    run.apiTime.pass(10ms);
    QCOMPARE(run.search(nobody), unknown);
}

void tst_VerifyApi::aStartAnswersItsIdAndNothingElse()
{
    ApiRun run;
    const QByteArray reply = run.call("/verify/json", "number=%2B44+7700+900112&brand=Acme");
    QVERIFY2(matches(reply, uR"(\{"request_id":"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}","status":"0"\})"_s),
             reply.constData());
}

void tst_VerifyApi::parametersOfAStartAreWorded_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray rest = "&number=447700900112&brand=Acme";
    QTest::newRow("no number") << "brand=Acme"_ba << missing("number");
    QTest::newRow("an empty number") << "number=&brand=Acme"_ba << missing("number");
    QTest::newRow("a bad number") << "number=12&brand=Acme"_ba << invalid("number");
    QTest::newRow("a number with a NUL") << "number=447700900112%00&brand=Acme"_ba << invalid("number");
    QTest::newRow("no brand") << "number=447700900112"_ba << missing("brand");
    QTest::newRow("a long brand") << "number=447700900112&brand=nineteen+characters"_ba
                                  << invalid("brand. Parameter is too long.");
    QTest::newRow("a brand that is no UTF-8") << "number=447700900112&brand=%C3%28"_ba << invalid("brand");
    QTest::newRow("a country") << "country=RUS" + rest << invalid("country");
    QTest::newRow("a long sender") << "sender_id=ABCDEFABCDEF" + rest << invalid("sender_id. Parameter is too long.");
    QTest::newRow("a code length that is none")
        << "code_length=5" + rest << invalid("code_length. The allowed values are 4 and 6.");
    QTest::newRow("a code length that is no number") << "code_length=4.0" + rest << invalid("code_length");
    QTest::newRow("a language") << "lg=en_us" + rest << invalid("lg");
    QTest::newRow("a PIN's life") << "pin_expiry=59" + rest << invalid("pin_expiry");
    QTest::newRow("a wait") << "next_event_wait=901" + rest << invalid("next_event_wait");
    QTest::newRow("a workflow") << "workflow_id=8" + rest << invalid("workflow_id");
    QTest::newRow("a custom PIN") << "pin_code=123" + rest << invalid("pin_code");
}

void tst_VerifyApi::parametersOfAStartAreWorded()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, reply);
    ApiRun run;
    QCOMPARE(run.call("/verify/json", form), reply);
}

void tst_VerifyApi::anAccountWithoutCustomPinsSaysSo()
{
    QCOMPARE(QByteArray::fromStdString(toJson(problemReply({Parameter::PinCode, ParameterProblem::Kind::FeatureOff}))),
             error(20, "This account does not support the parameter: pin_code."));
}

void tst_VerifyApi::jsonNumbersAreAsGoodAsTexts()
{
    ApiRun run;
    const QByteArray headers = "Content-Type: application/json\r\n" + ApiRun::basic(ApiRun::Key, ApiRun::Secret);
    const RawReply reply = run.request(
        "POST", "/verify/json",
        R"({"number":447700900112,"brand":"Acm\u00e9","workflow_id":4,"code_length":6,"lg":null})", headers);
    const QByteArray id = field(reply.body, "request_id");
    const QJsonObject verification = run.verification(id);
    QCOMPARE(verification[u"number"_s].toString(), u"447700900112"_s);
    QCOMPARE(verification[u"brand"_s].toString(), u"Acmé"_s);
    QCOMPARE(verification[u"workflow_id"_s].toInt(), 4);
    const QByteArray pin = run.pin(Number);
    QCOMPARE(pin.size(), qsizetype(6));
    const RawReply check = run.request("POST", "/verify/check/json",
                                       "{\"request_id\":\"" + id + "\",\"code\":\"" + pin + "\"}", headers);
    QCOMPARE(field(check.body, "status"), "0");
}

void tst_VerifyApi::oneNumberHasOneVerification()
{
    ApiRun run;
    const QByteArray id = run.start("447700900112");
    const QByteArray concurrent = "{\"request_id\":\"" + id
        + "\",\"status\":\"10\",\"error_text\":\"Concurrent verifications to the same number are not allowed\"}";
    for (const char *spelling : {"447700900112", "%2B447700900112", "+447700900112", "07700+900112&country=GB"})
        QCOMPARE(run.call("/verify/json", "brand=Acme&number=" + QByteArray(spelling)), concurrent);
    QVERIFY(!run.start("447700900113").isEmpty());

    run.check(id, run.pin(Number));
    const QByteArray next = run.start(Number); // free again
    QVERIFY(!next.isEmpty() && next != id);
}

void tst_VerifyApi::theDialectOf2019KnowsFiveWorkflows()
{
    ApiRun run(In2019);
    QVERIFY(!run.start("447700900112", "workflow_id=5").isEmpty());
    QCOMPARE(run.call("/verify/json", "number=447700900113&brand=Acme&workflow_id=6"), invalid("workflow_id"));
}

void tst_VerifyApi::theRightCodeIsAnsweredWithItsMessageAndPrice()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.advance(125s); // an SMS, then a call
    const QByteArray reply = run.check(id, run.pin(Number));
    QVERIFY2(matches(reply,
                     uR"(\{"request_id":"%1","status":"0","event_id":"[0-9A-F]{16}","price":"0.05000000",)"
                     uR"("currency":"EUR","estimated_price_messages_sent":"0.04200"\})"_s.arg(QString::fromLatin1(id))),
             reply.constData());
    // It is the call's, which came last.
    const QJsonArray events = run.callObject("/verify/search/json", "request_id=" + id)[u"events"_s].toArray();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.last()[u"type"_s].toString(), u"tts"_s);
    QCOMPARE(events.last()[u"id"_s].toString().toLatin1(), field(reply, "event_id"));
    QVERIFY(events.first()[u"id"_s] != events.last()[u"id"_s]);
}

void tst_VerifyApi::theRightCodeOf2019HasNoEstimate()
{
    ApiRun run(In2019);
    const QByteArray id = run.start(Number);
    const QByteArray reply = run.check(id, run.pin(Number));
    QVERIFY2(matches(reply,
                     uR"(\{"request_id":"%1","status":"0","event_id":"[0-9A-F]{16}","price":"0.10000000",)"
                     uR"("currency":"EUR"\})"_s.arg(QString::fromLatin1(id))),
             reply.constData());
}

void tst_VerifyApi::threeWrongCodesEndTheRequest()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray pin = run.pin(Number);
    QCOMPARE(run.check(id, notThe(pin)), wrongCode(id));
    QCOMPARE(run.check(id, notThe(pin)), wrongCode(id));
    QCOMPARE(run.check(id, notThe(pin)), error(17, "A wrong code was provided too many times. Workflow terminated"));
    QCOMPARE(run.check(id, pin), cannotCheck(id));
    QCOMPARE(field(run.search(id), "status"), "INVALID"); // of its first check
    QCOMPARE(run.verification(id)[u"status"_s].toString(), u"FAILED"_s);
}

void tst_VerifyApi::aCodeThatCannotBeOneUsesNoTry_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray characters = error(3, "The code contains invalid characters");
    QTest::newRow("empty") << ""_ba << missing("code");
    QTest::newRow("a hyphen") << "1-34"_ba << characters;
    QTest::newRow("question marks") << "????"_ba << characters;
    QTest::newRow("a percent") << "%25s"_ba << characters;
    QTest::newRow("a space") << "+123"_ba << characters;
    QTest::newRow("letters beyond ASCII") << "%C3%A9%C3%A9%C3%A9%C3%A9"_ba << characters;
    QTest::newRow("a NUL") << "123%00"_ba << characters;
    QTest::newRow("longer than any PIN") << "12345678901"_ba << invalid("code");
    QTest::newRow("very long") << QByteArray(60'000, '1') << invalid("code");
}

void tst_VerifyApi::aCodeThatCannotBeOneUsesNoTry()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, reply);
    ApiRun run;
    const QByteArray id = run.start(Number);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(run.check(id, code), reply);
    QCOMPARE(run.verification(id)[u"attempts_left"_s].toInt(), 3);
    QVERIFY(run.verification(id)[u"checks"_s].toArray().isEmpty());
}

void tst_VerifyApi::aCodeOfAnotherLengthIsSimplyWrong()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    QCOMPARE(run.check(id, "12345"), wrongCode(id));
    QCOMPARE(run.check(id, "abc"), wrongCode(id));
    QCOMPARE(run.verification(id)[u"attempts_left"_s].toInt(), 1);
}

void tst_VerifyApi::nobodysRequestCannotBeChecked_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("none") << ""_ba << missing("request_id");
    QTest::newRow("unknown") << QByteArray(32, 'a') << cannotCheck(QByteArray(32, 'a'));
    QTest::newRow("no id at all") << "nonsense"_ba << cannotCheck("nonsense");
    QTest::newRow("with quotes in it") << "%22%5C"_ba << cannotCheck("\\\"\\\\");
    QTest::newRow("too long") << QByteArray(33, 'a') << invalid("request_id");
}

void tst_VerifyApi::nobodysRequestCannotBeChecked()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, reply);
    ApiRun run;
    QCOMPARE(run.check(id, "1234"), reply);
}

void tst_VerifyApi::anEndedRequestCannotBeChecked()
{
    for (const auto &[options, platform] : {std::pair(ApiRun::Options(), "Vonage"), std::pair(In2019, "Nexmo")}) {
        ApiRun run(options);
        const QByteArray verified = run.start("447700900112");
        const QByteArray pin = run.pin(Number);
        QCOMPARE(field(run.check(verified, pin), "status"), "0");
        QCOMPARE(run.check(verified, pin), cannotCheck(verified, platform));

        const QByteArray cancelled = run.start("447700900113");
        run.advance(30s);
        run.control(cancelled, "cancel");
        QCOMPARE(run.check(cancelled, run.pin("447700900113")), cannotCheck(cancelled, platform));

        const QByteArray expired = run.start("447700900114", "workflow_id=4");
        run.advance(300s);
        QCOMPARE(run.check(expired, run.pin("447700900114")), cannotCheck(expired, platform));
    }
}

void tst_VerifyApi::anExpiredPinIsAWrongCode()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray pin = run.pin(Number);
    run.advance(300s); // the next one comes at 305 s
    QCOMPARE(run.check(id, pin), wrongCode(id));
    QCOMPARE(run.verification(id)[u"attempts_left"_s].toInt(), 2);
    run.advance(5s);
    QCOMPARE(run.verification(id)[u"attempts_left"_s].toInt(), 3);
    QCOMPARE(field(run.check(id, run.pin(Number)), "status"), "0");
}

void tst_VerifyApi::aCustomPinWithAHyphenCanBeEntered()
{
    ApiRun run;
    const QByteArray id = run.start(Number, "pin_code=AKFG-3424");
    QCOMPARE(run.check(id, "AKFG-3425"), wrongCode(id));
    QCOMPARE(run.check(id, "AKFG 3424"), error(3, "The code contains invalid characters"));
    QCOMPARE(field(run.check(id, "AKFG-3424"), "status"), "0");
    QCOMPARE(run.check(id, "AKFG-3424"), cannotCheck(id));

    const QByteArray plain = run.start("447700900113", "pin_code=AKFG3424");
    QCOMPARE(run.check(plain, "AKFG-3424"), error(3, "The code contains invalid characters"));
}

void tst_VerifyApi::aSearchShowsARunningRequest()
{
    ApiRun run;
    const QByteArray id = run.start(Number, "sender_id=Acme");
    run.advance(10s);
    const QByteArray wrong = notThe(run.pin(Number));
    run.check(id, wrong);
    const QByteArray reply = run.search(id);
    const QByteArray eventId = reply.mid(reply.lastIndexOf("\"id\":\"") + 6, 16);
    QCOMPARE(reply,
             "{\"request_id\":\"" + id + "\",\"account_id\":\"" + ApiRun::Key
                 + "\",\"number\":\"447700900112\",\"sender_id\":\"Acme\",\"date_submitted\":\"2026-11-23 14:00:00\","
                   "\"date_finalized\":\"\",\"checks\":[{\"date_received\":\"2026-11-23 14:00:10\",\"code\":\""
                 + wrong
                 + "\",\"status\":\"INVALID\",\"ip_address\":\"\"}],\"first_event_date\":\"2026-11-23 14:00:00\","
                   "\"last_event_date\":\"2026-11-23 14:00:00\",\"price\":\"0\",\"currency\":\"EUR\","
                   "\"status\":\"IN PROGRESS\",\"estimated_price_messages_sent\":\"0.01400\","
                   "\"events\":[{\"id\":\""
                 + eventId + "\",\"type\":\"sms\"}]}");
}

void tst_VerifyApi::aSearchShowsAVerifiedRequest()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.advance(125s + 7s);
    const QByteArray pin = run.pin(Number);
    run.check(id, pin);
    const QJsonObject found = QJsonDocument::fromJson(run.search(id)).object();
    QCOMPARE(found[u"sender_id"_s].toString(), u"verify"_s);
    QCOMPARE(found[u"status"_s].toString(), u"SUCCESS"_s);
    QCOMPARE(found[u"date_finalized"_s].toString(), u"2026-11-23 14:02:12"_s);
    QCOMPARE(found[u"first_event_date"_s].toString(), u"2026-11-23 14:00:00"_s);
    QCOMPARE(found[u"last_event_date"_s].toString(), u"2026-11-23 14:02:05"_s);
    QCOMPARE(found[u"price"_s].toString(), u"0.05000000"_s);
    QCOMPARE(found[u"estimated_price_messages_sent"_s].toString(), u"0.04200"_s);
    const QJsonArray checks = found[u"checks"_s].toArray();
    QCOMPARE(checks.size(), 1);
    QCOMPARE(checks.first()[u"code"_s].toString().toLatin1(), pin);
    QCOMPARE(checks.first()[u"status"_s].toString(), u"VALID"_s);
}

void tst_VerifyApi::aSearchOf2019HasNoEstimate()
{
    ApiRun run(In2019);
    const QByteArray id = run.start(Number);
    run.check(id, run.pin(Number));
    const QByteArray reply = run.search(id);
    QVERIFY(!reply.contains("estimated_price_messages_sent"));
    QVERIFY(reply.contains("\"price\":\"0.10000000\",\"currency\":\"EUR\",\"status\":\"SUCCESS\",\"events\":["));
}

void tst_VerifyApi::aSearchShowsHowRequestsEnded_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("checks");
    QTest::newRow("expired") << "expire"_ba << u"EXPIRED"_s << 1;
    QTest::newRow("cancelled") << "cancel"_ba << u"CANCELLED"_s << 1;
    QTest::newRow("failed") << "fail"_ba << u"FAILED"_s << 3;
}

void tst_VerifyApi::aSearchShowsHowRequestsEnded()
{
    QFETCH(QByteArray, end);
    QFETCH(QString, status);
    QFETCH(int, checks);
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray wrong = notThe(run.pin(Number));
    run.check(id, wrong);
    run.advance(40s);
    if (end == "expire")
        run.advance(605s);
    else if (end == "cancel")
        run.control(id, "cancel");
    else
        run.check(id, wrong), run.check(id, wrong);
    const QJsonObject found = QJsonDocument::fromJson(run.search(id)).object();
    QCOMPARE(found[u"status"_s].toString(), status);
    QCOMPARE(found[u"price"_s].toString(), u"0"_s);
    QCOMPARE(found[u"checks"_s].toArray().size(), checks);
    QVERIFY(!found[u"date_finalized"_s].toString().isEmpty());
}

void tst_VerifyApi::aSearchForSeveralIsAList()
{
    ApiRun run;
    const QByteArray one = run.start("447700900112");
    const QByteArray two = run.start("447700900113");
    const QByteArray nobody(32, 'f');
    const auto ids = [&](const QByteArray &form) {
        QByteArrayList found;
        const QJsonObject reply = run.callObject("/verify/search/json", form);
        for (const auto &each : reply[u"verification_requests"_s].toArray())
            found << each[u"request_id"_s].toString().toLatin1();
        return found;
    };
    QCOMPARE(ids("request_ids=" + two + "&request_ids=" + one), QByteArrayList({two, one}));
    QCOMPARE(ids("request_ids=" + one), QByteArrayList({one}));
    QCOMPARE(ids("request_ids=" + nobody + "&request_ids=" + one), QByteArrayList({one}));

    // One id wins over several, and the first of one.
    QCOMPARE(field(run.call("/verify/search/json", "request_ids=" + one + "&request_id=" + two), "request_id"), two);
    QCOMPARE(field(run.call("/verify/search/json", "request_id=" + one + "&request_id=" + two), "request_id"), one);

    const RawReply json
        = run.request("POST", "/verify/search/json", "{\"request_ids\":[\"" + one + "\",\"" + two + "\"]}",
                      "Content-Type: application/json\r\n" + ApiRun::basic(ApiRun::Key, ApiRun::Secret));
    QCOMPARE(QJsonDocument::fromJson(json.body)[u"verification_requests"_s].toArray().size(), 2);
}

void tst_VerifyApi::aSearchForNobody_data()
{
    QTest::addColumn<bool>("isIn2019");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray unknown = error(101, "No response found");
    QByteArray eleven;
    for (int i = 0; i < 11; ++i)
        eleven += "&request_ids=" + QByteArray::number(i);
    QTest::newRow("unknown") << false << "request_id=" + QByteArray(32, '1') << unknown;
    QTest::newRow("no id at all") << false << "request_id=nonsense"_ba << unknown;
    QTest::newRow("all unknown") << false << "request_ids=a&request_ids=b"_ba << unknown;
    QTest::newRow("eleven") << false << eleven << error(18, "Too many request_ids provided");
    QTest::newRow("none") << false << ""_ba << error(2, "Missing request_id");
    QTest::newRow("empty") << false << "request_id=&request_ids="_ba << error(2, "Missing request_id");
    QTest::newRow("none in 2019") << true << ""_ba
                                  << error(6,
                                           "The Nexmo platform was unable to process this message for the following "
                                           "reason: Wrong parameters.");
}

void tst_VerifyApi::aSearchForNobody()
{
    QFETCH(bool, isIn2019);
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, reply);
    ApiRun run(isIn2019 ? In2019 : ApiRun::Options());
    QCOMPARE(run.call("/verify/search/json", form), reply);
}

void tst_VerifyApi::cancellingHasItsWindow()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray tooEarly
        = error(19, "Verification request ['" + id + "'] can't be cancelled within the first 30 seconds.");
    run.advance(29'999ms);
    QCOMPARE(run.control(id, "cancel"), tooEarly);
    run.advance(1ms);
    QCOMPARE(run.control(id, "cancel"), "{\"status\":\"0\",\"command\":\"cancel\"}");
    const QByteArray gone = error(6, "The requestId '" + id + "' does not exist or its no longer active.");
    QCOMPARE(run.control(id, "cancel"), gone);
    QCOMPARE(run.control(id, "trigger_next_event"), gone);

    const QByteArray late = run.start(Number);
    run.advance(125s);
    QCOMPARE(run.control(late, "cancel"),
             error(19,
                   "Verification request  ['" + late
                       + "'] can't be cancelled now. Too many attempts to re-deliver have already been made."));
}

void tst_VerifyApi::triggeringRunsOutOfEvents()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.advance(10s);
    const QByteArray done = "{\"status\":\"0\",\"command\":\"trigger_next_event\"}";
    QCOMPARE(run.control(id, "trigger_next_event"), done);
    QCOMPARE(run.control(id, "trigger_next_event"), done);
    QCOMPARE(run.control(id, "trigger_next_event"),
             error(19, "No more events are left to execute for the request ['" + id + "']"));
    QCOMPARE(run.getArray("messages?number=" + Number).size(), 3);
    QCOMPARE(field(run.check(id, run.pin(Number)), "status"), "0"); // it stays open
}

void tst_VerifyApi::aControlIsRefused_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray nobody(32, '1');
    QTest::newRow("no id") << "cmd=cancel"_ba << missing("request_id");
    QTest::newRow("no command") << "request_id=" + nobody << missing("cmd");
    for (const char *command : {"delete", "resend", "123", "Cancel"})
        QTest::newRow(command) << "request_id=" + nobody + "&cmd=" + command
                               << error(3, "Invalid parameter found: cmd");
    for (const char *id : {"11111111111111111111111111111111", "nonsense"})
        QTest::newRow(id) << "cmd=cancel&request_id=" + QByteArray(id)
                          << error(6, "The requestId '" + QByteArray(id) + "' does not exist or its no longer active.");
}

void tst_VerifyApi::aControlIsRefused()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, reply);
    ApiRun run;
    QCOMPARE(run.call("/verify/control/json", form), reply);
}

void tst_VerifyApi::whenTheStoreFailsNothingIsPromised()
{
    ApiRun run;
    const QByteArray internal = error(5, "Internal Error");
    const QByteArray id = run.start("447700900112");
    const QByteArray pin = run.pin(Number);
    run.canStoreWrite = false;
    QCOMPARE(run.call("/verify/json", "number=447700900113&brand=Acme"), internal);
    QCOMPARE(run.check(id, pin), internal);
    QCOMPARE(run.control(id, "trigger_next_event"), internal);
    run.canStoreWrite = true;
    QCOMPARE(run.getArray("messages?number=447700900113").size(), 0);
    QCOMPARE(run.getArray("messages?number=447700900112").size(), 1);
    QCOMPARE(field(run.check(id, pin), "status"), "0");
}

void tst_VerifyApi::withoutTheStoresKeyNobodyIsLetIn()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray pin = run.pin(Number);
    run.close();
    QVERIFY(QFile::remove(run.folder.filePath(u"store.db.key"_s)));
    run.open();
    // The account's secret is sealed with it.
    QCOMPARE(run.check(id, pin), error(4, "Bad Credentials"));
    QCOMPARE(run.check(id, {}), error(4, "Bad Credentials"));
    QCOMPARE(run.getObject("health")[u"status"_s].toString(), u"ok"_s);
}

PINPATH_TEST(tst_VerifyApi, "tst_verifyapi")

} // namespace tst_verifyapi

#include "tst_verifyapi.moc"
