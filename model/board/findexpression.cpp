// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/findexpression.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace model {

namespace {

using engine::Status;
const std::pair<QString, Status> states[]{{u"running"_s, Status::InProgress},
                                          {u"verified"_s, Status::Succeeded},
                                          {u"expired"_s, Status::Expired},
                                          {u"failed"_s, Status::Failed},
                                          {u"cancelled"_s, Status::Cancelled}};
const QString ended = u"ended"_s;
const QString days[]{u"today"_s, u"yesterday"_s};

struct Key {
    QString name;
    QString example; // what may be written
};
const Key keys[]{{u"wf"_s, u"wf:2 or wf:1,2"_s},
                 {u"country"_s, u"country:GB or country:GB,IN"_s},
                 {u"brand"_s, u"brand:acme"_s},
                 {u"state"_s, u"state:expired or state:expired,failed"_s},
                 {u"is"_s, u"is:running or is:ended"_s},
                 {u"started"_s, u"started:today, started:yesterday or started:2026-11-23"_s},
                 {u"cost"_s, u"cost:>0.05 or cost:<0.05"_s},
                 {u"took"_s, u"took:>30, in seconds, or took:<2:00"_s}};

const Key *keyNamed(const QString &name)
{
    const auto found = std::find_if(std::begin(keys), std::end(keys), [&](const Key &key) { return key.name == name; });
    return found == std::end(keys) ? nullptr : &*found;
}

std::optional<Status> statusNamed(const QString &word)
{
    const auto found
        = std::find_if(std::begin(states), std::end(states), [&](const auto &state) { return state.first == word; });
    return found == std::end(states) ? std::nullopt : std::optional(found->second);
}

bool begins(const QString &value, const QString &word)
{
    return word != value && word.startsWith(value);
}

// "ru", "wf", "country:", "state:exp" and "cost:>" are on their way to something: while they are typed nothing should
// vanish.
bool isBeginning(const QString &word)
{
    const qsizetype colon = word.indexOf(u':');
    const QString key = word.left(colon);
    const QString value = word.mid(word.lastIndexOf(u',') + 1).mid(word.contains(u',') ? 0 : colon + 1);
    const auto beginsState = [&](const auto &state) { return begins(value, state.first); };
    const auto beginsDay = [&](const QString &day) { return begins(value, day); };
    const bool couldBeState = std::any_of(std::begin(states), std::end(states), beginsState) || begins(value, ended);
    if (colon < 0) {
        const auto beginsKey = [&](const Key &each) { return each.name.startsWith(word); };
        return std::any_of(std::begin(keys), std::end(keys), beginsKey) || couldBeState;
    }
    if (!keyNamed(key))
        return false;
    static const QRegularExpression barePart(uR"(^[<>]?=?$)"_s);
    static const QRegularExpression datePart(uR"(^\d{1,4}(-\d{0,2}){0,2}$)"_s);
    if (value.isEmpty())
        return true;
    if (key == "state"_L1 || key == "is"_L1)
        return couldBeState;
    if (key == "started"_L1)
        return std::any_of(std::begin(days), std::end(days), beginsDay)
            || (value.size() < 10 && datePart.match(value).hasMatch());
    if (key == "country"_L1)
        return value.size() == 1;
    return (key == "cost"_L1 || key == "took"_L1) && barePart.match(value).hasMatch();
}

// The digits of a word that is part of a written number, "+44", "(0)20", "900-112"; empty for any other word.
QString digitsOf(const QString &word)
{
    static const QRegularExpression numberPart(uR"(^\+?[\d().\-/]+$)"_s);
    static const QRegularExpression sign(uR"([^\d])"_s);
    return numberPart.match(word).hasMatch() ? QString(word).remove(sign) : QString();
}

// What blanks part, except in quotes, which go.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (const QChar each : text) {
        if (each == u'"') {
            isQuoted = !isQuoted;
        } else if (each == u' ' && !isQuoted) {
            words << word;
            word.clear();
        } else {
            word += each;
        }
    }
    words << word;
    words.removeAll(QString());
    return words;
}

// "0.05" and "0,05" euro, in hundred-millionths.
std::optional<std::int64_t> amountOf(QString text)
{
    bool isNumber = false;
    const double euro = text.replace(u',', u'.').toDouble(&isNumber);
    return isNumber && euro >= 0 && euro < 1e6 ? std::optional(std::int64_t(std::llround(euro * 1e8))) : std::nullopt;
}

