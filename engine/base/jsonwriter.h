// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

// Writes JSON in the order in which it is told, which clients of the API see and QJsonObject would sort away.
// Compact UTF-8. Names are ASCII without quotes; keeping objects and arrays balanced is the caller's part.
class JsonWriter {
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &name(std::string_view name);

    JsonWriter &value(QStringView text);
    JsonWriter &value(bool isTrue);
    JsonWriter &value(double number); // null when it is not finite
    template <std::integral Number>
    JsonWriter &value(Number number)
    {
        return raw(std::to_string(number));
    }
    JsonWriter &null() { return raw("null"); }
    // Absent is null.
    template <class Value>
    JsonWriter &value(const std::optional<Value> &maybe)
    {
        return maybe ? value(*maybe) : null();
    }
    // A number that is written already.
    JsonWriter &raw(std::string_view json);

    template <class Value>
    JsonWriter &member(std::string_view memberName, const Value &memberValue)
    {
        return name(memberName).value(memberValue);
    }

    std::string take() { return std::move(m_json); }

private:
    void separate();

    std::string m_json;
    bool m_needsComma = false;
};

} // namespace engine
