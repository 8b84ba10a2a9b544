// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/pricelist.h"

namespace engine {

const Price *findPrice(const PriceList &list, const QString &country, Charge charge)
{
    const Price *elsewhere = nullptr;
    for (const Price &each : list) {
        if (each.charge != charge)
            continue;
        if (each.country == country)
            return &each;
        if (each.country.isEmpty())
            elsewhere = &each;
    }
    return elsewhere;
}

Prices pricesFor(const PriceList &list, const QString &country, Billing billing, const Prices &examples)
{
    const auto amount = [&](Charge charge, Money example) {
        const Price *price = findPrice(list, country, charge);
        return price ? price->amount : example;
    };
    Prices prices;
    prices.onSuccess = amount(Charge::Success, examples.onSuccess);
    if (billing == Billing::Conversion) {
        prices.perSms = amount(Charge::Sms, examples.perSms);
        prices.perCall = amount(Charge::Call, examples.perCall);
    }
    return prices;
}

} // namespace engine
