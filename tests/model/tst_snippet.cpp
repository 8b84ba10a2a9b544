// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/snippet/snippet.h"
#include "model/snippet/snippetparameters.h"
#include "model/timeline/timelinetext.h"
#include "model/words/numberwords.h"
#include "tests/support/testclass.h"

#include <QTest>

namespace tst_snippet {

using namespace Qt::StringLiterals;
using model::SnippetLanguage;

const QString Address = u"http://127.0.0.1:8460"_s;

engine::Record record(const QString &text = u"a wf4 sms@0 now@20"_s)
{
    engine::Record record = *model::timelineFromText(text).front().record;
    record.request.senderId = u"VERIFY"_s;
    record.request.account = u"a1b2c3d4"_s;
    return record;
}

QStringList written(const engine::Record &record)
{
    QStringList lines;
    for (const model::SnippetParameter &parameter : model::snippetParameters(record, {}))
        lines << parameter.name + u'=' + parameter.value;
    return lines;
}

class tst_Snippet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatTheApiDoesNotTakeByItselfIsSent();
    void waitsAndLivesAreSentAsTheyWereAskedFor();
    void anOwnPinIsSentInPlaceOfItsLength();
    void aMaskedNumberStaysMasked();
    void everyLanguageHasTheWholeFlowAndNoSecret_data();
    void everyLanguageHasTheWholeFlowAndNoSecret();
    void eachClientIsPointedAtTheApi();
    void whereAnSdkSpeaksHttpsOnlyTheSnippetSaysSo();
    void quotesInABrandEndNoText();
    void aPlaceInABrandIsNotFilled();
};

void tst_Snippet::onlyWhatTheApiDoesNotTakeByItselfIsSent()
{
    QCOMPARE(written(record()),
             QStringList({u"number=447700900177"_s, u"brand=Acme"_s, u"workflow_id=4"_s, u"lg=en-gb"_s}));
    engine::Record other = record();
    other.request.senderId = u"Acme Bank"_s;
    other.request.codeLength = 6;
    QVERIFY(written(other).contains(u"sender_id=Acme Bank"_s));
    QVERIFY(written(other).contains(u"code_length=6"_s));
}

void tst_Snippet::waitsAndLivesAreSentAsTheyWereAskedFor()
{
    const QStringList lines = written(record(u"a wf1 wait=120 pin=240 sms@0 now@20"_s));
    QVERIFY(lines.contains(u"next_event_wait=120"_s));
    QVERIFY(lines.contains(u"pin_expiry=240"_s));
    QVERIFY(!written(record(u"a wf1 wait=120 sms@0 now@20"_s)).contains(u"next_event_wait=300"_s));
}

void tst_Snippet::anOwnPinIsSentInPlaceOfItsLength()
{
    engine::Record own = record();
    own.request.sealedPin = "sealed";
    own.request.codeLength = 6;
    QVERIFY(written(own).contains(u"pin_code=4821"_s));
    QVERIFY(!written(own).contains(u"code_length=6"_s));
}

void tst_Snippet::aMaskedNumberStaysMasked()
{
    model::NumberMask mask;
    mask.setOn(true);
    for (const SnippetLanguage language : model::SnippetLanguages) {
        const QString text = model::snippet(language, record(), mask, Address);
        QVERIFY(!text.contains(u"447700900177"));
        QVERIFY(text.contains(u"44xxxxxxx177"));
        QVERIFY(text.contains(u"The number is masked"));
    }
}

void tst_Snippet::everyLanguageHasTheWholeFlowAndNoSecret_data()
{
    QTest::addColumn<int>("language");
    for (const SnippetLanguage language : model::SnippetLanguages)
        QTest::addRow("%s", qPrintable(model::snippetName(language))) << int(language);
}

void tst_Snippet::everyLanguageHasTheWholeFlowAndNoSecret()
{
    QFETCH(int, language);
    const QString text = model::snippet(SnippetLanguage(language), record(), {}, Address);
    for (const QString &part : {u"447700900177"_s, u"Acme"_s, u"en-gb"_s, u"a1b2c3d4"_s, u"VERIFY_API_SECRET"_s,
                                u"trigger"_s, u"cancel"_s, u"check"_s, u"search"_s, u"/console/v1/verifications/"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    for (const QString &place : {u"{address}"_s, u"{host}"_s, u"{port}"_s, u"{key}"_s, u"{parameters}"_s, u"{masked}"_s,
                                 u"{secret}"_s, u"{secretNote}"_s})
        QVERIFY2(!text.contains(place), qPrintable(place));
    for (const QString &line : text.split(u'\n'))
        QVERIFY2(line == line.trimmed() || line.startsWith(u' '), qPrintable(line));
    QVERIFY(text.endsWith(u'\n'));
    const QString shown = model::snippet(SnippetLanguage(language), record(), {}, Address, u"s3cr'et"_s);
    QVERIFY(!shown.contains(u"VERIFY_API_SECRET"_s));
    QCOMPARE(shown.count(u"s3cr"_s), 1);
    QVERIFY(shown.contains(u"The secret stands below"_s));
}

void tst_Snippet::eachClientIsPointedAtTheApi()
{
    const auto text = [](SnippetLanguage language) { return model::snippet(language, record(), {}, Address); };
    QVERIFY(text(SnippetLanguage::Curl).contains(u"api='http://127.0.0.1:8460'\n"));
    QVERIFY(text(SnippetLanguage::NodeNexmo).contains(u"{ apiHost: '127.0.0.1', port: 8460 }"));
    QVERIFY(text(SnippetLanguage::NodeVonage).contains(u"{ apiHost: 'http://127.0.0.1:8460' }"));
    QVERIFY(text(SnippetLanguage::NodeVonage).contains(u"workflowId: 4,"));
    QVERIFY(text(SnippetLanguage::Python).contains(u"API = 'http://127.0.0.1:8460'\n"));
    QVERIFY(text(SnippetLanguage::Php).contains(u"const API = 'http://127.0.0.1:8460';"));
}

void tst_Snippet::whereAnSdkSpeaksHttpsOnlyTheSnippetSaysSo()
{
    const QString python = model::snippet(SnippetLanguage::Python, record(), {}, Address);
    QVERIFY(python.contains(u"SDKs for Python and for Ruby cannot be used here: they always speak https"));
}

void tst_Snippet::quotesInABrandEndNoText()
{
    engine::Record sly = record();
    sly.request.brand = u"O'Neil\\'s"_s;
    const auto text = [&](SnippetLanguage language) { return model::snippet(language, sly, {}, Address); };
    QVERIFY(text(SnippetLanguage::Curl).contains(u"--data-urlencode 'brand=O'\\''Neil\\'\\''s' \\\n"));
    for (const SnippetLanguage language : {SnippetLanguage::NodeNexmo, SnippetLanguage::Python, SnippetLanguage::Php})
        QVERIFY(text(language).contains(u"'O\\'Neil\\\\\\'s',\n"));
    sly.request.brand = u"two\nlines"_s;
    QVERIFY(text(SnippetLanguage::Python).contains(u"'two\\nlines'"));
}

void tst_Snippet::aPlaceInABrandIsNotFilled()
{
    engine::Record sly = record();
    sly.request.brand = u"{key}"_s;
    QVERIFY(model::snippet(SnippetLanguage::Python, sly, {}, Address).contains(u"brand='{key}',\n"));
}

PINPATH_TEST(tst_Snippet, "tst_snippet")

} // namespace tst_snippet

#include "tst_snippet.moc"
