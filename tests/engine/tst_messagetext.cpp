// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/message/locale.h"
#include "engine/message/messagetext.h"
#include "tests/support/testclass.h"

#include <QSet>
#include <QTest>

namespace tst_messagetext {

using namespace engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::vector<SpokenWord> fourDigits()
{
    return spoken(u"en-gb"_s, u"Acme"_s, u"4821"_s, 300s);
}

QStringList wordsOfPin(const QString &pin)
{
    QStringList words;
    for (const SpokenWord &word : spoken(u"en-gb"_s, u"Acme 24"_s, pin, 300s)) {
        if (word.isOfPin)
            words << word.text;
    }
    return words;
}

class tst_MessageText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anSmsNamesBrandPinAndValidity();
    void validityIsToldInWholeMinutesThatAreKept_data();
    void validityIsToldInWholeMinutesThatAreKept();
    void whatABrandSaysIsNotFilledIn();
    void everyLocaleHasAText();
    void aCallSaysThePinTwiceCharacterByCharacter();
    void aCallIsReadAsOneText();
    void aHyphenOfACustomPinHasAName();
    void leadingZerosAreKept();
    void wordsFollowOneAnotherInTime();
    void aLongerPinTakesLonger();

    void sixLanguagesHaveTheirOwnTexts_data();
    void sixLanguagesHaveTheirOwnTexts();
    void amountsAreToldAsPeopleTellThem_data();
    void amountsAreToldAsPeopleTellThem();
    void thereAreThirtyNineLocales();
    void onlyTheExactNameOfALocaleIsOne_data();
    void onlyTheExactNameOfALocaleIsOne();
    void aCountryHasItsLocale_data();
    void aCountryHasItsLocale();
};

void tst_MessageText::anSmsNamesBrandPinAndValidity()
{
    QCOMPARE(smsText(u"en-us"_s, u"Acme"_s, u"4821"_s, 300s), u"Acme code: 4821. Valid for 5 minutes."_s);
}

void tst_MessageText::validityIsToldInWholeMinutesThatAreKept_data()
{
    QTest::addColumn<int>("pinExpiry");
    QTest::addColumn<QString>("ending");
    QTest::newRow("60") << 60 << u"Valid for 1 minute."_s;
    QTest::newRow("119: not two") << 119 << u"Valid for 1 minute."_s;
    QTest::newRow("120") << 120 << u"Valid for 2 minutes."_s;
    QTest::newRow("3600") << 3600 << u"Valid for 60 minutes."_s;
    QTest::newRow("1: at least one") << 1 << u"Valid for 1 minute."_s;
}

void tst_MessageText::validityIsToldInWholeMinutesThatAreKept()
{
    QFETCH(const int, pinExpiry);
    QFETCH(const QString, ending);
    const QString sms = smsText(u"en-gb"_s, u"Acme"_s, u"4821"_s, seconds(pinExpiry));
    QVERIFY2(sms.endsWith(ending), qPrintable(sms));
    const QString call = spokenText(u"en-gb"_s, u"Acme"_s, u"4821"_s, seconds(pinExpiry));
    QVERIFY2(call.contains(ending.toLower()), qPrintable(call));
}

void tst_MessageText::whatABrandSaysIsNotFilledIn()
{
    QCOMPARE(smsText(u"en-us"_s, u"${pin} %1"_s, u"4821"_s, 300s), u"${pin} %1 code: 4821. Valid for 5 minutes."_s);
    QVERIFY(spokenText(u"en-us"_s, u":):)"_s, u"4821"_s, 300s).contains(u"code for :):): 4, 8, 2, 1."_s));
    QVERIFY(spokenText(u"en-us"_s, u"${pin} %1"_s, u"4821"_s, 300s).contains(u"code for ${pin} %1: 4, 8, 2, 1."_s));
}

