// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/rules.h"

#include <algorithm>

namespace engine {

bool Rules::isBlocked(PhoneNumber number) const
{
    return std::find(blockedNumbers.begin(), blockedNumbers.end(), number) != blockedNumbers.end();
}

const BlockedNetwork *Rules::blockOf(PhoneNumber number, Instant now) const
{
    if (blockedNetworks.empty())
        return nullptr;
    const QString digits = number.toString();
    const auto found = std::find_if(blockedNetworks.begin(), blockedNetworks.end(), [&](const BlockedNetwork &each) {
        const bool isPaused = each.unblockedUntil && now < *each.unblockedUntil;
        return !isPaused && digits.startsWith(each.prefix);
    });
    return found == blockedNetworks.end() ? nullptr : &*found;
}

bool Rules::isSupported(const QString &country) const
{
    return std::find(unsupportedCountries.begin(), unsupportedCountries.end(), country) == unsupportedCountries.end();
}

} // namespace engine
