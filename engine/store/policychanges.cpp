// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/policyjson.h"
#include "engine/store/store.h"

#include <QVariant>

namespace engine {

// All changes in their order make the policy; they are few.
Result<void> Store::loadPolicy()
{
    auto policy = std::make_shared<Policy>();
    QSqlQuery query(m_connection.database());
    if (!query.exec(QStringLiteral("SELECT subject, body FROM policy_change ORDER BY number")))
        return toFailure(m_options.path, query.lastError());
    while (query.next()) {
        const PolicyText text{query.value(0).toString(), query.value(1).toByteArray()};
        if (const auto change = readPolicyText(text, [&](const QByteArray &sealed) { return m_pins.unseal(sealed); }))
            policy->apply(*change);
    }
    if (!m_options.apiKey.isEmpty())
        policy->ownKey = m_options.apiKey;
    else if (!policy->accounts.empty())
        policy->ownKey = policy->accounts.front().apiKey;
    m_policy = std::move(policy);
    return {};
}

// The account that was asked for, made or changed where it is not as wanted.
Result<void> Store::useAccount()
{
    Account account = m_policy->own();
    const bool isNew = account.apiKey.isEmpty();
    if (isNew) {
        const bool isNamed = !m_options.apiKey.isEmpty();
        account.apiKey = isNamed ? m_options.apiKey : QString::fromLatin1(randomBytes(4).toHex());
        account.apiSecret = QString::fromLatin1(randomBytes(8).toHex());
    }
    const bool isOtherSecret = !m_options.apiSecret.isEmpty() && m_options.apiSecret != account.apiSecret;
    if (isOtherSecret)
        account.apiSecret = m_options.apiSecret;
    if (!isNew && !isOtherSecret)
        return {};
    auto policy = std::make_shared<Policy>(*m_policy);
    policy->ownKey = account.apiKey;
    m_policy = std::move(policy);
    return writePolicyChange(account, m_clock.last);
}

Result<void> Store::change(const PolicyChange &change, Instant at)
{
    if (!m_pins.isUsable())
        return *m_keyTrouble;
    if (const auto *account = std::get_if<Account>(&change)) {
        if (const Account *before = m_policy->find(account->apiKey)) {
            Account after = *account;
            after.assignment = revised(before->assignment, std::move(after.assignment));
            return writePolicyChange(after, at);
        }
    }
    return writePolicyChange(change, at);
}

Result<void> Store::writePolicyChange(const PolicyChange &change, std::optional<Instant> at)
{
    const PolicyText text = policyText(change, [&](const QString &secret) { return m_pins.seal(secret); });
    const auto written = insideTransaction([&] {
        QSqlQuery insert = prepared(QStringLiteral("INSERT INTO policy_change (at, subject, body) VALUES (?, ?, ?)"));
        insert.addBindValue(at ? QVariant(qint64(toMilliseconds(*at))) : QVariant());
        insert.addBindValue(text.subject);
        insert.addBindValue(text.body.isEmpty() ? QStringLiteral("") : QString::fromUtf8(text.body));
        return execute(insert);
    });
    if (!written)
        return written;
    auto changed = std::make_shared<Policy>(*m_policy);
    changed->apply(change);
    m_policy = std::move(changed);
    return {};
}

} // namespace engine
