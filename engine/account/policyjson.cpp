// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/account/policyjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

const QString AccountSubject = u"account "_s;
const QString RulesSubject = u"rules"_s;
const QString PricesSubject = u"prices"_s;
constexpr QLatin1StringView Charges[]{"success"_L1, "sms"_L1, "call"_L1};

QJsonArray numbersJson(const std::vector<PhoneNumber> &numbers)
{
    QJsonArray array;
    for (const PhoneNumber number : numbers)
        array.append(number.toString());
    return array;
}

std::vector<PhoneNumber> readNumbers(const QJsonValue &json)
{
    std::vector<PhoneNumber> numbers;
    for (const QJsonValue &each : json.toArray())
        numbers.emplace_back(each.toString().toULongLong());
    return numbers;
}

// Exact, where a JSON number has only 53 bits.
QJsonValue moneyJson(Money money)
{
    return QString::number(money.hundredMillionths());
}

Money readMoney(const QJsonValue &json)
{
    return Money::fromHundredMillionths(json.toString().toLongLong());
}

QJsonArray toJson(const AssignmentTable &table)
{
    QJsonArray rules;
    for (const AssignmentRule &each : table) {
        QJsonArray shares;
        for (const Share &share : each.shares)
            shares.append(QJsonArray{int(share.workflow), qint64(share.weight)});
        rules.append(QJsonObject{{u"name"_s, each.name},
                                 {u"version"_s, each.version},
                                 {u"country"_s, each.country},
                                 {u"prefix"_s, each.prefix},
                                 {u"brand"_s, each.brand},
                                 {u"shares"_s, shares}});
    }
    return rules;
}

AssignmentTable readAssignment(const QJsonValue &json)
{
    AssignmentTable table;
    for (const QJsonValue &each : json.toArray()) {
        AssignmentRule rule;
        rule.name = each[u"name"_s].toString();
        rule.version = each[u"version"_s].toInt(1);
        rule.country = each[u"country"_s].toString();
        rule.prefix = each[u"prefix"_s].toString();
        rule.brand = each[u"brand"_s].toString();
        for (const QJsonValue &share : each[u"shares"_s].toArray())
            rule.shares.push_back({WorkflowId(share[0].toInt()), std::uint32_t(share[1].toInteger())});
        table.push_back(std::move(rule));
    }
    return table;
}

QJsonObject toJson(const Account &account, const Seal &seal)
{
    const auto sealed = [&](const QString &secret) {
        return secret.isEmpty() ? QString() : QString::fromLatin1(seal(secret).toHex());
    };
    QJsonObject json{
        {u"secret"_s, sealed(account.apiSecret)},
        {u"signature_secret"_s, sealed(account.signatureSecret)},
        {u"barred"_s, account.isBarred},
        {u"demo"_s, account.isDemo},
        {u"approved"_s, numbersJson(account.approved)},
        {u"custom_pins"_s, account.hasCustomPins},
        {u"billing"_s, account.billing == Billing::Success ? u"success"_s : u"conversion"_s},
        {u"assignment"_s, toJson(account.assignment)},
    };
    if (account.rateLimitPerSecond)
        json[u"rate_limit"_s] = *account.rateLimitPerSecond;
    if (account.credit)
        json[u"credit"_s] = moneyJson(*account.credit);
    return json;
}

Account readAccount(const QString &apiKey, const QJsonObject &json, const Unseal &unseal)
{
    const auto opened = [&](const QString &name) {
        const QByteArray sealed = QByteArray::fromHex(json[name].toString().toLatin1());
        return sealed.isEmpty() ? QString() : unseal(sealed);
    };
    Account account;
    account.apiKey = apiKey;
    account.apiSecret = opened(u"secret"_s);
    account.signatureSecret = opened(u"signature_secret"_s);
    if (json.contains(u"rate_limit"_s))
        account.rateLimitPerSecond = json[u"rate_limit"_s].toInt();
    if (json.contains(u"credit"_s))
        account.credit = readMoney(json[u"credit"_s]);
    account.isBarred = json[u"barred"_s].toBool();
    account.isDemo = json[u"demo"_s].toBool();
    account.approved = readNumbers(json[u"approved"_s]);
    account.hasCustomPins = json[u"custom_pins"_s].toBool(true);
    account.billing = json[u"billing"_s] == "success"_L1 ? Billing::Success : Billing::Conversion;
    account.assignment = readAssignment(json[u"assignment"_s]);
    return account;
}

