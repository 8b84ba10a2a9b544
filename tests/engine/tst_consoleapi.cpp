// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/statistics/comparisonjson.h"
#include "engine/statistics/outcomesofstore.h"
#include "tests/support/apirun.h"
#include "tests/support/testclass.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <thread>

namespace tst_consoleapi {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::RawClient;
using tests::RawReply;

const QByteArray Number = "447700900112";

QByteArray refusal(const QByteArray &sentence)
{
    return "{\"error\":\"" + sentence + "\"}";
}

// Milliseconds between two instants of the console API; -1 when one is null.
qint64 between(const QJsonValue &from, const QJsonValue &to)
{
    if (!from.isString() || !to.isString())
        return -1;
    return QDateTime::fromString(from.toString(), Qt::ISODateWithMs)
        .msecsTo(QDateTime::fromString(to.toString(), Qt::ISODateWithMs));
}

// "sms@0 tts@125 tts@305 EXPIRED@605": what ran, in seconds since the request.
QString story(const QJsonObject &verification)
{
    QStringList words;
    const QJsonArray events = verification[u"events"_s].toArray();
    const QJsonValue start = events.first()[u"at"_s];
    const QJsonArray steps = verification[u"steps"_s].toArray();
    for (const auto &step : steps) {
        const qint64 at = between(start, step[u"sent_at"_s]);
        if (at >= 0)
            words << step[u"channel"_s].toString() + u'@' + QString::number(double(at) / 1000);
    }
    const qint64 end = between(start, verification[u"ended_at"_s]);
    words << verification[u"status"_s].toString() + (end < 0 ? QString() : u'@' + QString::number(double(end) / 1000));
    return words.join(u' ');
}

QStringList states(const QJsonObject &verification)
{
    QStringList words;
    for (const auto &step : verification[u"steps"_s].toArray())
        words << step[u"state"_s].toString();
    return words;
}

// A request that waits on a connection of its own while the test goes on.
class Waiting {
public:
    Waiting(const ApiRun &run, const QByteArray &target)
        : m_client(run.server->port())
    {
        m_client.send("GET /console/v1/" + target + " HTTP/1.1\r\nHost: localhost\r\n"
                      + ApiRun::basic(ApiRun::Key, ApiRun::Secret) + "\r\n");
    }
    bool isStillWaiting() { return m_client.isSilentFor(100ms); }
    RawReply reply() { return m_client.receive(); }

private:
    RawClient m_client;
};

// The console API over HTTP, as design.md describes it.
class tst_ConsoleApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void healthNeedsNoCredentials();
    void everythingElseDoes_data();
    void everythingElseDoes();
    void pathsAndMethodsThatAreNot_data();
    void pathsAndMethodsThatAreNot();
    void whatIsNotUnderstoodIsNamed_data();
    void whatIsNotUnderstoodIsNamed();

    void everyWorkflowRunsAtItsSeconds_data();
    void everyWorkflowRunsAtItsSeconds();
    void aRunningVerificationIsShown();
    void stepsTellWhatBecameOfThem();
    void checksAndEventsTellTheWholeStory();
    void verificationsComeNewestFirstInPages();
    void verificationsAreFiltered();
    void anUnknownVerificationIsNotFound();

    void aVerificationIsEnded_data();
    void aVerificationIsEnded();
    void anEndedOneCannotBeEnded();

    void messagesComeOldestFirst();
    void messagesAfterAnIdLeaveOutWhatIsKnown();

    void aWaitEndsWithWhatItIsFor_data();
    void aWaitEndsWithWhatItIsFor();
    void aWaitForWhatCanNoLongerComeEnds();
    void aWaitEndsWithItsTime();
    void aWaitForAMessageEndsWithIt();
    void stoppingAnswersThoseWhoWait();

    void theClockIsShown();
    void theClockIsMoved();
    void theClockJumpsToWhatComesNext();
    void theClockChangesItsPace();
    void theRealClockCannotBeMoved();
    void whileTheStoreFailsTheClockStands();
    void statsCountEveryFinishedRequest();
    void statsOfNothingAreEmpty();
    void theUrlNamesThePortThatWasTaken();
    void aTakenPortIsASentence();
};

void tst_ConsoleApi::healthNeedsNoCredentials()
{
    ApiRun run;
    const RawReply reply = run.request("GET", "/console/v1/health");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("content-type"), "application/json");
    QCOMPARE(reply.body, "{\"status\":\"ok\",\"version\":\"" PINPATH_VERSION "\"}");
}

void tst_ConsoleApi::everythingElseDoes_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("a wrong secret") << ApiRun::basic(ApiRun::Key, "guess");
    QTest::newRow("no base64") << "Authorization: Basic ###\r\n"_ba;
    QTest::newRow("another scheme") << "Authorization: Bearer x\r\n"_ba;
}