void tst_MessageText::everyLocaleHasAText()
{
    for (const QString &locale : locales()) {
        const QString sms = smsText(locale, u"Acme"_s, u"4821"_s, 300s);
        QVERIFY2(sms.contains(u"Acme"_s) && sms.contains(u"4821"_s) && !sms.contains(u'$'), qPrintable(locale));
        QVERIFY2(!spoken(locale, u"Acme"_s, u"4821"_s, 300s).empty(), qPrintable(locale));
    }
}

void tst_MessageText::sixLanguagesHaveTheirOwnTexts_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("sms");
    QTest::addColumn<QString>("greeting");
    QTest::newRow("en") << u"en-in"_s << u"Acme code: 4821. Valid for 5 minutes."_s << u"Hello."_s;
    QTest::newRow("es") << u"es-mx"_s << u"Código de Acme: 4821. Válido durante 5 minutos."_s << u"Hola."_s;
    QTest::newRow("fr") << u"fr-ca"_s << u"Code Acme : 4821. Valable 5 minutes."_s << u"Bonjour."_s;
    QTest::newRow("de") << u"de-de"_s << u"Acme-Code: 4821. 5 Minuten gültig."_s << u"Guten Tag."_s;
    QTest::newRow("it") << u"it-it"_s << u"Codice Acme: 4821. Valido per 5 minuti."_s << u"Salve."_s;
    QTest::newRow("pt") << u"pt-br"_s << u"Código Acme: 4821. Válido por 5 minutos."_s << u"Olá."_s;
    QTest::newRow("another") << u"ja-jp"_s << u"Acme code: 4821. Valid for 5 minutes."_s << u"Hello."_s;
}

void tst_MessageText::sixLanguagesHaveTheirOwnTexts()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, sms);
    QFETCH(const QString, greeting);
    QCOMPARE(smsText(locale, u"Acme"_s, u"4821"_s, 300s), sms);
    const QString call = spokenText(locale, u"Acme"_s, u"4821"_s, 300s);
    QVERIFY2(call.startsWith(greeting) && call.count(u"4, 8, 2, 1."_s) == 2, qPrintable(call));
    QVERIFY(smsText(locale, u"Acme"_s, u"4821"_s, 60s).contains(u" 1 Minut"_s, Qt::CaseInsensitive));
}

void tst_MessageText::amountsAreToldAsPeopleTellThem_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("said");
    QTest::newRow("en") << u"en-gb"_s << u"12.50"_s << u"€12.50"_s << u"12 euros and 50 cents"_s;
    QTest::newRow("one of each") << u"en-gb"_s << u"1.01"_s << u"€1.01"_s << u"1 euro and 1 cent"_s;
    QTest::newRow("one decimal") << u"en-gb"_s << u"7.5"_s << u"€7.50"_s << u"7 euros and 50 cents"_s;
    QTest::newRow("whole") << u"en-gb"_s << u"007"_s << u"€7.00"_s << u"7 euros to"_s;
    QTest::newRow("de") << u"de-de"_s << u"12.50"_s << u"12,50 €"_s << u"12 Euro und 50 Cent"_s;
    QTest::newRow("es") << u"es-es"_s << u"1.20"_s << u"1,20 €"_s << u"1 euro con 20 céntimos"_s;
    QTest::newRow("it") << u"it-it"_s << u"2.01"_s << u"2,01 €"_s << u"2 euro e 1 centesimo"_s;
    QTest::newRow("in English elsewhere") << u"nl-nl"_s << u"2"_s << u"€2.00"_s << u"2 euros to"_s;
}

void tst_MessageText::amountsAreToldAsPeopleTellThem()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, amount);
    QFETCH(const QString, written);
    QFETCH(const QString, said);
    const QString sms = smsText(locale, u"Acme"_s, u"4821"_s, 300s, amount);
    QVERIFY2(sms.contains(written) && sms.contains(u"Acme"_s) && sms.contains(u"4821"_s), qPrintable(sms));
    const QString call = spokenText(locale, u"Acme"_s, u"4821"_s, 300s, amount);
    QVERIFY2(call.contains(said), qPrintable(call));
}

