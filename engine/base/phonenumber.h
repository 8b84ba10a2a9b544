// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>

namespace engine {

// A phone number in E.164 form without the plus: two spellings of one number are equal. Anything that libphonenumber
// parses and calls possible is accepted; whether it is *valid* (in service in its numbering plan) is only a hint.
class PhoneNumber {
public:
    PhoneNumber() = default;
    // From digits that were accepted before, for example read from a store.
    explicit PhoneNumber(std::uint64_t digits)
        : m_digits(digits)
    { }

    // `country` (ISO 3166 alpha-2, may be empty) allows national spellings. A leading space stands for a plus that a
    // form encoding ate; digits alone are taken as international. None when it does not parse or is not possible.
    static std::optional<PhoneNumber> parse(QStringView text, QStringView country = {});

    std::uint64_t digits() const { return m_digits; }
    // "447700900112", as the API writes it.
    QString toString() const { return QString::number(m_digits); }
    // "+44 7700 900112", for people.
    QString toInternational() const;
    // ISO 3166 alpha-2 of the number's region, else of the main region of its calling code; empty when it has none.
    QString country() const;
    enum class Line { Unknown, Mobile, Landline };
    Line line() const;

    auto operator<=>(const PhoneNumber &) const = default;

private:
    std::uint64_t m_digits = 0;
};

} // namespace engine

template <>
struct std::hash<engine::PhoneNumber> {
    std::size_t operator()(const engine::PhoneNumber &number) const noexcept
    {
        return std::hash<std::uint64_t>()(number.digits());
    }
};
