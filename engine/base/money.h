// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>

namespace engine {

// Euros, exact to the eight decimals that the API writes.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money fromHundredMillionths(std::int64_t amount) { return Money(amount); }
    // `milli` thousandths of a euro: fromMilli(14) is EUR 0.014.
    static constexpr Money fromMilli(std::int64_t milli) { return Money(milli * 100'000); }

    constexpr std::int64_t hundredMillionths() const { return m_amount; }
    // "0.05000000", as the API writes a charge.
    QString toApiString() const;
    // "0.0140": at least `least` and at most eight decimals, without idle zeros beyond that.
    QString toString(int least = 3) const;
    double toDouble() const { return double(m_amount) / 1e8; }

    constexpr Money operator+(Money other) const { return Money(m_amount + other.m_amount); }
    constexpr Money operator-(Money other) const { return Money(m_amount - other.m_amount); }
    constexpr Money &operator+=(Money other) { return *this = *this + other; }
    constexpr Money operator*(std::int64_t factor) const { return Money(m_amount * factor); }
    constexpr auto operator<=>(const Money &) const = default;

private:
    constexpr explicit Money(std::int64_t amount)
        : m_amount(amount)
    { }

    std::int64_t m_amount = 0;
};

// What a request costs. The defaults are examples, not a price list (verify-api.md, D19).
struct Prices {
    Money onSuccess;
    Money perSms;
    Money perCall;

    bool operator==(const Prices &) const = default;
};

} // namespace engine