void tst_MessageText::aCallSaysThePinTwiceCharacterByCharacter()
{
    QCOMPARE(wordsOfPin(u"4821"_s),
             (QStringList{u"4,"_s, u"8,"_s, u"2,"_s, u"1."_s, u"4,"_s, u"8,"_s, u"2,"_s, u"1."_s}));
}

void tst_MessageText::aCallIsReadAsOneText()
{
    QCOMPARE(spokenText(u"en-gb"_s, u"Acme"_s, u"4821"_s, 300s),
             u"Hello. Please enter the code for Acme: 4, 8, 2, 1. Once more, your code is: 4, 8, 2, 1. "
             "It is valid for 5 minutes. Goodbye."_s);
}

void tst_MessageText::aHyphenOfACustomPinHasAName()
{
    QCOMPARE(wordsOfPin(u"AK-3"_s).mid(0, 4), (QStringList{u"A,"_s, u"K,"_s, u"dash,"_s, u"3."_s}));
}

void tst_MessageText::leadingZerosAreKept()
{
    QVERIFY(smsText(u"en-us"_s, u"Acme"_s, u"0042"_s, 300s).contains(u"code: 0042."_s));
    QCOMPARE(wordsOfPin(u"0042"_s).mid(0, 2), (QStringList{u"0,"_s, u"0,"_s}));
}

void tst_MessageText::wordsFollowOneAnotherInTime()
{
    const auto words = fourDigits();
    QCOMPARE(words.front().at.count(), 1000); // a second of silence first
    for (std::size_t i = 0; i < words.size(); ++i) {
        QVERIFY(words[i].lasts > 0ms);
        if (i > 0)
            QVERIFY(words[i].at > words[i - 1].at + words[i - 1].lasts);
    }
    QVERIFY(spokenDuration(words) == words.back().at + words.back().lasts);
    QVERIFY(spokenDuration(words) > 10s && spokenDuration(words) < 30s); // as calls are
}

void tst_MessageText::aLongerPinTakesLonger()
{
    QVERIFY(spokenDuration(spoken(u"en-gb"_s, u"Acme"_s, u"482135"_s, 300s)) > spokenDuration(fourDigits()) + 2s);
}

void tst_MessageText::thereAreThirtyNineLocales()
{
    const QStringList all = locales();
    QCOMPARE(all.size(), 39);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 39);
    for (const QString &locale : all)
        QVERIFY(isLocale(locale));
}

void tst_MessageText::onlyTheExactNameOfALocaleIsOne_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"", "en", "en_us", "EN-US", "en-us ", "en-xx", "bg-bg"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_MessageText::onlyTheExactNameOfALocaleIsOne()
{
    QFETCH(const QString, name);
    QVERIFY(!isLocale(name));
}

void tst_MessageText::aCountryHasItsLocale_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("locale");
    const auto row = [](const char *country, const char *locale) {
        QTest::newRow(country) << QString::fromLatin1(country) << QString::fromLatin1(locale);
    };
    row("GB", "en-gb");
    row("US", "en-us");
    row("IN", "en-in");
    row("DE", "de-de");
    row("AT", "de-de");
    row("MX", "es-mx");
    row("AR", "es-mx");
    row("ES", "es-es");
    row("BR", "pt-br");
    row("CN", "zh-cn");
    row("TW", "zh-tw");
    row("HK", "yue-cn");
    row("SA", "ar-xa");
    row("NO", "nb-no");
    row("PH", "fil-ph");
    row("CY", "el-gr"); // Cyprus; "cy" among the locales is Welsh
    row("BG", "en-us"); // no locale of its own
    row("", "en-us"); // a number without a country
    row("E ", "en-us");
    row(" B", "en-us");
}

void tst_MessageText::aCountryHasItsLocale()
{
    QFETCH(const QString, country);
    QFETCH(const QString, locale);
    QCOMPARE(localeForCountry(country), locale);
    QVERIFY(isLocale(localeForCountry(country)));
}

PINPATH_TEST(tst_MessageText, "tst_messagetext")

} // namespace tst_messagetext

#include "tst_messagetext.moc"
