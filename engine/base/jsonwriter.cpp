// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/jsonwriter.h"

#include <QByteArray>

#include <charconv>
#include <cmath>

namespace engine {

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_json += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_json += '}';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_json += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_json += ']';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::name(std::string_view name)
{
    separate();
    m_json += '"';
    m_json += name;
    m_json += "\":";
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(QStringView text)
{
    static constexpr char Hex[] = "0123456789abcdef";
    separate();
    m_json += '"';
    const QByteArray bytes = text.toUtf8();
    for (const char c : bytes) {
        if (c == '"' || c == '\\') {
            m_json += '\\';
            m_json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            m_json += "\\u00";
            m_json += Hex[c >> 4];
            m_json += Hex[c & 0x0F];
        } else {
            m_json += c;
        }
    }
    m_json += '"';
    return *this;
}

JsonWriter &JsonWriter::value(bool isTrue)
{
    return raw(isTrue ? "true" : "false");
}

JsonWriter &JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    char text[32];
    const auto written = std::to_chars(text, text + sizeof text, number); // the shortest that reads back the same
    return raw(std::string_view(text, written.ptr));
}

JsonWriter &JsonWriter::raw(std::string_view json)
{
    separate();
    m_json += json;
    return *this;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_json += ',';
    m_needsComma = true;
}

} // namespace engine
