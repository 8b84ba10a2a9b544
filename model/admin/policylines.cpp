// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/admin/policylines.h"

#include "model/words/countrywords.h"
#include "model/words/times.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <set>

namespace model {

using namespace Qt::StringLiterals;
using engine::AssignmentRule;
using engine::BlockedNetwork;
using engine::Charge;
using engine::PhoneNumber;
using engine::Price;

namespace {

const QString Number = u"number"_s;
const QString Network = u"network"_s;
const QString Country = u"country"_s;
const QString Blocked = u"blocked"_s;
const QString Elsewhere = u"elsewhere"_s;
const QStringList ChargeNames{u"success"_s, u"SMS"_s, u"call"_s};

const QString NoCountry = u"No country. Write its two letters or its name, as in GB."_s;
const QString NoPrefix = u"The first digits of numbers, with their country code, as in 447700."_s;

QString cell(const Line &line, int column)
{
    return line.value(column).simplified();
}

bool isEmpty(const Line &line)
{
    return std::all_of(line.begin(), line.end(), [](const QString &text) { return text.trimmed().isEmpty(); });
}

std::optional<QString> readCountry(const QString &text)
{
    const QString country = countryCode(text);
    return country.isEmpty() ? std::nullopt : std::optional(country);
}

// Digits, which people may begin with a plus and part with spaces.
std::optional<QString> readPrefix(QString text)
{
    static const QRegularExpression digits(u"^[1-9][0-9]{0,14}$"_s);
    text.remove(u' ');
    if (text.startsWith(u'+'))
        text.remove(0, 1);
    return digits.match(text).hasMatch() ? std::optional(text) : std::nullopt;
}

std::optional<LineProblem> addBlock(engine::Rules &rules, const Line &line, int place, const engine::Rules &before)
{
    const QString what = cell(line, blocks::What);
    const QString which = cell(line, blocks::Which);
    const auto problem = [place](int column, const QString &sentence) { return LineProblem{place, column, sentence}; };
    if (what == Number) {
        const auto number = PhoneNumber::parse(which);
        if (!number)
            return problem(blocks::Which, u"No phone number. Write it with its country code."_s);
        rules.blockedNumbers.push_back(*number);
    } else if (what == Country) {
        const auto country = readCountry(which);
        if (!country)
            return problem(blocks::Which, NoCountry);
        rules.unsupportedCountries.push_back(*country);
    } else if (what == Network) {
        static const QRegularExpression code(u"^[0-9]{5,6}$"_s);
        const auto prefix = readPrefix(which);
        if (!prefix)
            return problem(blocks::Which, NoPrefix);
        const QString network = cell(line, blocks::Network);
        if (!code.match(network).hasMatch())
            return problem(blocks::Network, u"A network's code has 5 or 6 digits, as in 23410."_s);
        BlockedNetwork block{network, *prefix, {}};
        const auto old = std::find_if(
            before.blockedNetworks.begin(), before.blockedNetworks.end(),
            [&](const BlockedNetwork &each) { return each.network == network && each.prefix == *prefix; });
        if (old != before.blockedNetworks.end())
            block.unblockedUntil = old->unblockedUntil;
        rules.blockedNetworks.push_back(block);
    } else {
        return problem(blocks::What, u"It is a number, a network or a country."_s);
    }
    return std::nullopt;
}

// "4", or "1: 70, 4: 30".
std::optional<std::vector<engine::Share>> readSplit(const QString &text, engine::WorkflowId last)
{
    static const QRegularExpression form(u"^([1-9])(?:\\s*:\\s*([0-9]{1,6}))?$"_s);
    std::vector<engine::Share> shares;
    std::uint64_t total = 0;
    for (const QString &part : text.split(u',')) {
        const auto match = form.match(part.trimmed());
        if (!match.hasMatch())
            return std::nullopt;
        engine::Share share;
        share.workflow = engine::WorkflowId(match.captured(1).toUShort());
        share.weight = match.hasCaptured(2) ? match.captured(2).toUInt() : 1;
        const bool isThere = std::any_of(shares.begin(), shares.end(),
                                         [&](const engine::Share &each) { return each.workflow == share.workflow; });
        if (share.workflow > last || isThere)
            return std::nullopt;
        total += share.weight;
        shares.push_back(share);
    }
    return total > 0 ? std::optional(shares) : std::nullopt;
}

QString splitText(const std::vector<engine::Share> &shares)
{
    if (shares.size() == 1)
        return QString::number(shares.front().workflow);
    QStringList parts;
    for (const engine::Share &share : shares)
        parts << QString::number(share.workflow) + u": "_s + QString::number(share.weight);
    return parts.join(u", "_s);
}

} // namespace

QList<LineColumn> blockColumns()
{
    return {{u"What"_s, {Number, Network, Country}}, {u"Which"_s}, {u"Network code"_s}, {u"State"_s, {}, true}};
}

QList<LineColumn> priceColumns()
{
    return {{u"Country"_s}, {u"For"_s, ChargeNames}, {u"EUR"_s}, {u"Where the figure is from"_s}};
}

QList<LineColumn> assignmentColumns()
{
    return {{u"Name"_s}, {u"Country"_s}, {u"Number begins"_s}, {u"Brand"_s}, {u"Workflow"_s}, {u"Version"_s, {}, true}};
}

Lines linesOf(const engine::Rules &rules, engine::Instant now)
{
    Lines lines;
    for (const PhoneNumber number : rules.blockedNumbers)
        lines << Line{Number, number.toInternational(), {}, Blocked};
    for (const BlockedNetwork &each : rules.blockedNetworks) {
        const bool isOpen = each.unblockedUntil && now < *each.unblockedUntil;
        lines << Line{Network, each.prefix, each.network,
                      isOpen ? u"open until "_s + timeOfDay(*each.unblockedUntil) : Blocked};
    }
    for (const QString &country : rules.unsupportedCountries)
        lines << Line{Country, country, {}, u"not supported"_s};
    return lines;
}

Lines linesOf(const engine::PriceList &prices)
{
    Lines lines;
    for (const Price &each : prices) {
        lines << Line{each.country.isEmpty() ? Elsewhere : each.country, ChargeNames.at(int(each.charge)),
                      each.amount.toString(), each.origin};
    }
    return lines;
}

Lines linesOf(const engine::AssignmentTable &table)
{
    Lines lines;
    for (const AssignmentRule &each : table)
        lines << Line{each.name,  each.country,           each.prefix,
                      each.brand, splitText(each.shares), QString::number(each.version)};
    return lines;
}

std::variant<engine::Rules, LineProblem> readRules(const Lines &lines, const engine::Rules &before)
{
    engine::Rules rules;
    for (int i = 0; i < lines.size(); ++i) {
        if (isEmpty(lines[i].mid(blocks::Which, 2)))
            continue;
        if (const auto problem = addBlock(rules, lines[i], i, before))
            return *problem;
    }
    return rules;
}

std::variant<engine::PriceList, LineProblem> readPrices(const Lines &lines)
{
    engine::PriceList list;
    std::set<std::pair<QString, Charge>> seen;
    for (int i = 0; i < lines.size(); ++i) {
        const QString where = cell(lines[i], prices::Country);
        const QString amountText = cell(lines[i], prices::Amount);
        if (where.isEmpty() && amountText.isEmpty())
            continue;
        const bool isElsewhere = where.isEmpty() || where == Elsewhere;
        const auto country = isElsewhere ? std::optional(QString()) : readCountry(where);
        if (!country)
            return LineProblem{i, prices::Country,
                               u"No country. Write its two letters or its name, as in GB; or elsewhere."_s};
        const qsizetype charge = ChargeNames.indexOf(cell(lines[i], prices::For));
        if (charge < 0)
            return LineProblem{i, prices::For, u"A price is for a success, an SMS or a call."_s};
        const auto amount = readEuros(amountText);
        if (!amount)
            return LineProblem{i, prices::Amount, u"An amount of euros, as in 0.014."_s};
        if (!seen.insert({*country, Charge(charge)}).second)
            return LineProblem{i, prices::Country, u"There is a price for this already."_s};
        list.push_back({*country, Charge(charge), *amount, cell(lines[i], prices::Origin)});
    }
    return list;
}

std::variant<engine::AssignmentTable, LineProblem> readAssignment(const Lines &lines, engine::WorkflowId last)
{
    engine::AssignmentTable table;
    std::set<QString> names;
    for (int i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        if (isEmpty(line.mid(0, assignment::Version)))
            continue;
        AssignmentRule rule;
        rule.name = cell(line, assignment::Name);
        if (rule.name.isEmpty())
            return LineProblem{i, assignment::Name, u"A rule needs a name; comparisons know it by that."_s};
        if (!names.insert(rule.name).second)
            return LineProblem{i, assignment::Name, u"Another rule has this name."_s};
        if (const QString text = cell(line, assignment::Country); !text.isEmpty()) {
            const auto country = readCountry(text);
            if (!country)
                return LineProblem{i, assignment::Country, NoCountry};
            rule.country = *country;
        }
        if (const QString text = cell(line, assignment::Prefix); !text.isEmpty()) {
            const auto prefix = readPrefix(text);
            if (!prefix)
                return LineProblem{i, assignment::Prefix, NoPrefix};
            rule.prefix = *prefix;
        }
        rule.brand = line.value(assignment::Brand).trimmed();
        const auto shares = readSplit(cell(line, assignment::Split), last);
        if (!shares) {
            return LineProblem{
                i, assignment::Split,
                u"A workflow from 1 to %1, as in 4, or several with their weights, as in 1: 70, 4: 30."_s.arg(last)};
        }
        rule.shares = *shares;
        table.push_back(std::move(rule));
    }
    return table;
}

std::optional<engine::Money> readEuros(const QString &text)
{
    static const QRegularExpression form(u"^[0-9]{1,7}(\\.[0-9]{1,8})?$"_s);
    const QString plain = text.trimmed();
    if (!form.match(plain).hasMatch())
        return std::nullopt;
    const QString cents = plain.section(u'.', 1, 1).leftJustified(8, u'0');
    return engine::Money::fromHundredMillionths(plain.section(u'.', 0, 0).toLongLong() * 100'000'000
                                                + cents.toLongLong());
}

} // namespace model