QJsonObject toJson(const Rules &rules)
{
    QJsonArray networks;
    for (const BlockedNetwork &each : rules.blockedNetworks) {
        QJsonObject network{{u"network"_s, each.network}, {u"prefix"_s, each.prefix}};
        if (each.unblockedUntil)
            network[u"unblocked_until"_s] = qint64(toMilliseconds(*each.unblockedUntil));
        networks.append(network);
    }
    QJsonArray countries;
    for (const QString &country : rules.unsupportedCountries)
        countries.append(country);
    return {{u"blocked_numbers"_s, numbersJson(rules.blockedNumbers)},
            {u"blocked_networks"_s, networks},
            {u"unsupported_countries"_s, countries}};
}

Rules readRules(const QJsonObject &json)
{
    Rules rules;
    rules.blockedNumbers = readNumbers(json[u"blocked_numbers"_s]);
    for (const QJsonValue &each : json[u"blocked_networks"_s].toArray()) {
        BlockedNetwork network{each[u"network"_s].toString(), each[u"prefix"_s].toString(), {}};
        if (const QJsonValue until = each[u"unblocked_until"_s]; until.isDouble())
            network.unblockedUntil = fromMilliseconds(until.toInteger());
        rules.blockedNetworks.push_back(std::move(network));
    }
    for (const QJsonValue &each : json[u"unsupported_countries"_s].toArray())
        rules.unsupportedCountries.push_back(each.toString());
    return rules;
}

QJsonObject toJson(const PriceList &prices)
{
    QJsonArray rows;
    for (const Price &each : prices) {
        rows.append(QJsonObject{{u"country"_s, each.country},
                                {u"charge"_s, QString(Charges[std::size_t(each.charge)])},
                                {u"amount"_s, moneyJson(each.amount)},
                                {u"origin"_s, each.origin}});
    }
    return {{u"prices"_s, rows}};
}

PriceList readPrices(const QJsonObject &json)
{
    PriceList prices;
    for (const QJsonValue &each : json[u"prices"_s].toArray()) {
        const auto charge = std::find(std::begin(Charges), std::end(Charges), each[u"charge"_s].toString());
        if (charge != std::end(Charges)) {
            prices.push_back({each[u"country"_s].toString(), Charge(charge - std::begin(Charges)),
                              readMoney(each[u"amount"_s]), each[u"origin"_s].toString()});
        }
    }
    return prices;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

PolicyText policyText(const PolicyChange &change, const Seal &seal)
{
    if (const auto *account = std::get_if<Account>(&change))
        return {AccountSubject + account->apiKey, compact(toJson(*account, seal))};
    if (const auto *removal = std::get_if<AccountRemoval>(&change))
        return {AccountSubject + removal->apiKey, {}};
    if (const auto *rules = std::get_if<Rules>(&change))
        return {RulesSubject, compact(toJson(*rules))};
    return {PricesSubject, compact(toJson(std::get<PriceList>(change)))};
}

std::optional<PolicyChange> readPolicyText(const PolicyText &text, const Unseal &unseal)
{
    const bool isAccount = text.subject.startsWith(AccountSubject);
    const QString apiKey = isAccount ? text.subject.mid(AccountSubject.size()) : QString();
    if (isAccount && text.body.isEmpty())
        return AccountRemoval{apiKey};
    const QJsonDocument document = QJsonDocument::fromJson(text.body);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    if (isAccount)
        return readAccount(apiKey, json, unseal);
    if (text.subject == RulesSubject)
        return readRules(json);
    return text.subject == PricesSubject ? std::optional<PolicyChange>(readPrices(json)) : std::nullopt;
}

} // namespace engine