void tst_ConsoleApi::everythingElseDoes()
{
    QFETCH(QByteArray, headers);
    ApiRun run;
    const QByteArray keys = "?api_key=" + ApiRun::Key + "&api_secret=" + ApiRun::Secret;
    for (const char *path : {"verifications", "messages", "clock", "stats", "nothing"}) {
        const RawReply reply = run.request("GET", "/console/v1/" + QByteArray(path) + keys, {}, headers);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.body, refusal("The console API wants the account's key and secret by HTTP Basic."));
        QCOMPARE(reply.headers.value("www-authenticate"), "Basic realm=\"Pinpath\"");
        QVERIFY(run.server->exchanges().after(0).added.back()->atDoor.has_value());
    }
}

void tst_ConsoleApi::pathsAndMethodsThatAreNot_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("no such resource") << "GET"_ba
                                      << "phones"_ba << 404;
    QTest::newRow("the root") << "GET"_ba
                              << ""_ba << 404;
    QTest::newRow("below a verification") << "GET"_ba
                                          << "verifications/1/steps"_ba << 404;
    QTest::newRow("no id") << "GET"_ba
                           << "verifications/"_ba << 404;
    QTest::newRow("posting to a list") << "POST"_ba
                                       << "verifications"_ba << 405;
    QTest::newRow("deleting") << "DELETE"_ba
                              << "verifications/1"_ba << 405;
    QTest::newRow("putting the clock") << "PUT"_ba
                                       << "clock"_ba << 405;
    QTest::newRow("posting to health") << "POST"_ba
                                       << "health"_ba << 405;
}

void tst_ConsoleApi::pathsAndMethodsThatAreNot()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    ApiRun run;
    const RawReply reply = run.console(method, target);
    QCOMPARE(reply.status, status);
    QVERIFY(QJsonDocument::fromJson(reply.body)[u"error"_s].isString());
    QCOMPARE(reply.headers.contains("allow"), status == 405);
}

void tst_ConsoleApi::whatIsNotUnderstoodIsNamed_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body"); // empty: a GET
    QTest::addColumn<QByteArray>("sentence");
    const QByteArray id(32, '0');
    const auto get = [](const QByteArray &target, const QByteArray &sentence) {
        QTest::newRow(target.constData()) << target << QByteArray() << sentence;
    };
    const auto post = [](const QByteArray &target, const QByteArray &body, const QByteArray &sentence) {
        QTest::newRow(QByteArray(target + ' ' + body).constData()) << target << body << sentence;
    };
    get("verifications?status=DONE", "status must be IN PROGRESS, SUCCESS, FAILED, EXPIRED or CANCELLED.");
    get("verifications?workflow_id=one", "workflow_id must be a whole number from 1 to 255.");
    get("verifications?number=x", "number must be a phone number with its country code, such as 447700900112.");
    get("verifications?limit=0", "limit must be a whole number from 1 to 1000.");
    get("verifications?cursor=-1", "cursor must be a whole number from 1 to 9223372036854775807.");
    get("verifications?workflow=1",
        "There is no parameter workflow here; there are status, workflow_id, number, limit, cursor.");
    get("verifications?limit=1&limit=2", "limit is given more than once.");
    get("verifications/" + id + "?until=verified&wait_seconds=1", "until must be SUCCESS, ended or step:1 to step:6.");
    get("verifications/" + id + "?until=step:7&wait_seconds=1", "until must be SUCCESS, ended or step:1 to step:6.");
    get("verifications/" + id + "?until=ended&wait_seconds=61", "wait_seconds must be a number from 0 to 60.");
    get("verifications/" + id + "?until=ended&wait_seconds=nan", "wait_seconds must be a number from 0 to 60.");
    get("verifications/" + id + "?until=ended",
        "until and wait_seconds belong together: what to wait for, and how long.");
    get("messages?after=x", "after must be a whole number from 0 to 9223372036854775807.");
    get("clock?mode=manual", "This call takes no parameters, so not mode either.");
    get("stats?workflow_id=1", "This call takes no parameters, so not workflow_id either.");

    const QByteArray one = "The request body must be a JSON object with exactly one of mode, speed, paused, "
                           "advance_seconds and jump_to_next_event.";
    post("clock", "{}", one);
    post("clock", "[]", one);
    post("clock", R"({"speed":2,"paused":true})", one);
    post("clock", "{", "The request body is not JSON: unterminated object at byte 1.");
    post("clock", R"({"mode":"fast"})", R"(mode must be \"real\", \"scaled\" or \"manual\".)");
    post("clock", R"({"speed":0})", "speed must be a number from 0.01 to 3600.");
    post("clock", R"({"speed":"60"})", "speed must be a number from 0.01 to 3600.");
    post("clock", R"({"paused":1})", "paused must be true or false.");
    const QByteArray advance = "advance_seconds must be a number above 0 and up to 2592000, which is 30 days.";
    post("clock", R"({"advance_seconds":0})", advance);
    post("clock", R"({"advance_seconds":-5})", advance);
    post("clock", R"({"advance_seconds":2592001})", advance);
    post("clock", R"({"jump_to_next_event":false})", "jump_to_next_event must be true.");
    post("clock", R"({"time":"now"})",
         "There is no time here; there are mode, speed, paused, advance_seconds and jump_to_next_event.");
    const QByteArray end = R"(The request body must be {\"end\": \"expired\"} or {\"end\": \"cancelled\"}.)";
    post("verifications/" + id, R"({"end":"verified"})", end);
    post("verifications/" + id, R"({"stop":"expired"})", end);
}

