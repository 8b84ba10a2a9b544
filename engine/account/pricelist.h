// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/account.h"
#include "engine/base/money.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace engine {

// What a price is for.
enum class Charge : std::uint8_t { Success, Sms, Call };

struct Price {
    QString country; // ISO 3166 alpha-2; empty: wherever no other price stands
    Charge charge = Charge::Success;
    Money amount;
    QString origin; // where the figure is from, in the user's words

    bool operator==(const Price &) const = default;
};

// The prices that somebody has set, one at most for a country and charge.
using PriceList = std::vector<Price>;

// The price that holds for a charge in a country, or null when none was set.
const Price *findPrice(const PriceList &list, const QString &country, Charge charge);
// What a request to that country costs: `examples` where no price was set, and nothing for messages where the account
// does not pay for them.
Prices pricesFor(const PriceList &list, const QString &country, Billing billing, const Prices &examples);

} // namespace engine
