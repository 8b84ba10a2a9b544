// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/jsonbody.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace engine {

using namespace Qt::StringLiterals;

std::variant<WantedMember, QString> readOneMember(const std::string &body, const QString &names)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(body), &error);
    if (error.error != QJsonParseError::NoError) {
        return u"The request body is not JSON: "_s + error.errorString() + u" at byte "_s
            + QString::number(error.offset) + u'.';
    }
    const QJsonObject object = document.object();
    if (object.size() != 1)
        return u"The request body must be a JSON object with exactly one of "_s + names + u'.';
    return WantedMember{object.begin().key(), object.begin().value()};
}

} // namespace engine
