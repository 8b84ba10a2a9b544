// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/moneywords.h"

namespace model {

using namespace Qt::StringLiterals;

QString money(engine::Money amount)
{
    constexpr std::int64_t Milli = 100'000;
    const std::int64_t half = amount < engine::Money() ? -Milli / 2 : Milli / 2;
    return u"EUR "_s + engine::Money::fromMilli((amount.hundredMillionths() + half) / Milli).toString();
}

} // namespace model
