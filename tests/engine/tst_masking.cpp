// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/api/masking.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_masking {

using namespace engine;

const Masks masks({"topSecret1"});

QByteArray masked(const QByteArray &json)
{
    return QByteArray::fromStdString(masks.json(json.toStdString()).value_or("withheld"));
}

QByteArray form(const char *text)
{
    return QByteArray::fromStdString(masks.form(parseForm(text)));
}

// What is left out of kept exchanges.
class tst_Masking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonKeepsItsLayoutAndLosesItsSecrets_data();
    void jsonKeepsItsLayoutAndLosesItsSecrets();
    void whatIsNoJsonIsWithheld_data();
    void whatIsNoJsonIsWithheld();
    void formsLoseTheirSecrets();
    void ofUnknownHeadersOnlyTheNameIsKept();
    void bodiesAreCutBetweenCharacters();
};

void tst_Masking::jsonKeepsItsLayoutAndLosesItsSecrets_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("secret") << QByteArray(R"({ "brand": "Acme",  "api_secret":"x", "lg":null })")
                            << QByteArray(R"({ "brand": "Acme",  "api_secret":"***", "lg":null })");
    QTest::newRow("in capitals") << QByteArray(R"({"API_Secret":"x"})") << QByteArray(R"({"API_Secret":"***"})");
    QTest::newRow("escaped name") << QByteArray(R"({"api\u005fsecret":"x"})")
                                  << QByteArray(R"({"api\u005fsecret":"***"})");
    QTest::newRow("deep") << QByteArray(R"([{"pins":[{"pin":"4821","at":1}]}])")
                          << QByteArray(R"([{"pins":[{"pin":"***","at":1}]}])");
    QTest::newRow("a whole object") << QByteArray(R"({"code":{"a":["4821","}"]},"b":true})")
                                    << QByteArray(R"({"code":"***","b":true})");
    QTest::newRow("a number") << QByteArray(R"({"code":4821})") << QByteArray(R"({"code":"***"})");
    QTest::newRow("quotes inside") << QByteArray(R"({"text":"a \"b\" 4821","n":"\\"})")
                                   << QByteArray(R"({"text":"***","n":"\\"})");
    QTest::newRow("the secret as a value")
        << QByteArray(R"({"api_key":"topSecret1"})") << QByteArray(R"({"api_key":"***"})");
    QTest::newRow("the secret as a name") << QByteArray(R"({"topSecret1":1})") << QByteArray(R"({"***":1})");
    QTest::newRow("empty") << QByteArray(R"({"code":""})") << QByteArray(R"({"code":""})");
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("{}");
}

void tst_Masking::jsonKeepsItsLayoutAndLosesItsSecrets()
{
    QFETCH(QByteArray, json);
    QTEST(masked(json), "kept");
}

void tst_Masking::whatIsNoJsonIsWithheld_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"{'api_secret':'x'}", "{api_secret:\"x\"}", "{\"api_secret\":\"x", "{\"api_secret\" \"x\"}", "{\"a\":1}x",
          "{\"a\":1,}", "", "[1,]", "{\"a\":\"\\x\"}", "{\"a\\u00\":1}", "{\"a\":\"\n\"}"})
        QTest::newRow(json) << QByteArray(json);
    QTest::newRow("too deep") << QByteArray(100, '[') + QByteArray(100, ']');
}

void tst_Masking::whatIsNoJsonIsWithheld()
{
    QFETCH(QByteArray, json);
    QCOMPARE(masked(json), QByteArray("withheld"));
}

void tst_Masking::formsLoseTheirSecrets()
{
    QCOMPARE(form("api_key=a1&api_secret=x&sig=y&pin_code=4821&brand=A+%26+B"),
             QByteArray("api_key=a1&api_secret=***&sig=***&pin_code=***&brand=A%20%26%20B"));
    QCOMPARE(form("code=0000&code=4821&pin="), QByteArray("code=***&code=***&pin="));
    QCOMPARE(form("api_key=topSecret1"), QByteArray("api_key=***"));
    // JSON that is sent as a form.
    QCOMPARE(form("{\"api_secret\":\"x\"}"), QByteArray("***"));
}

void tst_Masking::ofUnknownHeadersOnlyTheNameIsKept()
{
    QCOMPARE(QByteArray::fromStdString(masks.headers(
                 {{"Host", "h"}, {"Authorization", "Basic eDp5"}, {"X-Anything", "z"}, {"User-Agent", "topSecret1"}})),
             QByteArray("Host: h\nAuthorization: ***\nX-Anything: ***\nUser-Agent: ***\n"));
}

void tst_Masking::bodiesAreCutBetweenCharacters()
{
    std::string text(MaxKeptText - 1, 'a');
    text += "\xC3\xA9"; // é
    const KeptBody body = keptBody(text, text.size());
    QCOMPARE(body.kind, KeptBody::Kind::Cut);
    QCOMPARE(body.text.size(), MaxKeptText - 1);
    QCOMPARE(body.bytes, MaxKeptText + 1);
    QCOMPARE(keptBody("{}", 2).kind, KeptBody::Kind::Whole);
    QCOMPARE(keptBody(std::nullopt, 2).kind, KeptBody::Kind::Withheld);
    QCOMPARE(keptBody("", 0).kind, KeptBody::Kind::Empty);
}

PINPATH_TEST(tst_Masking, "tst_masking")

} // namespace tst_masking

#include "tst_masking.moc"
