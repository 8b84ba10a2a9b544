// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/admin/accountform.h"

#include "model/admin/policylines.h"

#include <QRegularExpression>
#include <QStringList>

namespace model {

using namespace Qt::StringLiterals;
using engine::Account;
using engine::Billing;

AccountForm formOf(const Account &account)
{
    AccountForm form;
    form.isBarred = account.isBarred;
    form.hasCustomPins = account.hasCustomPins;
    form.paysPerSuccess = account.billing == Billing::Success;
    form.isDemo = account.isDemo;
    QStringList numbers;
    for (const engine::PhoneNumber number : account.approved)
        numbers << number.toInternational();
    form.approved = numbers.join(u", "_s);
    if (account.rateLimitPerSecond)
        form.rateLimit = QString::number(*account.rateLimitPerSecond);
    if (account.credit)
        form.credit = account.credit->toString(2);
    form.signatureSecret = account.signatureSecret;
    return form;
}

std::variant<Account, std::vector<AccountProblem>> withForm(const Account &account, const AccountForm &form)
{
    std::vector<AccountProblem> problems;
    static const QRegularExpression parting(u"[,;\\n]"_s);
    static const QRegularExpression count(u"^[0-9]{1,6}$"_s);
    Account changed = account;
    changed.isBarred = form.isBarred;
    changed.hasCustomPins = form.hasCustomPins;
    changed.billing = form.paysPerSuccess ? Billing::Success : Billing::Conversion;
    changed.isDemo = form.isDemo;
    changed.signatureSecret = form.signatureSecret.trimmed();
    changed.approved.clear();
    for (const QString &text : form.approved.split(parting, Qt::SkipEmptyParts)) {
        if (text.trimmed().isEmpty())
            continue;
        const auto number = engine::PhoneNumber::parse(text.trimmed());
        if (number)
            changed.approved.push_back(*number);
        else if (problems.empty())
            problems.push_back({AccountField::Approved,
                                u"“%1” is no phone number. Write it with its country code."_s.arg(text.trimmed())});
    }
    changed.rateLimitPerSecond.reset();
    if (const QString text = form.rateLimit.trimmed(); !text.isEmpty()) {
        if (count.match(text).hasMatch())
            changed.rateLimitPerSecond = text.toInt();
        else
            problems.push_back({AccountField::RateLimit, u"A whole number of requests a second; 0 is no limit."_s});
    }
    changed.credit.reset();
    if (const QString text = form.credit.trimmed(); !text.isEmpty()) {
        changed.credit = readEuros(text);
        if (!changed.credit)
            problems.push_back({AccountField::Credit, u"An amount of euros, as in 25.00."_s});
    }
    if (!problems.empty())
        return problems;
    return changed;
}

} // namespace model