void tst_ConsoleApi::whatIsNotUnderstoodIsNamed()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, sentence);
    ApiRun run;
    const RawReply reply = run.console(body.isEmpty() ? "GET" : "POST", target, body);
    QCOMPARE(reply.body, refusal(sentence));
    QCOMPARE(reply.status, 400);
}

void tst_ConsoleApi::everyWorkflowRunsAtItsSeconds_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<int>("workflow");
    QTest::addColumn<QString>("expected");
    const auto both = [](int workflow, const QString &expected) {
        QTest::addRow("workflow %d today", workflow) << Dialect::Vonage << workflow << expected;
        if (workflow <= 5)
            QTest::addRow("workflow %d in 2019", workflow) << Dialect::Nexmo2019 << workflow << expected;
    };
    both(1, u"sms@0 tts@125 tts@305 EXPIRED@605"_s);
    both(2, u"sms@0 sms@125 tts@305 EXPIRED@605"_s);
    both(3, u"tts@0 tts@150 EXPIRED@300"_s);
    both(4, u"sms@0 sms@120 EXPIRED@300"_s);
    both(6, u"sms@0 EXPIRED@300"_s);
    both(7, u"tts@0 EXPIRED@300"_s);
    QTest::newRow("workflow 5 today") << Dialect::Vonage << 5 << u"sms@0 tts@120 EXPIRED@300"_s;
    QTest::newRow("workflow 5 in 2019") << Dialect::Nexmo2019 << 5 << u"sms@0 tts@125 EXPIRED@425"_s;
}

// Also at the very millisecond: before it nothing has run, at it everything has.
void tst_ConsoleApi::everyWorkflowRunsAtItsSeconds()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, workflow);
    QFETCH(QString, expected);
    ApiRun run({.dialect = dialect});
    const QByteArray id = run.start(Number, "workflow_id=" + QByteArray::number(workflow));
    const QStringList moments = expected.split(u' ');
    QString soFar = moments.first();
    QCOMPARE(story(run.verification(id)), soFar + u" IN PROGRESS"_s);
    milliseconds now = 0ms;
    for (const QString &moment : moments.mid(1)) {
        const milliseconds due(qint64(moment.section(u'@', 1).toDouble() * 1000));
        run.advance(due - now - 1ms);
        QCOMPARE(story(run.verification(id)), soFar + u" IN PROGRESS"_s);
        run.advance(1ms);
        now = due;
        soFar += u' ' + moment;
        const bool isEnd = moment == moments.last();
        QCOMPARE(story(run.verification(id)), isEnd ? soFar : soFar + u" IN PROGRESS"_s);
    }
    QCOMPARE(soFar, expected);
    run.advance(24h);
    QCOMPARE(story(run.verification(id)), expected);
}

void tst_ConsoleApi::aRunningVerificationIsShown()
{
    ApiRun run;
    const QByteArray id = run.start(Number, "workflow_id=4");
    const QByteArray pin = run.pin(Number);
    QCOMPARE(run.console("GET", "verifications/" + id).body,
             "{\"request_id\":\"" + id
                 + "\",\"workflow_id\":4,\"number\":\"447700900112\",\"country\":\"GB\",\"brand\":\"Acme\","
                   "\"status\":\"IN PROGRESS\",\"pin\":\""
                 + pin
                 + "\",\"pin_generation\":1,\"attempts_left\":3,\"next_event_at\":\"2026-11-23T14:02:00.000Z\","
                   "\"expires_at\":\"2026-11-23T14:05:00.000Z\",\"ended_at\":null,\"steps\":["
                   "{\"index\":1,\"channel\":\"sms\",\"state\":\"delivered\",\"due_at\":\"2026-11-23T14:00:00.000Z\","
                   "\"sent_at\":\"2026-11-23T14:00:00.000Z\",\"delivered_at\":\"2026-11-23T14:00:00.000Z\","
                   "\"pin_generation\":1},"
                   "{\"index\":2,\"channel\":\"sms\",\"state\":\"pending\",\"due_at\":\"2026-11-23T14:02:00.000Z\","
                   "\"sent_at\":null,\"delivered_at\":null,\"pin_generation\":null}],\"checks\":[],\"events\":["
                   "{\"seq\":1,\"at\":\"2026-11-23T14:00:00.000Z\",\"type\":\"requested\"},"
                   "{\"seq\":2,\"at\":\"2026-11-23T14:00:00.000Z\",\"type\":\"pin_issued\",\"pin_generation\":1},"
                   "{\"seq\":3,\"at\":\"2026-11-23T14:00:00.000Z\",\"type\":\"step_sent\",\"step\":1,"
                   "\"channel\":\"sms\",\"pin_generation\":1},"
                   "{\"seq\":4,\"at\":\"2026-11-23T14:00:00.000Z\",\"type\":\"step_delivered\",\"step\":1,"
                   "\"channel\":\"sms\"}]}");
}

