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
        std::string e164;
        util->Format(number, Util::E164, &e164);
        bool ok = false;
        const quint64 digits = QString::fromStdString(e164).mid(1).toULongLong(&ok);
        return ok ? std::optional(PhoneNumber(digits)) : std::nullopt;
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
    std::string text;
    Util::GetInstance()->Format(*number, Util::INTERNATIONAL, &text);
    return QString::fromStdString(text);
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
