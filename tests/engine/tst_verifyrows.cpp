// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apirun.h"
#include "tests/support/testclass.h"
#include "tests/support/verifyreplies.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

namespace tst_verifyrows {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::error;
using tests::RawReply;

const QByteArray Number = "447700900112";
const QByteArray Keys = "api_key=" + ApiRun::Key + "&api_secret=" + ApiRun::Secret;
const QByteArray Form = "Content-Type: application/x-www-form-urlencoded\r\n";
const QByteArray Json = "Content-Type: application/json\r\n";

// "a=1&b=2" as a JSON object of texts.
QByteArray jsonOf(const QByteArray &form)
{
    QJsonObject object;
    for (const QByteArray &pair : form.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        object[QString::fromLatin1(pair.left(equals))] = QString::fromLatin1(pair.mid(equals + 1));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray status(const RawReply &reply)
{
    const QRegularExpression form(u"(\"status\":\"|<status>)([A-Z0-9 ]+)"_s);
    return form.match(QString::fromUtf8(reply.body)).captured(2).toLatin1();
}

// Rows of verify-api.md that no other test names, over HTTP.
class tst_VerifyRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Section 1: every call by every way in which it may come.
    void callsComeByGetAndPost_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("parameters"); // %1: a running request
        QTest::addColumn<QByteArray>("expected"); // status
        const std::pair<QByteArray, std::pair<QByteArray, QByteArray>> calls[]{
            {"/verify", {"number=447700900177&brand=Acme", "0"}},
            {"/verify/check", {"request_id=%1&code=99999", "16"}},
            {"/verify/search", {"request_id=%1", "IN PROGRESS"}},
            {"/verify/control", {"request_id=%1&cmd=trigger_next_event", "0"}},
        };
        for (const auto &[path, rest] : calls) {
            for (const QByteArray &format : {"json"_ba, "xml"_ba})
                QTest::newRow(QByteArray("1: " + path + '/' + format).constData())
                    << path + '/' + format << rest.first << rest.second;
        }
        QTest::newRow("1: /verify/psd2/json") << "/verify/psd2/json"_ba
                                              << "number=447700900177&payee=Acme&amount=5"_ba
                                              << "0"_ba;
    }
    void callsComeByGetAndPost()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, expected);
        const auto ask = [&](const auto &send) {
            ApiRun run;
            const QByteArray id = run.start(Number);
            return status(send(run, QByteArray(parameters).replace("%1", id)));
        };
        QCOMPARE(ask([&](ApiRun &run, const QByteArray &all) {
                     return run.request("GET", path + '?' + Keys + '&' + all, {}, Form);
                 }),
                 expected);
        QCOMPARE(
            ask([&](ApiRun &run, const QByteArray &all) { return run.request("POST", path, Keys + '&' + all, Form); }),
            expected);
        QCOMPARE(
            ask([&](ApiRun &run, const QByteArray &all) { return run.request("POST", path + '?' + Keys + '&' + all); }),
            expected);
        QCOMPARE(ask([&](ApiRun &run, const QByteArray &all) {
                     return run.request("POST", path, jsonOf(Keys + '&' + all), Json);
                 }),
                 expected);
    }

    // Section 1, historic methods.
    void otherMethodsAreForbiddenOnEveryCall_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/verify/json", "/verify/check/json", "/verify/search/json", "/verify/control/json",
                                 "/verify/psd2/json", "/verify/xml", "/verify/search/xml"})
            QTest::newRow(path) << QByteArray(path);
    }
    void otherMethodsAreForbiddenOnEveryCall()
    {
        QFETCH(QByteArray, path);
        ApiRun run;
        for (const char *method : {"PUT", "PATCH", "DELETE"})
            QCOMPARE(run.request(method, path, Keys, Form).status, 403);
    }

    // Section 1.1.
    void repliesSayWhatTheyAre()
    {
        ApiRun run;
        const QByteArray query = '?' + Keys + "&request_id=" + QByteArray(32, '0');
        QCOMPARE(run.request("GET", "/verify/search/json" + query).headers.value("content-type"), "application/json");
        const RawReply xml = run.request("GET", "/verify/search/xml" + query);
        QCOMPARE(xml.headers.value("content-type"), "text/xml");
        QVERIFY(xml.body.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
        ApiRun in2019({.dialect = Dialect::Nexmo2019});
        QCOMPARE(in2019.request("GET", "/verify/search/xml" + query).headers.value("content-type"), "text/plain");
    }

    void everyScalarIsAText()
    {
        ApiRun run;
        const QByteArray id = run.start(Number);
        const QRegularExpression bare(u"\"[a-z_]+\":[^\"\\[]"_s);
        for (const QByteArray &reply :
             {run.search(id), run.control(id, "trigger_next_event"), run.check(id, "99999"),
              run.check(id, run.pin(Number)), run.call("/verify/json", "number=1&brand=Acme")})
            QVERIFY2(!bare.match(QString::fromUtf8(reply)).hasMatch(), reply.constData());
    }

    // Section 1.2, the five forms.
    void keysAreTakenInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        const QByteArray start = "number=447700900112&brand=Acme";
        const QByteArray at = QByteArray::number(qint64(toMilliseconds(tests::Today) / 1000));
        const QByteArray text = "&api_key=" + ApiRun::Key + "&brand=Acme&number=447700900112&timestamp=" + at;
        const QByteArray sig
            = QCryptographicHash::hash(QByteArray(text + ApiRun::Secret), QCryptographicHash::Md5).toHex();
        QTest::newRow("1.2: in the query") << Keys + '&' + start << Form << QByteArray();
        QTest::newRow("1.2: in a form") << QByteArray() << Form << Keys + '&' + start;
        QTest::newRow("1.2: in a JSON body") << QByteArray() << Json << jsonOf(Keys + '&' + start);
        QTest::newRow("1.2: by Basic") << QByteArray() << ApiRun::basic(ApiRun::Key, ApiRun::Secret) + Form << start;
        QTest::newRow("1.2: signed") << text.mid(1) + "&sig=" + sig << Form << QByteArray();
    }
    void keysAreTakenInEveryForm()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        ApiRun run;
        QCOMPARE(status(run.request(body.isEmpty() ? "GET" : "POST", "/verify/json?" + query, body, headers)), "0");
    }

    // Section 1.3, rows of rules that are accepted.
    void whatAStartMayBring_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        const char *const rows[][2]{
            {"1.3: a national number with its country", "number=07700900112&country=GB&brand=Acme"},
            {"1.3: any punctuation in a brand", "brand=:):):)&number=447700900112"},
            {"1.3: 18 characters of brand", "brand=exactly+18+letters&number=447700900112"},
            {"1.3: 11 characters of sender", "sender_id=ABCDEFABCDE&brand=Acme&number=447700900112"},
            {"1.3: letters beyond ASCII in a sender", "sender_id=%D0%90%D0%91%D0%92&brand=Acme&number=447700900112"},
            {"1.3: code_length with zeros", "code_length=00004&brand=Acme&number=447700900112"},
            {"1.3: code_length 06", "code_length=06&brand=Acme&number=447700900112"},
            {"1.3: lg", "lg=cy-gb&brand=Acme&number=447700900112"},
            {"1.3: pin_expiry at its least", "pin_expiry=60&brand=Acme&number=447700900112"},
            {"1.3: pin_expiry at its most", "pin_expiry=3600&brand=Acme&number=447700900112"},
            {"1.3: next_event_wait at its most", "next_event_wait=900&brand=Acme&number=447700900112"},
            {"1.3: workflow_id 7", "workflow_id=7&brand=Acme&number=447700900112"},
            {"1.3: pin_code of ten", "pin_code=ABCDE12345&brand=Acme&number=447700900112"},
            {"1.3: require_type is ignored", "require_type=All&brand=Acme&number=447700900112"},
        };
        for (const auto &row : rows)
            QTest::newRow(row[0]) << QByteArray(row[1]);
    }
    void whatAStartMayBring()
    {
        QFETCH(QByteArray, parameters);
        ApiRun run;
        const QByteArray reply = run.call("/verify/json", parameters);
        QVERIFY2(reply.startsWith("{\"request_id\":\"") && reply.endsWith("\",\"status\":\"0\"}"), reply.constData());
        QVERIFY(!reply.contains("error_text"));
    }

    // Section 1.4.
    void anEventIdIsSixteenHexDigits()
    {
        ApiRun run;
        const QByteArray id = run.start(Number);
        const QByteArray reply
            = run.call("/verify/check/json", "request_id=" + id + "&code=" + run.pin(Number) + "&ip_address=10.0.0.1");
        const QString eventId = QJsonDocument::fromJson(reply)[u"event_id"_s].toString();
        QVERIFY2(QRegularExpression(u"^[0-9A-F]{16}$"_s).match(eventId).hasMatch(), reply.constData());
        QVERIFY(run.search(id).contains("\"ip_address\":\"\"")); // it is deprecated, and ignored
    }

    // Section 1.5: which ids a search looks for.
    void aSearchTakesTheIdsThatCount()
    {
        ApiRun run;
        const QByteArray first = run.start("447700900112");
        const QByteArray second = run.start("447700900113");
        const auto search = [&](const QByteArray &query) { return run.call("/verify/search/json", query); };
        const auto idsIn = [](const QByteArray &reply) {
            QList<QByteArray> ids;
            const QJsonObject all = QJsonDocument::fromJson(reply).object();
            for (const QJsonValue &each : all[u"verification_requests"_s].toArray())
                ids << each[u"request_id"_s].toString().toLatin1();
            return all.contains(u"request_id"_s) ? QList{all[u"request_id"_s].toString().toLatin1()} : ids;
        };
        const auto isList = [](const QByteArray &reply) { return reply.startsWith("{\"verification_requests\":["); };
        QCOMPARE(idsIn(search("request_id=" + first + "&request_ids=" + second)), QList{first});
        QCOMPARE(idsIn(search("request_id=" + second + "&request_id=" + first)), QList{second});
        const QByteArray one = search("request_ids=" + second);
        QVERIFY(isList(one));
        QCOMPARE(idsIn(one), QList{second});
        const QByteArray known
            = search("request_ids=" + first + "&request_ids=" + QByteArray(32, 'a') + "&request_ids=" + second);
        QVERIFY(isList(known));
        QCOMPARE(idsIn(known), (QList{first, second}));
        QByteArray eleven;
        for (int i = 0; i < 11; ++i)
            eleven += "request_ids=" + first + '&';
        QCOMPARE(search(eleven), error(18, "Too many request_ids provided"));
        QCOMPARE(search("request_id=" + QByteArray(32, 'a')), error(101, "No response found"));
    }

    // Section 1.5: the keys in their order, and the ends of running and ended requests.
    void aSearchHasItsKeysInOrder()
    {
        ApiRun run;
        const QByteArray id = run.start(Number, "workflow_id=4");
        const auto keys = [&] {
            QStringList names;
            const QString reply = QString::fromUtf8(run.search(id));
            const QRegularExpression name(u"[{,]\"([a-z_]+)\":(\"|\\[)"_s);
            int depth = 0;
            for (qsizetype i = 0; i < reply.size(); ++i) {
                const auto match = name.match(reply, i, QRegularExpression::NormalMatch,
                                              QRegularExpression::AnchorAtOffsetMatchOption);
                depth += reply[i] == u'[' ? 1 : reply[i] == u']' ? -1 : 0;
                if (match.hasMatch() && depth == 0)
                    names << match.captured(1);
            }
            return names.join(u' ');
        };
        const QString wanted = u"request_id account_id number sender_id date_submitted date_finalized checks "
                               "first_event_date last_event_date price currency status "
                               "estimated_price_messages_sent events"_s;
        QCOMPARE(keys(), wanted);
        QVERIFY(run.search(id).contains("\"date_finalized\":\"\""));
        run.advance(300s);
        QCOMPARE(keys(), wanted);
        const QByteArray expired = run.search(id);
        QVERIFY(expired.contains("\"date_finalized\":\"2026-11-23 14:05:00\""));
        QVERIFY(expired.contains("\"price\":\"0\"") && expired.contains("\"status\":\"EXPIRED\""));
        QCOMPARE(expired.count("\"type\":\"sms\""), 2);
    }

    // Section 1.6.
    void aControlNamesItsCommand()
    {
        ApiRun run;
        const QByteArray id = run.start(Number);
        QCOMPARE(run.control(id, "trigger_next_event"), "{\"status\":\"0\",\"command\":\"trigger_next_event\"}");
        const QByteArray other = run.start("447700900113");
        run.advance(30s);
        QCOMPARE(run.control(other, "cancel"), "{\"status\":\"0\",\"command\":\"cancel\"}");
        const RawReply xml
            = run.request("GET", "/verify/control/xml?" + Keys + "&cmd=trigger_next_event&request_id=" + id);
        QVERIFY2(xml.body.contains("<response><status>0</status><command>trigger_next_event</command></response>"),
                 xml.body.constData());
    }

    // Section 1.7: the payee's length, and the language that a payment has by itself.
    void aPaymentSpeaksBritishEnglishByItself()
    {
        ApiRun run;
        run.call("/verify/psd2/json", "number=33612345678&payee=exactly+18+letters&amount=5&workflow_id=6");
        const QString text = run.getArray("messages?number=33612345678")[0][u"text"_s].toString();
        QVERIFY2(text.contains(u"€5.00 to exactly 18 letters"_s), qPrintable(text));
    }

    // Section 3.1: when each workflow's messages are sent, and when it ends.
    void workflowsRunToTheirSeconds_data()
    {
        QTest::addColumn<int>("workflow");
        QTest::addColumn<QList<int>>("seconds"); // of the messages
        QTest::addColumn<QByteArray>("channels");
        QTest::addColumn<int>("end");
        QTest::newRow("3.1: 1") << 1 << QList{0, 125, 305} << "sms tts tts"_ba << 605;
        QTest::newRow("3.1: 2") << 2 << QList{0, 125, 305} << "sms sms tts"_ba << 605;
        QTest::newRow("3.1: 3") << 3 << QList{0, 150} << "tts tts"_ba << 300;
        QTest::newRow("3.1: 4") << 4 << QList{0, 120} << "sms sms"_ba << 300;
        QTest::newRow("3.1: 5") << 5 << QList{0, 120} << "sms tts"_ba << 300;
        QTest::newRow("3.1: 6") << 6 << QList{0} << "sms"_ba << 300;
        QTest::newRow("3.1: 7") << 7 << QList{0} << "tts"_ba << 300;
    }
    void workflowsRunToTheirSeconds()
    {
        QFETCH(int, workflow);
        QFETCH(QList<int>, seconds);
        QFETCH(QByteArray, channels);
        QFETCH(int, end);
        ApiRun run;
        const QByteArray id = run.start(Number, "workflow_id=" + QByteArray::number(workflow));
        int now = 0;
        const auto advanceTo = [&](int second) {
            run.advance(std::chrono::seconds(second - now));
            now = second;
        };
        const auto sent = [&] {
            QByteArrayList types;
            const QJsonObject reply = run.callObject("/verify/search/json", "request_id=" + id);
            for (const QJsonValue &event : reply[u"events"_s].toArray())
                types << event[u"type"_s].toString().toLatin1();
            return types;
        };
        for (qsizetype i = 1; i < seconds.size(); ++i) {
            advanceTo(seconds[i] - 1);
            QCOMPARE(sent().size(), i);
            advanceTo(seconds[i]);
            QCOMPARE(sent().size(), i + 1);
        }
        QCOMPARE(sent().join(' '), channels);
        advanceTo(end - 1);
        QVERIFY(run.search(id).contains("\"status\":\"IN PROGRESS\""));
        advanceTo(end);
        QVERIFY(run.search(id).contains("\"status\":\"EXPIRED\""));
    }

    // Section 3.2: the documented examples of workflow 1, as which PIN each message carries.
    void pinsFollowTheirRule_data()
    {
        QTest::addColumn<QByteArray>("timing");
        QTest::addColumn<int>("wait");
        QTest::addColumn<QList<int>>("pins");
        QTest::newRow("3.2: 360/120") << "pin_expiry=360&next_event_wait=120"_ba << 120 << QList{1, 1, 1};
        QTest::newRow("3.2: 240/120") << "pin_expiry=240&next_event_wait=120"_ba << 120 << QList{1, 1, 2};
        QTest::newRow("3.2: 120/120") << "pin_expiry=120&next_event_wait=120"_ba << 120 << QList{1, 2, 3};
        QTest::newRow("3.2: 90/120") << "pin_expiry=90&next_event_wait=120"_ba << 120 << QList{1, 2, 3};
        QTest::newRow("3.2: 200/120") << "pin_expiry=200&next_event_wait=120"_ba << 120 << QList{1, 2, 3};
        QTest::newRow("3.2: 120 alone") << "next_event_wait=120"_ba << 120 << QList{1, 1, 1};
    }
    void pinsFollowTheirRule()
    {
        QFETCH(QByteArray, timing);
        QFETCH(int, wait);
        QFETCH(QList<int>, pins);
        ApiRun run;
        const QByteArray id = run.start(Number, timing);
        run.advance(std::chrono::seconds(2 * wait));
        QList<int> generations;
        for (const QJsonValue &step : run.verification(id)[u"steps"_s].toArray())
            generations << step[u"pin_generation"_s].toInt();
        QCOMPARE(generations, pins);
    }
};

PINPATH_TEST(tst_VerifyRows, "tst_verifyrows")

} // namespace tst_verifyrows

#include "tst_verifyrows.moc"