void tst_ConsoleApi::stepsTellWhatBecameOfThem()
{
    ApiRun run;
    const QByteArray verified = run.start("447700900112");
    run.check(verified, run.pin("447700900112"));
    QCOMPARE(states(run.verification(verified)), QStringList({u"verified"_s, u"skipped"_s, u"skipped"_s}));

    const QByteArray lost = run.start("447700900002", "workflow_id=4"); // an SMS is not delivered there
    const QByteArray cancelled = run.start("447700900113");
    run.advance(30s);
    run.control(cancelled, "cancel");
    QCOMPARE(states(run.verification(cancelled)), QStringList({u"delivered"_s, u"cancelled"_s, u"cancelled"_s}));
    QCOMPARE(states(run.verification(lost)).first(), u"failed"_s);
    run.advance(300s);
    QCOMPARE(states(run.verification(lost)), QStringList({u"failed"_s, u"failed"_s}));

    const QByteArray expired = run.start("447700900114", "workflow_id=4");
    run.advance(300s);
    QCOMPARE(states(run.verification(expired)), QStringList({u"expired"_s, u"expired"_s}));
}

void tst_ConsoleApi::checksAndEventsTellTheWholeStory()
{
    ApiRun run;
    const QByteArray id = run.start(Number, "pin_code=8517");
    run.advance(4s);
    run.check(id, "0000");
    run.advance(3500ms);
    run.check(id, "8517");
    const QJsonObject verification = run.verification(id);
    QCOMPARE(QJsonDocument(verification[u"checks"_s].toArray()).toJson(QJsonDocument::Compact),
             R"([{"at":"2026-11-23T14:00:04.000Z","code":"0000","status":"INVALID"},)"
             R"({"at":"2026-11-23T14:00:07.500Z","code":"8517","status":"VALID"}])"_ba);
    const QJsonArray events = verification[u"events"_s].toArray();
    QCOMPARE(events.size(), 6);
    QCOMPARE(QJsonDocument(events[4].toObject()).toJson(QJsonDocument::Compact),
             R"({"at":"2026-11-23T14:00:04.000Z","code":"0000","seq":5,"type":"code_rejected"})"_ba);
    QCOMPARE(QJsonDocument(events[5].toObject()).toJson(QJsonDocument::Compact),
             R"({"at":"2026-11-23T14:00:07.500Z","pin_generation":1,"seq":6,"type":"code_accepted"})"_ba);
    QCOMPARE(verification[u"ended_at"_s].toString(), u"2026-11-23T14:00:07.500Z"_s);
    QVERIFY(verification[u"expires_at"_s].isNull());
    QVERIFY(verification[u"next_event_at"_s].isNull());
    QCOMPARE(verification[u"attempts_left"_s].toInt(-1), 0);
}

void tst_ConsoleApi::verificationsComeNewestFirstInPages()
{
    ApiRun run;
    QStringList started;
    for (int i = 0; i < 5; ++i)
        started.prepend(QString::fromLatin1(run.start("44770090011" + QByteArray::number(i))));

    QStringList listed;
    QByteArray cursor;
    int pages = 0;
    do {
        const QJsonObject page = run.getObject("verifications?limit=2" + cursor);
        for (const auto &each : page[u"verifications"_s].toArray())
            listed << each[u"request_id"_s].toString();
        const QJsonValue next = page[u"next_cursor"_s];
        cursor = next.isNull() ? QByteArray() : "&cursor=" + next.toString().toLatin1();
        ++pages;
    } while (!cursor.isEmpty());
    QCOMPARE(listed, started);
    QCOMPARE(pages, 3);
    const QJsonObject all = run.getObject("verifications");
    QCOMPARE(all[u"verifications"_s].toArray().size(), 5);
    QVERIFY(all[u"next_cursor"_s].isNull());
    QCOMPARE(all[u"verifications"_s].toArray().first().toObject(), run.verification(started.first().toLatin1()));
}