// "30", "30s", "2m" and "2:30", in milliseconds.
std::optional<std::int64_t> spanOf(const QString &text)
{
    static const QRegularExpression form(uR"(^(?:(\d{1,6})(s|m)?|(\d{1,4}):(\d\d))$)"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const std::int64_t plain = match.captured(1).toLongLong() * (match.captured(2) == "m"_L1 ? 60 : 1);
    return 1000 * (plain + match.captured(3).toLongLong() * 60 + match.captured(4).toLongLong());
}

constexpr std::string_view HexDigits = "0123456789abcdef";

// Whether the id as people copy it begins so, without writing out the rest of it: a million of them are looked through
// at a key's press.
bool startsWith(const engine::RequestId::Bytes &bytes, std::string_view hex)
{
    if (hex.size() > 2 * bytes.size())
        return false;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        const unsigned half = i % 2 == 0 ? bytes[i / 2] >> 4 : bytes[i / 2] & 15U;
        if (HexDigits[half] != hex[i])
            return false;
    }
    return true;
}

using HexId = std::array<char, 32>;
HexId hexOf(const engine::RequestId::Bytes &bytes)
{
    HexId hex;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        hex[2 * i] = HexDigits[bytes[i] >> 4];
        hex[2 * i + 1] = HexDigits[bytes[i] & 15U];
    }
    return hex;
}

template <class Value>
bool isAnyOf(const std::vector<Value> &wanted, const Value &value)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

} // namespace

FindExpression::FindExpression(const QString &text, engine::Instant now)
    : m_text(text.simplified())
{
    // A key may stand apart from its value, "wf: 2", and needs no colon before a comparison, "cost>0.05".
    static const QRegularExpression gapAfterKey(uR"(:\s+)"_s);
    static const QRegularExpression comparison(uR"(\b(cost|took)\s*([<>])\s*)"_s);
    QString joined = m_text.toLower();
    joined.replace(comparison, uR"(\1:\2)"_s);
    joined.replace(gapAfterKey, u":"_s);
    // People write numbers with blanks: "+44 7700 900112" is one number, not three words.
    QString number;
    const auto endNumber = [&] {
        if (!number.isEmpty())
            m_digits.push_back(std::exchange(number, {}).toStdString());
    };
    const QStringList words = wordsOf(joined);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString digits = digitsOf(words.at(i));
        number += digits;
        if (!digits.isEmpty())
            continue;
        endNumber();
        if (i + 1 < words.size() || !isBeginning(words.at(i)))
            readWord(words.at(i), now);
    }
    endNumber();
    const Span all;
    m_matchesAll = m_problem.isEmpty() && m_digits.empty() && m_idParts.empty() && m_workflows.empty()
        && m_countries.empty() && m_brands.empty() && m_statuses.empty() && m_days.empty() && m_cost == all
        && m_took == all;
}

void FindExpression::readWord(const QString &word, engine::Instant now)
{
    static const QRegularExpression hex(u"^[0-9a-f]{1,32}$"_s);
    if (const qsizetype colon = word.indexOf(u':'); colon >= 0)
        readPair(word.left(colon), word.mid(colon + 1), now);
    else if (readState(word))
        return;
    else if (hex.match(word).hasMatch())
        m_idParts.push_back(word.toStdString());
    else
        m_problem = u"“"_s + word + u"” is no number, id or state."_s;
}

void FindExpression::readPair(const QString &key, const QString &value, engine::Instant now)
{
    const Key *known = keyNamed(key);
    if (!known) {
        QStringList names;
        for (const Key &each : keys)
            names << each.name + u':';
        const QString last = names.takeLast();
        m_problem = u"There is no key “"_s + key + u":”. Keys are "_s + names.join(u", "_s) + u" and "_s + last + u'.';
        return;
    }
    const bool isComparison = key == "cost"_L1 || key == "took"_L1; // there a comma is part of the number
    const QStringList values = isComparison ? QStringList{value} : value.split(u',', Qt::SkipEmptyParts);
    for (const QString &one : values) {
        if (!readValue(key, one, now))
            m_problem = u"“"_s + key + u':' + one + u"” cannot be. Write "_s + known->example + u'.';
    }
}

