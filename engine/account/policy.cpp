// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/policy.h"

#include <algorithm>

namespace engine {

const Account *Policy::find(QStringView apiKey) const
{
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [apiKey](const Account &account) { return account.apiKey == apiKey; });
    return found == accounts.end() ? nullptr : &*found;
}

const Account &Policy::own() const
{
    static const Account nobody;
    const Account *account = find(ownKey);
    return account ? *account : nobody;
}

void Policy::apply(const PolicyChange &change)
{
    if (const auto *account = std::get_if<Account>(&change)) {
        const auto found = std::find_if(accounts.begin(), accounts.end(),
                                        [&](const Account &each) { return each.apiKey == account->apiKey; });
        if (found == accounts.end())
            accounts.push_back(*account);
        else
            *found = *account;
    } else if (const auto *removal = std::get_if<AccountRemoval>(&change)) {
        std::erase_if(accounts, [&](const Account &each) { return each.apiKey == removal->apiKey; });
    } else if (const auto *changedRules = std::get_if<Rules>(&change)) {
        rules = *changedRules;
    } else {
        prices = std::get<PriceList>(change);
    }
}

} // namespace engine