void tst_ConsoleApi::verificationsAreFiltered()
{
    ApiRun run;
    const QByteArray verified = run.start("447700900112", "workflow_id=4");
    run.check(verified, run.pin("447700900112"));
    run.start("447700900113", "workflow_id=4");
    run.start("447700900112");
    const auto count = [&run](const QByteArray &filter) {
        return run.getObject("verifications?" + filter)[u"verifications"_s].toArray().size();
    };
    QCOMPARE(count("status=SUCCESS"), 1);
    QCOMPARE(count("status=IN%20PROGRESS"), 2);
    QCOMPARE(count("status=IN+PROGRESS&workflow_id=4"), 1);
    QCOMPARE(count("workflow_id=4"), 2);
    QCOMPARE(count("number=%2B447700900112"), 2);
    QCOMPARE(count("number=447700900112&status=SUCCESS"), 1);
    QCOMPARE(count("status=EXPIRED"), 0);
}

void tst_ConsoleApi::anUnknownVerificationIsNotFound()
{
    ApiRun run;
    for (const QByteArray &id : {QByteArray(32, '0'), "nonsense"_ba}) {
        const QByteArray sentence = refusal("There is no verification " + id + '.');
        for (const QByteArray &target : {id, QByteArray(id + "?until=ended&wait_seconds=5")}) {
            const RawReply reply = run.console("GET", "verifications/" + target);
            QCOMPARE(reply.status, 404);
            QCOMPARE(reply.body, sentence);
        }
        const RawReply reply = run.console("POST", "verifications/" + id, R"({"end":"expired"})");
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.body, sentence);
    }
}

void tst_ConsoleApi::aVerificationIsEnded_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<QString>("status");
    QTest::newRow("expired") << "expired"_ba << u"EXPIRED"_s;
    QTest::newRow("cancelled") << "cancelled"_ba << u"CANCELLED"_s;
}

void tst_ConsoleApi::aVerificationIsEnded()
{
    QFETCH(QByteArray, how);
    QFETCH(QString, status);
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.advance(5s); // no window for it
    const RawReply reply = run.console("POST", "verifications/" + id, "{\"end\": \"" + how + "\"}");
    QCOMPARE(reply.status, 200);
    QCOMPARE(story(QJsonDocument::fromJson(reply.body).object()), u"sms@0 "_s + status + u"@5"_s);
    QVERIFY(!run.start(Number).isEmpty()); // the number is free
}

void tst_ConsoleApi::anEndedOneCannotBeEnded()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.check(id, run.pin(Number));
    const RawReply reply = run.console("POST", "verifications/" + id, R"({"end":"cancelled"})");
    QCOMPARE(reply.status, 409);
    QCOMPARE(reply.body, refusal("The verification has ended already."));
}

void tst_ConsoleApi::messagesComeOldestFirst()
{
    ApiRun run;
    const QByteArray id = run.start("447700900112", "pin_code=8517&workflow_id=5");
    run.start("447700900113");
    run.advance(120s);
    const QJsonArray messages = run.getArray("messages?number=%2B44+7700+900112");
    QCOMPARE(messages.size(), 2);
    const QJsonObject sms = messages.first().toObject();
    QCOMPARE(sms.keys(), QStringList({u"at"_s, u"channel"_s, u"id"_s, u"pin"_s, u"request_id"_s, u"text"_s}));
    QCOMPARE(sms[u"request_id"_s].toString().toLatin1(), id);
    QCOMPARE(sms[u"channel"_s].toString(), u"sms"_s);
    QCOMPARE(sms[u"at"_s].toString(), u"2026-11-23T14:00:00.000Z"_s);
    QCOMPARE(sms[u"pin"_s].toString(), u"8517"_s);
    QCOMPARE(sms[u"text"_s].toString(), u"Acme code: 8517. Valid for 5 minutes."_s);
    QCOMPARE(messages.last()[u"channel"_s].toString(), u"tts"_s);
    QCOMPARE(messages.last()[u"at"_s].toString(), u"2026-11-23T14:02:00.000Z"_s);
    QCOMPARE(run.getArray("messages").size(), 3); // of all numbers
    QCOMPARE(run.getArray("messages?number=447700900199").size(), 0);
}

void tst_ConsoleApi::messagesAfterAnIdLeaveOutWhatIsKnown()
{
    ApiRun run;
    run.start(Number, "workflow_id=4");
    const QByteArray known = QByteArray::number(run.getArray("messages").last()[u"id"_s].toInteger());
    QCOMPARE(run.getArray("messages?number=" + Number + "&after=" + known).size(), 0);
    run.advance(120s);
    const QJsonArray fresh = run.getArray("messages?number=" + Number + "&after=" + known);
    QCOMPARE(fresh.size(), 1);
    QCOMPARE(fresh.first()[u"at"_s].toString(), u"2026-11-23T14:02:00.000Z"_s);
}

