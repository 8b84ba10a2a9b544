// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/apirun.h"
#include "tests/support/testclass.h"
#include "tests/support/verifyreplies.h"

#include <QJsonDocument>
#include <QTest>

namespace tst_payments {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;
using tests::error;
using tests::invalid;
using tests::missing;

const QByteArray Number = "447700900112";

// Payments that are confirmed with a PIN, /verify/psd2/json. Reference: verify-api.md, section 1.7.
class tst_Payments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPaymentIsVerifiedLikeAnyRequest();
    void aPaymentIsTakenFromQueriesAndJson();
    void parametersOfAPaymentAreWorded_data();
    void parametersOfAPaymentAreWorded();
    void amountsAreEuros_data();
    void amountsAreEuros();
    void aPaymentHasLanguagesOfItsOwn();
    void aPaymentHasNeitherSenderNorPin();
    void aPaymentCountsAsConcurrent();
    void aPaymentsMessagesNameTheAmount();
    void thereAreNoPaymentsInXml();
};

void tst_Payments::aPaymentIsVerifiedLikeAnyRequest()
{
    ApiRun run;
    const QJsonObject started
        = run.callObject("/verify/psd2/json", "number=" + Number + "&payee=Acme&amount=12.50&workflow_id=4");
    QCOMPARE(started.keys(), QStringList({u"request_id"_s, u"status"_s}));
    QCOMPARE(started[u"status"_s].toString(), u"0"_s);
    const QByteArray id = started[u"request_id"_s].toString().toLatin1();
    QCOMPARE(run.verification(id)[u"brand"_s].toString(), u"Acme"_s);
    QCOMPARE(run.verification(id)[u"workflow_id"_s].toInt(), 4);
    QVERIFY(run.check(id, run.pin(Number)).contains("\"status\":\"0\""));
}

void tst_Payments::aPaymentIsTakenFromQueriesAndJson()
{
    ApiRun run;
    const QByteArray basic = ApiRun::basic(ApiRun::Key, ApiRun::Secret);
    QVERIFY(run.request("GET", "/verify/psd2/json?number=447700900112&payee=Acme&amount=5", {}, basic)
                .body.contains("\"status\":\"0\""));
    QVERIFY(run.request("POST", "/verify/psd2/json", R"({"number":"447700900113","payee":"Acme","amount":5.25})",
                        basic + "Content-Type: application/json\r\n")
                .body.contains("\"status\":\"0\""));
}

void tst_Payments::parametersOfAPaymentAreWorded_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray rest = "&number=447700900112&payee=Acme&amount=1";
    QTest::newRow("all is missing") << QByteArray() << missing("number");
    QTest::newRow("no payee") << "amount=1&number=" + Number << missing("payee");
    QTest::newRow("a brand is no payee") << "brand=Acme&amount=1&number=" + Number << missing("payee");
    QTest::newRow("no amount") << "payee=Acme&number=" + Number << missing("amount");
    QTest::newRow("missing before invalid") << "payee=Acme&number=x"_ba << missing("amount");
    QTest::newRow("a bad number") << "payee=Acme&amount=x&number=x"_ba << invalid("number");
    QTest::newRow("a long payee") << "payee=nineteen+characters&amount=1&number=" + Number
                                  << invalid("payee. Parameter is too long.");
    QTest::newRow("a country") << "country=RUS" + rest << invalid("country");
    QTest::newRow("a code length") << "code_length=5" + rest << invalid("code_length. The allowed values are 4 and 6.");
    QTest::newRow("a language of verifications alone") << "lg=en-us" + rest << invalid("lg");
    QTest::newRow("a PIN's life") << "pin_expiry=59" + rest << invalid("pin_expiry");
    QTest::newRow("a wait") << "next_event_wait=901" + rest << invalid("next_event_wait");
    QTest::newRow("a workflow") << "workflow_id=8" + rest << invalid("workflow_id");
}

void tst_Payments::parametersOfAPaymentAreWorded()
{
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, reply);
    ApiRun run;
    QCOMPARE(run.call("/verify/psd2/json", form), reply);
}

