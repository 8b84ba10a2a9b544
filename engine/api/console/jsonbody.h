// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <string>
#include <utility>
#include <variant>

namespace engine {

// A command of the console API is an object with exactly one member: what is wanted, and how.
struct WantedMember {
    QString name;
    QJsonValue value;
};

// Or a sentence that says what is wrong with the body; `names` are those that the call knows, for it: "mode or speed".
std::variant<WantedMember, QString> readOneMember(const std::string &body, const QString &names);

} // namespace engine