void tst_ConsoleApi::aWaitEndsWithWhatItIsFor_data()
{
    QTest::addColumn<QByteArray>("until");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a step") << "step:2"_ba
                            << "wrong code"_ba
                            << "trigger"_ba << u"sms@0 tts@0 IN PROGRESS"_s;
    QTest::newRow("success") << "SUCCESS"_ba
                             << "trigger"_ba
                             << "right code"_ba << u"sms@0 tts@0 SUCCESS@0"_s;
    QTest::newRow("the end") << "ended"_ba
                             << "trigger"_ba
                             << "right code"_ba << u"sms@0 tts@0 SUCCESS@0"_s;
    QTest::newRow("the end of time") << "ended"_ba
                                     << "wrong code"_ba
                                     << "time"_ba << u"sms@0 tts@125 tts@305 EXPIRED@605"_s;
}

void tst_ConsoleApi::aWaitEndsWithWhatItIsFor()
{
    QFETCH(QByteArray, until);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, then);
    QFETCH(QString, expected);
    ApiRun run;
    const QByteArray id = run.start(Number);
    const QByteArray pin = run.pin(Number);
    const auto act = [&](const QByteArray &deed) {
        if (deed == "trigger")
            run.control(id, "trigger_next_event");
        else if (deed == "right code")
            run.check(id, pin);
        else if (deed == "wrong code")
            run.check(id, pin == "0000" ? "1111" : "0000");
        else
            run.advance(605s);
    };
    Waiting waiting(run, "verifications/" + id + "?until=" + until + "&wait_seconds=60");
    QVERIFY(waiting.isStillWaiting());
    act(before); // not what it is for
    QVERIFY(waiting.isStillWaiting());
    act(then);
    const RawReply reply = waiting.reply();
    QCOMPARE(reply.status, 200);
    QCOMPARE(story(QJsonDocument::fromJson(reply.body).object()), expected);

    // What is there already is not waited for.
    const RawReply again = run.console("GET", "verifications/" + id + "?until=" + until + "&wait_seconds=60");
    QCOMPARE(again.body, reply.body);
}

void tst_ConsoleApi::aWaitForWhatCanNoLongerComeEnds()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    Waiting success(run, "verifications/" + id + "?until=SUCCESS&wait_seconds=60");
    Waiting step(run, "verifications/" + id + "?until=step:3&wait_seconds=60");
    QVERIFY(success.isStillWaiting());
    run.console("POST", "verifications/" + id, R"({"end":"expired"})");
    for (Waiting *waiting : {&success, &step})
        QCOMPARE(story(QJsonDocument::fromJson(waiting->reply().body).object()), u"sms@0 EXPIRED@0"_s);
}

void tst_ConsoleApi::aWaitEndsWithItsTime()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    QElapsedTimer elapsed;
    elapsed.start();
    const RawReply verification = run.console("GET", "verifications/" + id + "?until=ended&wait_seconds=0.3");
    const RawReply messages = run.console("GET", "messages?number=447700900199&wait_seconds=0.3");
    QVERIFY(elapsed.elapsed() >= 600 && elapsed.elapsed() < 10'000);
    QCOMPARE(verification.status, 200);
    QCOMPARE(story(QJsonDocument::fromJson(verification.body).object()), u"sms@0 IN PROGRESS"_s);
    QCOMPARE(messages.status, 200);
    QCOMPARE(messages.body, "[]");
}

void tst_ConsoleApi::aWaitForAMessageEndsWithIt()
{
    ApiRun run;
    Waiting waiting(run, "messages?number=" + Number + "&wait_seconds=60");
    run.start("447700900113"); // somebody else's
    QVERIFY(waiting.isStillWaiting());
    const QByteArray id = run.start(Number);
    const QJsonArray messages = QJsonDocument::fromJson(waiting.reply().body).array();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.first()[u"request_id"_s].toString().toLatin1(), id);

    const QByteArray known = QByteArray::number(messages.first()[u"id"_s].toInteger());
    Waiting next(run, "messages?number=" + Number + "&after=" + known + "&wait_seconds=60");
    QVERIFY(next.isStillWaiting());
    run.advance(125s);
    QCOMPARE(QJsonDocument::fromJson(next.reply().body).array().size(), 1);
}

