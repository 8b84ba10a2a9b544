// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/countrywords.h"

#include <QLocale>

namespace model {

using namespace Qt::StringLiterals;
using engine::PhoneNumber;

QString countryName(const QString &country)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(country);
    return territory == QLocale::AnyTerritory ? QString() : QLocale::territoryToString(territory);
}

QString countryCode(const QString &text)
{
    if (!countryName(text.toUpper()).isEmpty())
        return text.toUpper();
    for (int each = 1; each <= int(QLocale::LastTerritory); ++each) {
        const auto territory = QLocale::Territory(each);
        if (QLocale::territoryToString(territory).compare(text, Qt::CaseInsensitive) == 0)
            return QLocale::territoryToCode(territory);
    }
    return {};
}

QString numberDescription(const PhoneNumber &number)
{
    const QString country = countryName(number.country());
    const PhoneNumber::Line line = number.line();
    if (line == PhoneNumber::Line::Unknown)
        return country;
    const QString kind = line == PhoneNumber::Line::Mobile ? u"mobile"_s : u"landline"_s;
    return country.isEmpty() ? kind : country + u", "_s + kind;
}

} // namespace model
