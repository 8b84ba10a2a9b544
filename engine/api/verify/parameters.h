// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/verify/wirereply.h"
#include "engine/http/httprequest.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace engine {

// What a client of the Verify API sent, wherever it put it: in the query, then in the body, a form or a JSON object.
// Repeated names keep their order. Bytes that are no UTF-8 become U+FFFD, which no rule accepts.
class Parameters {
public:
    // Or the answer to a body that says it is JSON and cannot be read.
    static std::variant<Parameters, WireReply> read(const HttpRequest &request);

    // The first value of that name; none when there is none.
    std::optional<QString> first(QStringView name) const;
    // The same; empty when there is none. This API makes no difference between empty and absent.
    QString text(QStringView name) const { return first(name).value_or(QString()); }
    QStringList all(QStringView name) const;
    // Everything, as signatures want it.
    std::vector<std::pair<QString, QString>> everything() const;

private:
    struct Value {
        QString name;
        QString text;
    };

    void addFields(const Fields &fields);
    std::optional<WireReply> addJson(const std::string &body);

    std::vector<Value> m_values;
};

} // namespace engine