void tst_Payments::amountsAreEuros_data()
{
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<bool>("isTaken");
    for (const char *amount : {"1", "0.5", "12.50", "007", "999999999.99"})
        QTest::newRow(amount) << QByteArray(amount) << true;
    for (const char *amount :
         {"-1", "+1", "1,50", "1.", ".5", "1.505", "1e3", "1.2.3", "free", "1000000000", "%E2%82%AC5"})
        QTest::newRow(amount) << QByteArray(amount) << false;
}

void tst_Payments::amountsAreEuros()
{
    QFETCH(QByteArray, amount);
    QFETCH(bool, isTaken);
    ApiRun run;
    const QByteArray reply = run.call("/verify/psd2/json", "number=" + Number + "&payee=Acme&amount=" + amount);
    if (isTaken)
        QVERIFY2(reply.contains("\"status\":\"0\""), reply.constData());
    else
        QCOMPARE(reply, invalid("amount"));
}

void tst_Payments::aPaymentHasLanguagesOfItsOwn()
{
    ApiRun run;
    for (const char *locale :
         {"en-gb", "bg-bg", "cs-cz", "da-dk", "de-de", "ee-et", "el-gr", "es-es", "fi-fi", "fr-fr", "ga-ie",
          "hu-hu", "it-it", "lv-lv", "lt-lt", "mt-mt", "nl-nl", "pl-pl", "sk-sk", "sl-si", "sv-se"}) {
        const QJsonObject started
            = run.callObject("/verify/psd2/json", "number=" + Number + "&payee=Acme&amount=1&lg=" + locale);
        QCOMPARE(started[u"status"_s].toString(), u"0"_s);
        QVERIFY(!run.pin(Number).isEmpty());
        run.check(started[u"request_id"_s].toString().toLatin1(), run.pin(Number));
    }
    QCOMPARE(run.call("/verify/json", "number=" + Number + "&brand=Acme&lg=bg-bg"), invalid("lg"));
}

void tst_Payments::aPaymentHasNeitherSenderNorPin()
{
    ApiRun run;
    const QJsonObject started
        = run.callObject("/verify/psd2/json",
                         "number=" + Number + "&payee=Acme&amount=1&sender_id=a-sender-that-is-too-long&pin_code=x");
    QCOMPARE(started[u"status"_s].toString(), u"0"_s);
    QVERIFY(run.search(started[u"request_id"_s].toString().toLatin1()).contains("\"sender_id\":\"verify\""));
    QCOMPARE(run.pin(Number).size(), 4);
}

void tst_Payments::aPaymentCountsAsConcurrent()
{
    ApiRun run;
    const QByteArray id = run.start(Number);
    QCOMPARE(run.call("/verify/psd2/json", "number=" + Number + "&payee=Acme&amount=1"),
             "{\"request_id\":\"" + id
                 + "\",\"status\":\"10\",\"error_text\":\"Concurrent verifications to the same number are not "
                   "allowed\"}");
}

void tst_Payments::aPaymentsMessagesNameTheAmount()
{
    ApiRun run;
    run.call("/verify/psd2/json", "number=" + Number + "&payee=Acme&amount=12.5&workflow_id=5&pin_expiry=60");
    const QString pin = QString::fromLatin1(run.pin(Number));
    run.advance(120s);
    const QJsonArray messages = run.getArray("messages?number=" + Number);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0][u"text"_s].toString(),
             u"Code %1 confirms your payment of €12.50 to Acme. Valid for 1 minute."_s.arg(pin));
    const QString call = messages[1][u"text"_s].toString();
    QVERIFY2(call.contains(u"your payment of 12 euros and 50 cents to Acme,"_s), qPrintable(call));

    run.call("/verify/psd2/json", "number=447700900113&payee=Acme&amount=7&workflow_id=6&lg=fr-fr");
    const QString french = run.getArray("messages?number=447700900113")[0][u"text"_s].toString();
    QVERIFY2(french.contains(u"votre paiement de 7,00 € à Acme"_s), qPrintable(french));
}

void tst_Payments::thereAreNoPaymentsInXml()
{
    ApiRun run;
    QCOMPARE(run.call("/verify/psd2/xml", "number=" + Number + "&payee=Acme&amount=1"), "HTTP 404");
    QCOMPARE(run.request("DELETE", "/verify/psd2/json").status, 403);
}

PINPATH_TEST(tst_Payments, "tst_payments")

} // namespace tst_payments

#include "tst_payments.moc"