void tst_ConsoleApi::stoppingAnswersThoseWhoWait()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    Waiting verification(run, "verifications/" + id + "?until=ended&wait_seconds=60");
    Waiting messages(run, "messages?number=447700900199&wait_seconds=60");
    QVERIFY(verification.isStillWaiting());
    QVERIFY(messages.isStillWaiting());
    QElapsedTimer elapsed;
    elapsed.start();
    run.server->turnOff();
    QVERIFY(elapsed.elapsed() < 2'000);
    QCOMPARE(story(QJsonDocument::fromJson(verification.reply().body).object()), u"sms@0 IN PROGRESS"_s);
    QCOMPARE(messages.reply().body, "[]");
}

void tst_ConsoleApi::theClockIsShown()
{
    ApiRun run;
    QCOMPARE(run.console("GET", "clock").body,
             R"({"now":"2026-11-23T14:00:00.000Z","mode":"manual","speed":0,"paused":false,)"
             R"("next_event_at":null,"pending":0})"_ba);
    run.start(Number);
    const QJsonObject clock = run.getObject("clock");
    QCOMPARE(clock[u"next_event_at"_s].toString(), u"2026-11-23T14:02:05.000Z"_s);
    QCOMPARE(clock[u"pending"_s].toInt(), 1);
}

void tst_ConsoleApi::theClockIsMoved()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    const RawReply reply = run.console("POST", "clock", R"({"advance_seconds": 124.9995})");
    QCOMPARE(reply.status, 200);
    QCOMPARE(QJsonDocument::fromJson(reply.body)[u"now"_s].toString(), u"2026-11-23T14:02:05.000Z"_s);
    QCOMPARE(story(run.verification(id)), u"sms@0 tts@125 IN PROGRESS"_s);
    run.console("POST", "clock", R"({"advance_seconds": 2592000})");
    QCOMPARE(story(run.verification(id)), u"sms@0 tts@125 tts@305 EXPIRED@605"_s);
}

void tst_ConsoleApi::theClockJumpsToWhatComesNext()
{
    ApiRun run;
    const QByteArray id = run.start(Number, "workflow_id=4");
    for (const auto &[now, expected] :
         {std::pair(u"2026-11-23T14:02:00.000Z"_s, u"sms@0 sms@120 IN PROGRESS"_s),
          std::pair(u"2026-11-23T14:05:00.000Z"_s, u"sms@0 sms@120 EXPIRED@300"_s),
          std::pair(u"2026-11-23T14:05:00.000Z"_s, u"sms@0 sms@120 EXPIRED@300"_s)}) { // nothing comes any more
        const RawReply reply = run.console("POST", "clock", R"({"jump_to_next_event": true})");
        QCOMPARE(QJsonDocument::fromJson(reply.body)[u"now"_s].toString(), now);
        QCOMPARE(story(run.verification(id)), expected);
    }
}

void tst_ConsoleApi::theClockChangesItsPace()
{
    ApiRun run;
    const auto post = [&run](const QByteArray &body) {
        return QJsonDocument::fromJson(run.console("POST", "clock", body).body).object();
    };
    QJsonObject clock = post(R"({"speed": 60})");
    QCOMPARE(clock[u"mode"_s].toString(), u"scaled"_s);
    QCOMPARE(clock[u"speed"_s].toDouble(), 60.0);
    QTRY_VERIFY(between(u"2026-11-23T14:00:00.000Z"_s, run.getObject("clock")[u"now"_s]) >= 6'000);
    clock = post(R"({"paused": true})");
    QCOMPARE(clock[u"paused"_s].toBool(), true);
    QCOMPARE(clock[u"speed"_s].toDouble(), 60.0);
    QCOMPARE(run.getObject("clock")[u"now"_s], clock[u"now"_s]);
    QCOMPARE(post(R"({"paused": false})")[u"paused"_s].toBool(), false);
    clock = post(R"({"mode": "manual"})");
    QCOMPARE(clock[u"mode"_s].toString(), u"manual"_s);
    QCOMPARE(clock[u"speed"_s].toDouble(), 0.0);
    clock = post(R"({"mode": "scaled"})");
    QCOMPARE(clock[u"speed"_s].toDouble(), 60.0); // as it was
    clock = post(R"({"mode": "real"})");
    QCOMPARE(clock[u"mode"_s].toString(), u"real"_s);
    QCOMPARE(clock[u"speed"_s].toDouble(), 1.0);
}

void tst_ConsoleApi::theRealClockCannotBeMoved()
{
    ApiRun run({.clock = {ClockMode::Real, 1.0, false}});
    for (const char *body : {R"({"advance_seconds": 125})", R"({"jump_to_next_event": true})"}) {
        const RawReply reply = run.console("POST", "clock", body);
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.body, refusal(R"(The real clock cannot be moved. Set mode to \"manual\" or \"scaled\" first.)"));
    }
}

