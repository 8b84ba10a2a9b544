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
