// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/phonenumber.h"

#include <phonenumbers/phonenumberutil.h>

#include <array>
#include <atomic>
#include <string_view>

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

// The same for digits that parse() has accepted, which are read as themselves: a calling code and what follows it.
std::optional<Parsed> taken(std::uint64_t digits)
{
    constexpr std::size_t MaxCodeDigits = 3;
    const std::string text = std::to_string(digits);
    int code = 0;
    for (std::size_t length = 1; length <= MaxCodeDigits && length < text.size(); ++length) {
        code = 10 * code + (text[length - 1] - '0');
        std::string region;
        Util::GetInstance()->GetRegionCodeForCountryCode(code, &region);
        if (region == "ZZ")
            continue; // no code is the beginning of another
        const std::string_view national = std::string_view(text).substr(length);
        if (national.front() == '0')
            return parsed(digits); // its zeros are kept in a way of their own
        Parsed number;
        number.set_country_code(code);
        number.set_national_number(std::stoull(std::string(national)));
        return number;
    }
    return std::nullopt;
}

std::string e164(const Parsed &number)
{
    std::string text;
    Util::GetInstance()->Format(number, Util::E164, &text);
    return text;
}

std::string regionOf(std::uint64_t digits)
{
    const auto number = taken(digits);
    if (!number)
        return {};
    std::string region;
    Util::GetInstance()->GetRegionCodeForNumber(*number, &region);
    if (region.empty() || region == "ZZ")
        Util::GetInstance()->GetRegionCodeForCountryCode(number->country_code(), &region);
    return region == "ZZ" || region == "001" ? std::string() : region;
}

// The countries of numbers asked for lately: a start asks several times, on two threads, and to find one takes some
// regular expressions. A slot holds a number and the two letters behind it, so that it is read and written at once.
class KnownCountries {
public:
    std::optional<std::string> find(std::uint64_t digits) const
    {
        const std::uint64_t slot = slotOf(digits).load(std::memory_order_relaxed);
        if (slot >> LetterBits != digits)
            return std::nullopt;
        const auto letter = [](std::uint64_t bits) { return char('A' - 1 + (bits & 0x1F)); };
        return (slot & 0x1F) == 0 ? std::string() : std::string{letter(slot >> 5), letter(slot)};
    }
    void keep(std::uint64_t digits, const std::string &region)
    {
        if (digits >> (64 - LetterBits) != 0 || (!region.empty() && region.size() != 2))
            return;
        std::uint64_t letters = 0;
        for (const char letter : region)
            letters = letters << 5 | std::uint64_t(letter - 'A' + 1);
        slotOf(digits).store(digits << LetterBits | letters, std::memory_order_relaxed);
    }

private:
    static constexpr int LetterBits = 10;
    using Slots = std::array<std::atomic<std::uint64_t>, 1024>;
    std::atomic<std::uint64_t> &slotOf(std::uint64_t digits) { return m_slots[digits % m_slots.size()]; }
    const std::atomic<std::uint64_t> &slotOf(std::uint64_t digits) const { return m_slots[digits % m_slots.size()]; }

    Slots m_slots{};
};

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
        const QString read = QString::fromStdString(e164(number));
        const quint64 digits = read.mid(1).toULongLong(&ok);
        return ok && (read == candidate || isStable(digits)) ? std::optional(PhoneNumber(digits)) : std::nullopt;
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
    static KnownCountries known;
    if (const auto region = known.find(m_digits))
        return QString::fromStdString(*region);
    const std::string region = regionOf(m_digits);
    known.keep(m_digits, region);
    return QString::fromStdString(region);
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
