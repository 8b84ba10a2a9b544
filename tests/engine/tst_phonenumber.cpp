// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/phonenumber.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <phonenumbers/phonenumberutil.h>

#include <random>

namespace tst_phonenumber {

using namespace Qt::StringLiterals;
using engine::PhoneNumber;

// The country by the library's own reading of the number.
QString readCountry(PhoneNumber number)
{
    using Util = i18n::phonenumbers::PhoneNumberUtil;
    i18n::phonenumbers::PhoneNumber read;
    Util::GetInstance()->Parse("+" + number.toString().toStdString(), "ZZ", &read);
    std::string region;
    Util::GetInstance()->GetRegionCodeForNumber(read, &region);
    if (region.empty() || region == "ZZ")
        Util::GetInstance()->GetRegionCodeForCountryCode(read.country_code(), &region);
    return region == "ZZ" || region == "001" ? QString() : QString::fromStdString(region);
}

class tst_PhoneNumber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfOneNumberAreEqual();
    void peopleReadGroupsApartByBlanks_data();
    void peopleReadGroupsApartByBlanks();
    void aZeroThatBelongsToTheNumberStays();
    void aNumberThatIsReadAsAnotherOneIsRefused_data();
    void aNumberThatIsReadAsAnotherOneIsRefused();
    void whatIsAcceptedIsReadAsItselfInEverySpelling();
};

void tst_PhoneNumber::spellingsOfOneNumberAreEqual()
{
    const auto wanted = std::optional(PhoneNumber(447700900112));
    for (const QString &spelling :
         {u"+44 7700 900112"_s, u"447700900112"_s, u" 447700900112"_s, u"+44 (0)7700-900112"_s, u"+44 7700.900.112"_s})
        QVERIFY2(PhoneNumber::parse(spelling) == wanted, qPrintable(spelling));
    QVERIFY(PhoneNumber::parse(u"07700 900112", u"GB") == wanted);
}

void tst_PhoneNumber::peopleReadGroupsApartByBlanks_data()
{
    QTest::addColumn<quint64>("digits");
    QTest::addColumn<QString>("written");
    QTest::newRow("United Kingdom") << quint64(447700900112) << u"+44 7700 900112"_s;
    QTest::newRow("United States") << quint64(12025550142) << u"+1 202 555 0142"_s;
    QTest::newRow("Brazil") << quint64(5511961234567) << u"+55 11 96123 4567"_s;
    QTest::newRow("India") << quint64(919876543210) << u"+91 98765 43210"_s;
}

void tst_PhoneNumber::peopleReadGroupsApartByBlanks()
{
    QFETCH(quint64, digits);
    QTEST(PhoneNumber(digits).toInternational(), "written");
}

void tst_PhoneNumber::aZeroThatBelongsToTheNumberStays()
{
    QVERIFY(PhoneNumber::parse(u"+39 06 1234 5678") == std::optional(PhoneNumber(390612345678)));
}

void tst_PhoneNumber::aNumberThatIsReadAsAnotherOneIsRefused_data()
{
    QTest::addColumn<QString>("spelling");
    for (const QString &spelling : {u"+4400 7700 90011"_s, u"+44 0 0 7700 900112"_s, u"44007700900112"_s})
        QTest::addRow("%s", qPrintable(spelling)) << spelling;
}

void tst_PhoneNumber::aNumberThatIsReadAsAnotherOneIsRefused()
{
    QFETCH(QString, spelling);
    QVERIFY(!PhoneNumber::parse(spelling));
}

// Digits with zeros, signs and blanks thrown in, behind the calling codes of all shapes of numbering plans.
void tst_PhoneNumber::whatIsAcceptedIsReadAsItselfInEverySpelling()
{
    std::mt19937 random(20260101);
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    const QStringList codes{u"1"_s,   u"7"_s,   u"20"_s,  u"31"_s,  u"39"_s,  u"44"_s,  u"49"_s,  u"52"_s,  u"54"_s,
                            u"55"_s,  u"61"_s,  u"66"_s,  u"86"_s,  u"91"_s,  u"225"_s, u"242"_s, u"378"_s, u"380"_s,
                            u"505"_s, u"590"_s, u"672"_s, u"800"_s, u"878"_s, u"979"_s, u"00"_s,  u"0"_s};
    const QStringList countries{{}, u"GB"_s, u"IT"_s, u"AR"_s, u"MX"_s, u"US"_s, u"CI"_s};
    const QString filling = u"0000000123456789 -()./"_s;
    int accepted = 0;
    for (int i = 0; i < 12'000; ++i) {
        QString spelling = (upTo(2) == 0 ? QString() : u"+"_s) + codes.at(upTo(int(codes.size()) - 1));
        for (int length = upTo(13); length >= 0; --length)
            spelling += filling.at(upTo(int(filling.size()) - 1));
        const auto number = PhoneNumber::parse(spelling, countries.at(upTo(int(countries.size()) - 1)));
        if (!number)
            continue;
        ++accepted;
        QVERIFY2(PhoneNumber::parse(number->toString()) == number, qPrintable(spelling));
        QVERIFY2(PhoneNumber::parse(number->toInternational()) == number, qPrintable(spelling));
        QCOMPARE(number->country(), readCountry(*number)); // found
        QCOMPARE(number->country(), readCountry(*number)); // remembered
    }
    QVERIFY2(accepted > 1000, qPrintable(QString::number(accepted)));
}

PINPATH_TEST(tst_PhoneNumber, "tst_phonenumber")

} // namespace tst_phonenumber

#include "tst_phonenumber.moc"
