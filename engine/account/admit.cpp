// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/admit.h"

#include <algorithm>

namespace engine {

namespace {

bool isOutOfCredit(const Account &account, Money spent)
{
    return account.credit && *account.credit <= spent;
}

bool isApproved(const Account &account, PhoneNumber number)
{
    return !account.isDemo
        || std::find(account.approved.begin(), account.approved.end(), number) != account.approved.end();
}

} // namespace

std::optional<Obstacle> admit(const StartRequest &request, const Account &account, const Rules &rules,
                              const Standing &standing, std::optional<Barrier> fate)
{
    const QString country = request.number.country();
    if (fate == Barrier::Throttled)
        return Obstacle{Barrier::Throttled, {}};
    if (country.isEmpty())
        return Obstacle{Barrier::Unroutable, {}};
    if (fate == Barrier::Blocked || rules.isBlocked(request.number))
        return Obstacle{Barrier::Blocked, {}};
    if (const BlockedNetwork *block = rules.blockOf(request.number, standing.now))
        return Obstacle{Barrier::Blocked, block->network};
    if (const auto obstacle = admitControl(account, standing))
        return obstacle;
    if (fate == Barrier::UnsupportedNetwork || !rules.isSupported(country))
        return Obstacle{Barrier::UnsupportedNetwork, {}};
    if (!request.customPin.isEmpty() && !account.hasCustomPins)
        return Obstacle{Barrier::NoCustomPins, {}};
    if (!isApproved(account, request.number))
        return Obstacle{Barrier::NotApproved, {}};
    return std::nullopt;
}

std::optional<Obstacle> admitControl(const Account &account, const Standing &standing)
{
    if (account.isBarred)
        return Obstacle{Barrier::AccountBarred, {}};
    if (isOutOfCredit(account, standing.spent))
        return Obstacle{Barrier::NoCredit, {}};
    return std::nullopt;
}

} // namespace engine