bool FindExpression::readValue(const QString &key, const QString &value, engine::Instant now)
{
    if (key == "wf"_L1) {
        bool isNumber = false;
        const ushort id = value.toUShort(&isNumber);
        m_workflows.push_back(engine::WorkflowId(id));
        return isNumber && id <= std::numeric_limits<engine::WorkflowId>::max();
    }
    if (key == "country"_L1) {
        const QByteArray letters = value.toUpper().toLatin1();
        if (letters.size() != 2)
            return false;
        m_countries.push_back({letters.at(0), letters.at(1)});
        return true;
    }
    if (key == "brand"_L1) {
        m_brands.push_back(value);
        return true;
    }
    if (key == "state"_L1 || key == "is"_L1)
        return readState(value);
    if (key == "started"_L1)
        return readDay(value, now);
    if (value.isEmpty())
        return false;
    const bool isCost = key == "cost"_L1;
    const bool isOrEqual = value.mid(1).startsWith(u'=');
    const QString number = value.mid(isOrEqual ? 2 : 1);
    const auto limit = isCost ? amountOf(number) : spanOf(number);
    if (!limit || (value.front() != u'<' && value.front() != u'>'))
        return false;
    Span &span = isCost ? m_cost : m_took;
    if (value.front() == u'>')
        span.least = std::max(span.least, *limit + (isOrEqual ? 0 : 1));
    else
        span.most = std::min(span.most, *limit - (isOrEqual ? 0 : 1));
    return true;
}

bool FindExpression::readState(const QString &word)
{
    if (word == ended) {
        m_statuses.insert(m_statuses.end(), {Status::Succeeded, Status::Expired, Status::Failed, Status::Cancelled});
        return true;
    }
    const auto status = statusNamed(word);
    if (status)
        m_statuses.push_back(*status);
    return status.has_value();
}

bool FindExpression::readDay(const QString &day, engine::Instant now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(now)).date();
    const QDate date = day == days[0] ? today
        : day == days[1]              ? today.addDays(-1)
                                      : QDate::fromString(day, Qt::ISODate);
    if (!date.isValid())
        return false;
    m_days.push_back({date.startOfDay().toMSecsSinceEpoch(), date.addDays(1).startOfDay().toMSecsSinceEpoch() - 1});
    return true;
}

bool FindExpression::matches(const engine::Summary &summary) const
{
    return m_matchesAll || fits(BoardRow(summary, 0), summary.brand);
}

bool FindExpression::fits(const BoardRow &row, const QString &brand) const
{
    if (!m_problem.isEmpty())
        return false;
    if (!isAnyOf(m_workflows, row.workflowId()) || !isAnyOf(m_statuses, row.status())
        || !isAnyOf(m_countries, row.country()))
        return false;
    const std::int64_t started = engine::toMilliseconds(row.startedAt());
    if (!m_days.empty()
        && std::none_of(m_days.begin(), m_days.end(), [&](const Span &day) { return day.holds(started); }))
        return false;
    const Span all;
    if (!m_cost.holds(row.cost().hundredMillionths()))
        return false;
    if (m_took != all && (row.isRunning() || !m_took.holds(row.lasted().count())))
        return false;
    const auto isPart = [&](const QString &part) { return brand.contains(part, Qt::CaseInsensitive); };
    if (!m_brands.empty() && std::none_of(m_brands.begin(), m_brands.end(), isPart))
        return false;
    return (m_digits.empty() && m_idParts.empty()) || fitsText(row);
}

bool FindExpression::fitsText(const BoardRow &row) const
{
    if (!m_digits.empty()) {
        char buffer[20];
        const auto end = std::to_chars(std::begin(buffer), std::end(buffer), row.number()).ptr;
        const std::string_view number(buffer, std::size_t(end - buffer));
        // Zeros in front belong to national spellings, 07700 900112, and not to the number.
        const auto isPartOfNumber = [&](std::string_view digits) {
            digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
            return !digits.empty() && number.find(digits) != std::string_view::npos;
        };
        const auto isFound
            = [&](const std::string &digits) { return isPartOfNumber(digits) || startsWith(row.idBytes(), digits); };
        if (!std::all_of(m_digits.begin(), m_digits.end(), isFound))
            return false;
    }
    if (m_idParts.empty())
        return true;
    const auto beginsId = [&](const std::string &part) { return startsWith(row.idBytes(), part); };
    if (std::all_of(m_idParts.begin(), m_idParts.end(), beginsId))
        return true;
    const HexId hex = hexOf(row.idBytes());
    const std::string_view id(hex.data(), hex.size());
    return std::all_of(m_idParts.begin(), m_idParts.end(),
                       [&](const std::string &part) { return id.find(part) != std::string_view::npos; });
}

} // namespace model
