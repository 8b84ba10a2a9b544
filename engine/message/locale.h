// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace engine {

// The languages of messages, as the API names them: "en-gb". Reference: verify-api.md, section 6.1.
QStringList locales();

// Whether `name` is exactly one of them; "en_us" and "EN-US" are none.
bool isLocale(QStringView name);

// Whether payments can be confirmed in it: another list (section 6.1).
bool isPaymentLocale(QStringView name);
inline constexpr QStringView DefaultPaymentLocale = u"en-gb";

// The language that most people of a country (ISO 3166 alpha-2, upper case) read; "en-us" where no locale fits or the
// number has no country.
QString localeForCountry(QStringView country);

} // namespace engine
