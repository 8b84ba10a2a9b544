// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/account.h"
#include "engine/account/pricelist.h"
#include "engine/account/rules.h"

#include <QString>
#include <QStringView>

#include <variant>
#include <vector>

namespace engine {

struct AccountRemoval {
    QString apiKey;
};

// One change of a policy: an account that is new or changed, one that goes, or other rules or prices.
using PolicyChange = std::variant<Account, AccountRemoval, Rules, PriceList>;

// Who may ask for verifications, where they may go and what they cost. A value: who holds one sees it as it was.
struct Policy {
    std::vector<Account> accounts; // in the order in which they were made
    QString ownKey; // of the account that the program itself uses; it cannot be removed
    Rules rules;
    PriceList prices;

    // Null when there is no such account.
    const Account *find(QStringView apiKey) const;
    // The program's own; one without key and secret where the store has none.
    const Account &own() const;
    void apply(const PolicyChange &change);
};

} // namespace engine
