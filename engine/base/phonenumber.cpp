// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/phonenumber.h"

#include <phonenumbers/phonenumberutil.h>

namespace engine {

namespace {

using Util = i18n::phonenumbers::PhoneNumberUtil;
using Parsed = i18n::phonenumbers::PhoneNumber;

std::optional<Parsed> parsed(std::uint64_t digits)
{
    Parsed number;
    if (Util::GetInstance()->Parse("+" + std::to_string(digits), "ZZ", &number) != Util::NO_PARSING_ERROR)
        return std::nullopt;
    return number;
}

std::string e164(const Parsed &number)
{
    std::string text;
    Util::GetInstance()->Format(number, Util::E164, &text);
    return text;
}

// Whether the digits are read as themselves. They are not where a zero too many stood before the number: the library
// keeps it, and takes it for the prefix of national calls the next time. That would be another number.
bool isStable(std::uint64_t digits)
{
    const auto again = parsed(digits);
    return again && e164(*again) == "+" + std::to_string(digits);
}

} // namespace

std::optional<PhoneNumber> PhoneNumber::parse(QStringView text, QStringView country)
{
    QString spelling = text.toString();
    if (spelling.startsWith(u' '))
        spelling[0] = u'+';
    spelling = spelling.trimmed();
    if (spelling.isEmpty() || spelling.size() > 40)
        return std::nullopt;
    // Letters are vanity numbers to the library; the API takes digits and punctuation only.
    for (const QChar c : std::as_const(spelling)) {
        if (c.isLetter() || c.isNull())
            return std::nullopt;
    }

    const Util *util = Util::GetInstance();
    const auto tryParse = [util](const QString &candidate, const std::string &region) -> std::optional<PhoneNumber> {
        Parsed number;
        if (util->Parse(candidate.toStdString(), region, &number) != Util::NO_PARSING_ERROR
            || !util->IsPossibleNumber(number))
            return std::nullopt;
        bool ok = false;
        const quint64 digits = QString::fromStdString(e164(number)).mid(1).toULongLong(&ok);
        return ok && isStable(digits) ? std::optional(PhoneNumber(digits)) : std::nullopt;
    };

    if (spelling.startsWith(u'+'))
        return tryParse(spelling, "ZZ");
    if (!country.isEmpty()) {
        if (const auto national = tryParse(spelling, country.toString().toUpper().toStdString()))
            return national;
    }
    return tryParse(u'+' + spelling, "ZZ");
}

QString PhoneNumber::toInternational() const
{
    const auto number = parsed(m_digits);
    if (!number)
        return u'+' + toString();
    std::string formatted;
    Util::GetInstance()->Format(*number, Util::INTERNATIONAL, &formatted);
    // Groups stand apart by blanks, as ITU-T E.123 has it; the library's hyphens are national habit.
    const QString text = QString::fromStdString(formatted).replace(u'-', u' ');
    const auto digits = QString(text).remove(u'+').remove(u' ');
    return digits == toString() ? text : u'+' + toString(); // some that are not in service would lose a zero
}

QString PhoneNumber::country() const
{
    const auto number = parsed(m_digits);
    if (!number)
        return {};
    std::string region;
    Util::GetInstance()->GetRegionCodeForNumber(*number, &region);
    if (region.empty() || region == "ZZ")
        Util::GetInstance()->GetRegionCodeForCountryCode(number->country_code(), &region);
    return region == "ZZ" || region == "001" ? QString() : QString::fromStdString(region);
}

PhoneNumber::Line PhoneNumber::line() const
{
    const auto number = parsed(m_digits);
    if (!number)
        return Line::Unknown;
    switch (Util::GetInstance()->GetNumberType(*number)) {
    case Util::MOBILE:
        return Line::Mobile;
    case Util::FIXED_LINE:
        return Line::Landline;
    default:
        return Line::Unknown;
    }
}

} // namespace engine
