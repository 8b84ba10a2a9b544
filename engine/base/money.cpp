// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/money.h"

namespace engine {

QString Money::toApiString() const
{
    return toString(8);
}

QString Money::toString(int least) const
{
    const std::int64_t whole = m_amount / 100'000'000;
    const std::int64_t rest = m_amount % 100'000'000;
    QString decimals = QStringLiteral("%1").arg(rest < 0 ? -rest : rest, 8, 10, QLatin1Char('0'));
    while (decimals.size() > least && decimals.endsWith(u'0'))
        decimals.chop(1);
    const QString sign = m_amount < 0 && whole == 0 ? QStringLiteral("-") : QString();
    return sign + QString::number(whole) + u'.' + decimals;
}

} // namespace engine
