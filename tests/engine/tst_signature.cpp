// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/api/signature.h"
#include "tests/support/apirun.h"
#include "tests/support/testclass.h"

#include <QMessageAuthenticationCode>
#include <QTest>

namespace tst_signature {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ApiRun;

const QByteArray Now = "1795442400";
const QByteArray Bad = "{\"status\":\"4\",\"error_text\":\"Bad Credentials\"}";

QByteArray signature(const QByteArray &text, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
}

// The query of a signed start.
QByteArray signedStart(const QByteArray &timestamp, const QByteArray &secret = ApiRun::Secret)
{
    const QByteArray query = "api_key=" + ApiRun::Key + "&brand=Acme&number=447700900112&timestamp=" + timestamp;
    return query + "&sig=" + signature('&' + query, secret);
}

// Signed requests, as npm's nexmo 2.x sends them. Reference: verify-api.md, section 1.2.
class tst_Signature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMethodIsKnown_data();
    void everyMethodIsKnown();
    void whatSeparatesIsReplacedAndNamesAreSorted();
    void anEmptySecretSignsNothing();
    void aSignedRequestIsLetIn();
    void aSignatureMayStandInABody();
    void aSignatureIsForItsRequestAlone_data();
    void aSignatureIsForItsRequestAlone();
    void aSignatureIsGoodForFiveMinutes_data();
    void aSignatureIsGoodForFiveMinutes();
    void aSignatureMayHaveASecretOfItsOwn();
    void signedSearchesAreAnsweredInXml();
    void aSignatureIsNotKept();
};

void tst_Signature::everyMethodIsKnown_data()
{
    QTest::addColumn<QString>("sig");
    // Made with npm's nexmo 2.9.1.
    QTest::newRow("md5hash") << u"badab7936ae420fb7b8b4982b27bee2d"_s;
    QTest::newRow("md5") << u"104017afce867b6bea3f86dc83a50c40"_s;
    QTest::newRow("sha1") << u"8b5846f99a68feb206f56e17f716e6e7f0a0172c"_s;
    QTest::newRow("sha256") << u"9c1569e14a7ff4a2b8c24ce24396955daa3b6e7d44ca9215ac39f44c036a4cc1"_s;
    QTest::newRow("sha512")
        << u"7ad7fbc7323805c18ea2838450994ad0601157cab81f6a4a601faf75e67916c2b33f03e0924e37f86697ed4e8380b74218e5a081d687d0cdf7fa2b0c9d0566d6"_s;
}

void tst_Signature::everyMethodIsKnown()
{
    QFETCH(QString, sig);
    const SignedFields fields{{u"number"_s, u"447700900112"_s},
                              {u"api_key"_s, u"abc"_s},
                              {u"brand"_s, u"A&B=C \u00e9"_s},
                              {u"timestamp"_s, u"1795442400"_s},
                              {u"sig"_s, sig}};
    QVERIFY(isSignatureOf(sig, fields, u"sesame"_s));
    QVERIFY(isSignatureOf(sig.toUpper(), fields, u"sesame"_s));
    QVERIFY(!isSignatureOf(sig, fields, u"Sesame"_s));
    QVERIFY(!isSignatureOf(sig.chopped(1), fields, u"sesame"_s));
    QVERIFY(!isSignatureOf(QString(), fields, u"sesame"_s));
}

void tst_Signature::whatSeparatesIsReplacedAndNamesAreSorted()
{
    const QString sig = QString::fromLatin1(signature("&a=1_2_3&b=x", "k"));
    QVERIFY(isSignatureOf(sig, {{u"b"_s, u"x"_s}, {u"a"_s, u"1&2=3"_s}, {u"api_secret"_s, u""_s}}, u"k"_s));
    QVERIFY(!isSignatureOf(sig, {{u"b"_s, u"x"_s}, {u"a"_s, u"1&2=4"_s}}, u"k"_s));
}

void tst_Signature::anEmptySecretSignsNothing()
{
    QVERIFY(!isSignatureOf(QString::fromLatin1(signature("&a=1", "")), {{u"a"_s, u"1"_s}}, QString()));
}

void tst_Signature::aSignedRequestIsLetIn()
{
    ApiRun run;
    const QByteArray reply = run.request("GET", "/verify/json?" + signedStart(Now)).body;
    QVERIFY2(reply.endsWith("\"status\":\"0\"}"), reply.constData());
}

