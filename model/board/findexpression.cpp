// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/findexpression.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string_view>
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
const QString keys[]{u"wf"_s, u"country"_s, u"state"_s};

std::optional<Status> statusNamed(const QString &word)
{
    const auto found
        = std::find_if(std::begin(states), std::end(states), [&](const auto &state) { return state.first == word; });
    return found == std::end(states) ? std::nullopt : std::optional(found->second);
}

// "ru", "wf", "country:" and "state:exp" are on their way to something: while they are typed nothing should vanish.
bool isBeginning(const QString &word)
{
    const auto beginsKey = [&](const QString &key) { return QString(key + u':').startsWith(word); };
    const QString value = word.startsWith("state:"_L1) ? word.mid(6) : word;
    return std::any_of(std::begin(keys), std::end(keys), beginsKey)
        || std::any_of(std::begin(states), std::end(states),
                       [&](const auto &state) { return state.first != value && state.first.startsWith(value); });
}

// The digits of a word that is part of a written number, "+44", "(0)20", "900-112"; empty for any other word.
QString digitsOf(const QString &word)
{
    static const QRegularExpression numberPart(uR"(^\+?[\d().\-/]+$)"_s);
    static const QRegularExpression sign(uR"([^\d])"_s);
    return numberPart.match(word).hasMatch() ? QString(word).remove(sign) : QString();
}

// The id as people copy it, without the detour over a QString: a million of them are looked through at a key's press.
using HexId = std::array<char, 32>;
HexId hexOf(const engine::RequestId &id)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    HexId hex;
    for (std::size_t i = 0; i < id.bytes().size(); ++i) {
        hex[2 * i] = Digits[id.bytes()[i] >> 4];
        hex[2 * i + 1] = Digits[id.bytes()[i] & 15];
    }
    return hex;
}

template <class Value>
bool isAnyOf(const std::vector<Value> &wanted, const Value &value)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

} // namespace

FindExpression::FindExpression(const QString &text)
    : m_text(text.simplified())
{
    // A key may stand apart from its value: "wf: 2".
    static const QRegularExpression gapAfterKey(uR"(:\s+)"_s);
    QString joined = m_text.toLower();
    joined.replace(gapAfterKey, u":"_s);
    // People write numbers with blanks: "+44 7700 900112" is one number, not three words.
    QString number;
    const auto endNumber = [&] {
        if (!number.isEmpty())
            m_digits.push_back(std::exchange(number, {}).toStdString());
    };
    for (const QString &word : joined.split(u' ', Qt::SkipEmptyParts)) {
        const QString digits = digitsOf(word);
        number += digits;
        if (digits.isEmpty()) {
            endNumber();
            readWord(word);
        }
    }
    endNumber();
}

void FindExpression::readWord(const QString &word)
{
    static const QRegularExpression hex(u"^[0-9a-f]{1,32}$"_s);
    if (isBeginning(word) && m_text.endsWith(word, Qt::CaseInsensitive))
        return;
    if (const qsizetype colon = word.indexOf(u':'); colon >= 0)
        readPair(word.left(colon), word.mid(colon + 1));
    else if (const auto status = statusNamed(word))
        m_statuses.push_back(*status);
    else if (hex.match(word).hasMatch())
        m_idParts.push_back(word.toStdString());
    else
        m_problem = u"“"_s + word + u"” is no number, id or state."_s;
}

void FindExpression::readPair(const QString &key, const QString &value)
{
    const QStringList values = value.split(u',', Qt::SkipEmptyParts);
    if (std::find(std::begin(keys), std::end(keys), key) == std::end(keys)) {
        m_problem = u"There is no key “"_s + key + u":”. Keys are wf:, country: and state:."_s;
        return;
    }
    for (const QString &one : values) {
        bool isNumber = false;
        const ushort id = one.toUShort(&isNumber);
        const auto status = statusNamed(one);
        if (key == "wf"_L1 && isNumber && id <= std::numeric_limits<engine::WorkflowId>::max())
            m_workflows.push_back(engine::WorkflowId(id));
        else if (key == "country"_L1 && one.size() == 2)
            m_countries.push_back(one.toUpper().toStdString());
        else if (key == "state"_L1 && status)
            m_statuses.push_back(*status);
        else
            m_problem = u"“"_s + key + u':' + one + u"” cannot be. Write wf:2, country:GB or state:expired."_s;
    }
}

bool FindExpression::matches(const engine::Summary &summary) const
{
    if (!m_problem.isEmpty())
        return false;
    if (!isAnyOf(m_workflows, summary.workflowId) || !isAnyOf(m_statuses, summary.status))
        return false;
    if (!m_countries.empty() && !isAnyOf(m_countries, std::string(summary.country, 2)))
        return false;
    if (m_digits.empty() && m_idParts.empty())
        return true;

    char buffer[20];
    const auto end = std::to_chars(std::begin(buffer), std::end(buffer), summary.number.digits()).ptr;
    const std::string_view number(buffer, std::size_t(end - buffer));
    const HexId hex = hexOf(summary.id);
    const std::string_view id(hex.data(), hex.size());
    // Zeros in front belong to national spellings, 07700 900112, and not to the number.
    const auto isPartOfNumber = [&](std::string_view digits) {
        digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
        return !digits.empty() && number.find(digits) != std::string_view::npos;
    };
    return std::all_of(m_digits.begin(), m_digits.end(),
                       [&](const std::string &digits) { return isPartOfNumber(digits) || id.starts_with(digits); })
        && std::all_of(m_idParts.begin(), m_idParts.end(),
                       [&](const std::string &part) { return id.find(part) != std::string_view::npos; });
}

} // namespace model
