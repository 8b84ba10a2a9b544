// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/account.h"

#include <QString>

#include <variant>
#include <vector>

// An account's settings as a form shows them and people write them. Pure.
namespace model {

struct AccountForm {
    bool isBarred = false;
    bool hasCustomPins = true;
    bool paysPerSuccess = false;
    bool isDemo = false;
    QString approved; // numbers, parted by commas or lines
    QString rateLimit; // a second; empty: the server's
    QString credit; // euros paid in; empty: it never runs out
    QString signatureSecret; // empty: the server's

    bool operator==(const AccountForm &) const = default;
};

enum class AccountField { Approved, RateLimit, Credit };

struct AccountProblem {
    AccountField field;
    QString sentence;

    bool operator==(const AccountProblem &) const = default;
};

AccountForm formOf(const engine::Account &account);
// `account` with what the form says; or what of it cannot be read, all of it.
std::variant<engine::Account, std::vector<AccountProblem>> withForm(const engine::Account &account,
                                                                    const AccountForm &form);

} // namespace model