void tst_Signature::aSignatureMayStandInABody()
{
    ApiRun run;
    const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";
    QVERIFY(run.request("POST", "/verify/json", signedStart(Now), form).body.endsWith("\"status\":\"0\"}"));
}

void tst_Signature::aSignatureIsForItsRequestAlone_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray right = signedStart(Now);
    const QByteArray incomplete
        = "{\"status\":\"2\",\"error_text\":\"Your request is incomplete and missing some mandatory parameters\"}";
    QTest::newRow("another value") << QByteArray(right).replace("900112", "900113") << Bad;
    QTest::newRow("a parameter more") << right + "&lg=en-gb" << Bad;
    QTest::newRow("a parameter twice") << "number=447700900113&" + right << Bad;
    QTest::newRow("another secret") << signedStart(Now, "guess") << Bad;
    QTest::newRow("another key") << QByteArray(right).replace(ApiRun::Key, "deadbeef") << Bad;
    QTest::newRow("no hex") << QByteArray(right).replace("sig=", "sig=z") << Bad;
    QTest::newRow("a wrong secret beside it") << right + "&api_secret=guess" << Bad;
    QTest::newRow("no key") << QByteArray(right).replace(QByteArray("api_key=" + ApiRun::Key + '&'), "")
                            << "{\"status\":\"2\",\"error_text\":\"Missing api_key\"}"_ba;
    QTest::newRow("no date") << QByteArray(right).replace(QByteArray("timestamp=" + Now + '&'), "") << incomplete;
    QTest::newRow("an empty signature") << right.left(right.indexOf("sig=") + 4) << incomplete;
}

void tst_Signature::aSignatureIsForItsRequestAlone()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, reply);
    ApiRun run;
    QCOMPARE(run.request("GET", "/verify/json?" + query).body, reply);
}

void tst_Signature::aSignatureIsGoodForFiveMinutes_data()
{
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("five minutes old") << "1795442100"_ba << true;
    QTest::newRow("older") << "1795442099"_ba << false;
    QTest::newRow("five minutes ahead") << "1795442700"_ba << true;
    QTest::newRow("further ahead") << "1795442701"_ba << false;
    QTest::newRow("no number") << "now"_ba << false;
    QTest::newRow("beyond all numbers") << "99999999999999999999"_ba << false;
}

void tst_Signature::aSignatureIsGoodForFiveMinutes()
{
    QFETCH(QByteArray, timestamp);
    QFETCH(bool, isTaken);
    ApiRun run;
    run.advance(24h); // the engine's clock is none of the client's business
    const QByteArray reply = run.request("GET", "/verify/json?" + signedStart(timestamp)).body;
    QCOMPARE(reply != Bad, isTaken);
}

void tst_Signature::aSignatureMayHaveASecretOfItsOwn()
{
    ApiRun run({.signatureSecret = u"another"_s});
    QCOMPARE(run.request("GET", "/verify/json?" + signedStart(Now)).body, Bad);
    QVERIFY(run.request("GET", "/verify/json?" + signedStart(Now, "another")).body.endsWith("\"status\":\"0\"}"));
    QVERIFY(!run.start("447700900113").isEmpty()); // the api_secret lets in as ever
}

void tst_Signature::signedSearchesAreAnsweredInXml()
{
    ApiRun run;
    const QByteArray id = run.start("447700900112");
    const QByteArray query = "api_key=" + ApiRun::Key + "&request_id=" + id + "&timestamp=" + Now;
    const QByteArray reply
        = run.request("GET", "/verify/search/xml?" + query + "&sig=" + signature('&' + query, ApiRun::Secret)).body;
    QVERIFY2(reply.contains(QByteArray("<verify_request><request_id>" + id)), reply.constData());
}

void tst_Signature::aSignatureIsNotKept()
{
    ApiRun run;
    run.request("GET", "/verify/json?" + signedStart(Now));
    const std::string kept = run.server->exchanges().after(0).added.back()->query;
    QVERIFY(QByteArray::fromStdString(kept).endsWith("&sig=***"));
}

PINPATH_TEST(tst_Signature, "tst_signature")

} // namespace tst_signature

#include "tst_signature.moc"