void tst_ConsoleApi::whileTheStoreFailsTheClockStands()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    run.canStoreWrite = false;
    const RawReply moved = run.console("POST", "clock", R"({"advance_seconds": 125})");
    QCOMPARE(moved.status, 500);
    QVERIFY(QJsonDocument::fromJson(moved.body)[u"error"_s].toString().contains(u"store"_s));
    QCOMPARE(run.console("POST", "verifications/" + id, R"({"end":"expired"})").status, 500);
    QCOMPARE(run.getObject("health")[u"status"_s].toString(), u"store takes no writes"_s);
    QCOMPARE(run.getObject("clock")[u"now"_s].toString(), u"2026-11-23T14:00:00.000Z"_s);
    run.canStoreWrite = true;
    run.advance(125s);
    QCOMPARE(story(run.verification(id)), u"sms@0 tts@125 IN PROGRESS"_s);
}

void tst_ConsoleApi::statsCountEveryFinishedRequest()
{
    ApiRun run;
    const auto verify = [&run](const QByteArray &number, seconds after) {
        const QByteArray id = run.start(number, "workflow_id=4");
        run.advance(after);
        run.check(id, run.pin(number));
    };
    verify("447700900112", 10s);
    verify("447700900113", 20s);
    verify("447700900114", 60s);
    run.start("447700900115", "workflow_id=4");
    run.advance(300s); // expired
    const QByteArray failed = run.start("447700900116", "workflow_id=4");
    for (int i = 0; i < 3; ++i)
        run.check(failed, "00000");
    const QByteArray cancelled = run.start("447700900117", "workflow_id=4");
    run.advance(30s);
    run.control(cancelled, "cancel");
    run.start("447700900118", "workflow_id=4");
    run.start("447700900119", "workflow_id=6");
    // 3 of 6: the interval is that of statistics.md's method. Eight SMS at 0.014 and three fees of 0.05.
    QVERIFY(run.console("GET", "stats")
                .body.startsWith(
                    R"({"workflows":[{"workflow_id":4,"requests":7,"verified":3,"expired":1,"failed":1,"cancelled":1,)"
                    R"("in_progress":1,"success_rate":0.5,"wilson":[0.18)"));
    const QJsonArray workflows = run.getObject("stats")[u"workflows"_s].toArray();
    QCOMPARE(workflows.size(), 2);
    const QJsonArray wilson = workflows.first()[u"wilson"_s].toArray();
    QVERIFY(qAbs(wilson[0].toDouble() - 0.1876163) < 1e-6);
    QVERIFY(qAbs(wilson[1].toDouble() - 0.8123837) < 1e-6);
    QCOMPARE(workflows.first()[u"median_time_to_verify"_s].toDouble(), 20.0);
    QCOMPARE(workflows.first()[u"cost"_s].toDouble(), 8 * 0.014 + 3 * 0.05);
    const QJsonObject six = workflows.last().toObject();
    QCOMPARE(six[u"in_progress"_s].toInt(), 1);
    QVERIFY(six[u"success_rate"_s].isNull());
    QVERIFY(six[u"wilson"_s].isNull());
    QVERIFY(six[u"median_time_to_verify"_s].isNull());

    // What `pinpath compare --json` tells of the same store.
    const auto counted = countStore(run.engine->storePath(), {}, tests::Today, [](double) { return true; });
    QVERIFY(counted);
    const QJsonArray compared
        = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(counted->outcomes, false, Looks::Repeated, {})))
              .object()[u"workflows"_s]
              .toArray();
    QCOMPARE(compared.size(), 2);
    for (qsizetype i = 0; i < compared.size(); ++i) {
        for (const QString &name : workflows[i].toObject().keys()) {
            if (name != u"cost"_s) // which is of all requests, not per verified one
                QCOMPARE(compared[i].toObject()[name], workflows[i].toObject()[name]);
        }
    }
}

void tst_ConsoleApi::statsOfNothingAreEmpty()
{
    ApiRun run;
    QCOMPARE(run.console("GET", "stats").body, R"({"workflows":[]})"_ba);
}

void tst_ConsoleApi::theUrlNamesThePortThatWasTaken()
{
    ApiRun run;
    QCOMPARE(run.server->url(), u"http://127.0.0.1:"_s + QString::number(run.server->port()));
    QVERIFY(run.server->port() != 0);
}

void tst_ConsoleApi::aTakenPortIsASentence()
{
    ApiRun run;
    ApiOptions options;
    options.port = run.server->port();
    const auto second = ApiServer::start(*run.engine, run.apiTime, options);
    QVERIFY(!second);
    QCOMPARE(second.failure().sentence, u"Port %1 on 127.0.0.1 is taken by another program."_s.arg(options.port));
}

PINPATH_TEST(tst_ConsoleApi, "tst_consoleapi")

} // namespace tst_consoleapi

#include "tst_consoleapi.moc"
