// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/admin/adminsession.h"

#include "engine/pin/storekey.h"
#include "engine/runtime/engine.h"
#include "model/words/counts.h"

namespace model {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int KeyBytes = 4;
constexpr int SecretBytes = 8;

QString drawn(int bytes)
{
    return QString::fromLatin1(engine::randomBytes(bytes).toHex());
}

QString howChosen(const engine::WorkflowChoice &choice)
{
    switch (choice.by) {
    case engine::ChosenBy::Rule:
        return u", by "_s + choice.rule;
    case engine::ChosenBy::Lot:
        return u", by lot of "_s + choice.rule;
    default:
        return u", since no line is for it"_s;
    }
}

} // namespace

AdminSession::AdminSession(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_postbox(this)
    , m_policy(engine.policy())
{
    m_subscription = engine.subscribe([this](const engine::Changes &changes) {
        if (changes.isOtherPolicy)
            QMetaObject::invokeMethod(this, &AdminSession::take, Qt::QueuedConnection);
    });
}

AdminSession::~AdminSession()
{
    m_engine.unsubscribe(m_subscription);
}

engine::Instant AdminSession::now() const
{
    return m_engine.clock().now();
}

engine::Prices AdminSession::examplePrices() const
{
    return m_engine.prices();
}

engine::WorkflowId AdminSession::lastWorkflow() const
{
    return engine::lastStandardWorkflow(m_engine.dialect());
}

void AdminSession::take()
{
    m_policy = m_engine.policy();
    Q_EMIT changed();
}

void AdminSession::change(const engine::PolicyChange &change)
{
    m_engine.changePolicy(change, m_postbox.reply<engine::PolicyReply>([this](const engine::PolicyReply &reply) {
        if (reply.trouble == engine::Trouble::None)
            return take();
        const QString sentence = m_engine.storeState().sentence;
        Q_EMIT refused(sentence.isEmpty() ? u"The store did not take the change. Try again."_s : sentence);
    }));
}

engine::Account AdminSession::addAccount()
{
    engine::Account account;
    account.apiKey = drawn(KeyBytes);
    account.apiSecret = drawn(SecretBytes);
    change(account);
    return account;
}

QString AdminSession::renewSecret(const QString &apiKey)
{
    const engine::Account *present = m_policy->find(apiKey);
    if (!present)
        return {};
    engine::Account account = *present;
    account.apiSecret = drawn(SecretBytes);
    change(account);
    return account.apiSecret;
}

void AdminSession::unblock(const QString &network)
{
    engine::Rules rules = m_policy->rules;
    for (engine::BlockedNetwork &each : rules.blockedNetworks) {
        if (each.network == network)
            each.unblockedUntil = now() + 1h;
    }
    change(rules);
}

QStringList AdminSession::preview(const engine::AssignmentTable &table, const QStringList &numbers,
                                  const QString &brand) const
{
    QStringList lines;
    for (const QString &text : numbers) {
        const auto number = engine::PhoneNumber::parse(text);
        if (!number) {
            lines << text + u": no phone number"_s;
            continue;
        }
        const engine::Assignment assignment
            = engine::assign(table, {*number, number->country(), brand}, engine::lotsOf(m_engine.pins()));
        lines << number->toInternational() + u": workflow "_s + QString::number(assignment.workflow)
                + howChosen(assignment.choice);
    }
    return lines;
}

QString AdminSession::sentence() const
{
    const engine::Rules &rules = m_policy->rules;
    const auto blocks
        = qsizetype(rules.blockedNumbers.size() + rules.blockedNetworks.size() + rules.unsupportedCountries.size());
    return counted(qsizetype(m_policy->accounts.size()), u"account"_s) + u"; "_s
        + (blocks == 0 ? u"nothing is blocked"_s : counted(blocks, u"block"_s))
        + (m_policy->prices.empty() ? u"; prices are examples."_s : u"; some prices are yours."_s);
}

} // namespace model
