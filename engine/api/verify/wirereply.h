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
    };

    WireReply &add(std::string_view name, QString text)
    {
        m_fields.push_back({name, std::move(text)});
        return *this;
    }
    WireReply &add(std::string_view name, List list)
    {
        m_fields.push_back({name, std::move(list)});
        return *this;
    }
    const std::vector<Field> &fields() const { return m_fields; }

private:
    std::vector<Field> m_fields;
};

std::string toJson(const WireReply &reply);

} // namespace engine
