// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/jsonmask.h"

#include <QByteArray>
#include <QString>

#include <algorithm>

namespace engine {

namespace {

constexpr int MaxDepth = 32;

// Reads the text once and writes the masked one as it goes.
class Masker {
public:
    using IsSecret = std::function<bool(std::string_view)>;
    using Seen = std::function<void(std::string_view, std::string_view)>;

    Masker(std::string_view json, const IsSecret &isSecret, const Seen &seen)
        : m_json(json)
        , m_isSecret(isSecret)
        , m_seen(seen)
    {
        m_masked.reserve(json.size() + 16);
    }

    std::optional<std::string> run()
    {
        skipSpace();
        if (!value(0, {}))
            return std::nullopt;
        skipSpace();
        return m_at == m_json.size() ? std::optional(std::move(m_masked)) : std::nullopt;
    }

private:
    bool isNext(char c) const { return m_at < m_json.size() && m_json[m_at] == c; }
    // Goes on to `end`, writing what lies between unless a secret is being left out.
    void take(std::size_t end)
    {
        if (!m_isMasking)
            m_masked.append(m_json.substr(m_at, end - m_at));
        m_at = end;
    }
    bool takeOne(char c)
    {
        if (!isNext(c))
            return false;
        take(m_at + 1);
        return true;
    }
    void skipSpace()
    {
        const std::size_t end = m_json.find_first_not_of(" \t\r\n", m_at);
        take(end == std::string_view::npos ? m_json.size() : end);
    }

    bool value(int depth, std::string_view name);
    bool object(int depth);
    bool array(int depth);
    bool member(int depth);
    std::optional<std::string_view> string(); // with its escapes, without its quotes
    std::optional<std::string_view> literal(); // a number, true, false or null

    const std::string_view m_json;
    const IsSecret &m_isSecret;
    const Seen &m_seen;
    std::size_t m_at = 0;
    std::string m_masked;
    bool m_isMasking = false;
};

void appendUtf8(QString &utf16, std::string &into)
{
    into.append(utf16.toStdString());
    utf16.clear();
}

// What a JSON text means: its escapes resolved. None where one is none.
std::optional<std::string> unescaped(std::string_view text)
{
    if (text.find('\\') == std::string_view::npos)
        return std::string(text);
    std::string plain;
    QString units; // of UTF-16, two of which may make one character
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            appendUtf8(units, plain);
            plain += text[i];
            continue;
        }
        static constexpr std::string_view Signs = "\"\\/bfnrt";
        static constexpr std::string_view Meanings = "\"\\/\b\f\n\r\t";
        if (++i >= text.size())
            return std::nullopt;
        if (text[i] == 'u') {
            bool isNumber = false;
            const QByteArray digits(text.substr(i + 1, 4).data(),
                                    qsizetype(std::min<std::size_t>(4, text.size() - i - 1)));
            const ushort unit = digits.size() == 4 ? digits.toUShort(&isNumber, 16) : ushort(0);
            if (!isNumber)
                return std::nullopt;
            units += QChar(unit);
            i += 4;
            continue;
        }
        appendUtf8(units, plain);
        const std::size_t sign = Signs.find(text[i]);
        if (sign == std::string_view::npos)
            return std::nullopt;
        plain += Meanings[sign];
    }
    appendUtf8(units, plain);
    return plain;
}

bool Masker::value(int depth, std::string_view name)
{
    if (depth > MaxDepth)
        return false;
    if (isNext('{'))
        return object(depth);
    if (isNext('['))
        return array(depth);
    const auto text = isNext('"') ? string() : literal();
    const auto plain = text ? unescaped(*text) : std::nullopt;
    if (!plain)
        return false;
    if (m_seen && depth == 1 && !name.empty())
        m_seen(name, *plain);
    return true;
}

bool Masker::object(int depth)
{
    takeOne('{');
    skipSpace();
    if (takeOne('}'))
        return true;
    do {
        skipSpace();
        if (!member(depth))
            return false;
        skipSpace();
    } while (takeOne(','));
    return takeOne('}');
}

bool Masker::member(int depth)
{
    const auto written = string();
    const auto name = written ? unescaped(*written) : std::nullopt;
    if (!name)
        return false;
    skipSpace();
    if (!takeOne(':'))
        return false;
    skipSpace();
    if (m_isMasking || !m_isSecret(*name))
        return value(depth + 1, *name);
    const bool isEmpty = m_json.substr(m_at).starts_with("\"\"");
    m_masked += isEmpty ? "\"\"" : "\"***\"";
    m_isMasking = true;
    const bool isValue = value(depth + 1, {});
    m_isMasking = false;
    return isValue;
}

bool Masker::array(int depth)
{
    takeOne('[');
    skipSpace();
    if (takeOne(']'))
        return true;
    do {
        skipSpace();
        if (!value(depth + 1, {}))
            return false;
        skipSpace();
    } while (takeOne(','));
    return takeOne(']');
}

std::optional<std::string_view> Masker::string()
{
    if (!takeOne('"'))
        return std::nullopt;
    const std::size_t start = m_at;
    std::size_t end = start;
    while (end < m_json.size() && m_json[end] != '"') {
        if (static_cast<unsigned char>(m_json[end]) < 0x20)
            return std::nullopt;
        end += m_json[end] == '\\' ? 2U : 1U;
    }
    if (end >= m_json.size())
        return std::nullopt;
    take(end);
    take(end + 1);
    return m_json.substr(start, end - start);
}

std::optional<std::string_view> Masker::literal()
{
    const std::size_t start = m_at;
    const std::size_t end = std::min(m_json.size(), m_json.find_first_of(",]} \t\r\n", start));
    const std::string_view text = m_json.substr(start, end - start);
    const bool isWord = text == "true" || text == "false" || text == "null";
    const bool isNumber = !text.empty() && text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
    if (!isWord && !isNumber)
        return std::nullopt;
    take(end);
    return text;
}

} // namespace

std::optional<std::string> maskedJson(std::string_view json, const std::function<bool(std::string_view)> &isSecret,
                                      const std::function<void(std::string_view, std::string_view)> &seen)
{
    return Masker(json, isSecret, seen).run();
}

} // namespace engine
