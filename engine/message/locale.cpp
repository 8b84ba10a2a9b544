// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/message/locale.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

struct Locale {
    QLatin1StringView name;
    QLatin1StringView countries; // where it is the default
};

constexpr Locale all[]{
    {"ar-xa"_L1, "AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE"_L1},
    {"cs-cz"_L1, "CZ"_L1},
    {"cy-cy"_L1, ""_L1},
    {"cy-gb"_L1, ""_L1},
    {"da-dk"_L1, "DK FO GL"_L1},
    {"de-de"_L1, "AT CH DE LI"_L1},
    {"el-gr"_L1, "CY GR"_L1},
    {"en-au"_L1, "AU NZ"_L1},
    {"en-gb"_L1, "GB GG GI IE IM JE MT"_L1},
    {"en-in"_L1, "IN"_L1},
    {"en-us"_L1, "CA US"_L1},
    {"es-es"_L1, "AD ES GQ"_L1},
    {"es-mx"_L1, "AR BO CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE"_L1},
    {"es-us"_L1, "PR"_L1},
    {"fi-fi"_L1, "AX FI"_L1},
    {"fil-ph"_L1, "PH"_L1},
    {"fr-ca"_L1, ""_L1},
    {"fr-fr"_L1, "BF BJ BL CD CG CI CM FR GA GF GN GP HT LU MC MF ML MQ NC NE PF PM RE SN TD TG WF YT"_L1},
    {"hi-in"_L1, ""_L1},
    {"hu-hu"_L1, "HU"_L1},
    {"id-id"_L1, "ID"_L1},
    {"is-is"_L1, "IS"_L1},
    {"it-it"_L1, "IT SM VA"_L1},
    {"ja-jp"_L1, "JP"_L1},
    {"ko-kr"_L1, "KR"_L1},
    {"nb-no"_L1, "NO SJ"_L1},
    {"nl-nl"_L1, "AW BE BQ CW NL SR"_L1},
    {"pl-pl"_L1, "PL"_L1},
    {"pt-br"_L1, "BR"_L1},
    {"pt-pt"_L1, "AO CV GW MZ PT ST TL"_L1},
    {"ro-ro"_L1, "MD RO"_L1},
    {"ru-ru"_L1, "BY KG KZ RU"_L1},
    {"sv-se"_L1, "SE"_L1},
    {"th-th"_L1, "TH"_L1},
    {"tr-tr"_L1, "TR"_L1},
    {"vi-vn"_L1, "VN"_L1},
    {"yue-cn"_L1, "HK MO"_L1},
    {"zh-cn"_L1, "CN"_L1},
    {"zh-tw"_L1, "TW"_L1},
};

} // namespace

QStringList locales()
{
    QStringList names;
    for (const Locale &locale : all)
        names << locale.name;
    return names;
}

bool isLocale(QStringView name)
{
    return std::any_of(std::begin(all), std::end(all), [&](const Locale &locale) { return locale.name == name; });
}

bool isPaymentLocale(QStringView name)
{
    static constexpr QLatin1StringView Names[]{
        "bg-bg"_L1, "cs-cz"_L1, "da-dk"_L1, "de-de"_L1, "ee-et"_L1, "el-gr"_L1, "en-gb"_L1,
        "es-es"_L1, "fi-fi"_L1, "fr-fr"_L1, "ga-ie"_L1, "hu-hu"_L1, "it-it"_L1, "lt-lt"_L1,
        "lv-lv"_L1, "mt-mt"_L1, "nl-nl"_L1, "pl-pl"_L1, "sk-sk"_L1, "sl-si"_L1, "sv-se"_L1,
    };
    return std::any_of(std::begin(Names), std::end(Names), [&](QLatin1StringView each) { return each == name; });
}

QString localeForCountry(QStringView country)
{
    const auto found = std::find_if(std::begin(all), std::end(all), [&](const Locale &locale) {
        return country.size() == 2 && !country.contains(u' ') && locale.countries.contains(country);
    });
    return found == std::end(all) ? u"en-us"_s : QString(found->name);
}

} // namespace engine
