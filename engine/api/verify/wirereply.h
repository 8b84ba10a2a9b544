// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace engine {

// What a call of the Verify API answers, before it is written in a format: named texts and lists of such objects, in
// the order in which clients see them. Every scalar of this API is a text.
class WireReply {
public:
    using List = std::vector<WireReply>;
    struct Field {
        std::string_view name; // a literal
        std::variant<QString, List> value;
        std::string_view item = {}; // what XML calls each of a list
    };

    WireReply &add(std::string_view name, QString text)
    {
        m_fields.push_back({name, std::move(text)});
        return *this;
    }
    WireReply &add(std::string_view name, std::string_view item, List list)
    {
        m_fields.push_back({name, std::move(list), item});
        return *this;
    }
    const std::vector<Field> &fields() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

std::string toJson(const WireReply &reply);

// How XML presents the replies of a call.
struct XmlShape {
    std::string_view root;
    bool isIdFirst = false; // "request_id" comes first even where there is none, and is empty then
};

// A reply that is a list alone is its own root. Characters that XML cannot carry become U+FFFD.
std::string toXml(const WireReply &reply, const XmlShape &shape);

} // namespace engine
