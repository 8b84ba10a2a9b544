// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/parameters.h"

#include "engine/api/verify/wiretexts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

// How a JSON value reads as a parameter; none for what can be no value.
std::optional<QString> toText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        const double number = value.toDouble();
        return double(whole) == number ? QString::number(whole)
                                       : QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Null: // as good as absent
    case QJsonValue::Undefined:
        return QString();
    case QJsonValue::Array:
    case QJsonValue::Object:
        break;
    }
    return std::nullopt;
}

} // namespace

std::variant<Parameters, WireReply> Parameters::read(const HttpRequest &request)
{
    Parameters parameters;
    parameters.addFields(request.query);
    const std::string mediaType = request.mediaType();
    if (mediaType == "application/json" || mediaType.ends_with("+json")) {
        // Clients name the type of a body even when there is none.
        if (!request.body.empty()) {
            if (const auto error = parameters.addJson(request.body))
                return *error;
        }
    } else {
        parameters.addFields(parseForm(request.body));
    }
    return parameters;
}

void Parameters::addFields(const Fields &fields)
{
    for (const auto &[name, value] : fields)
        m_values.push_back({QString::fromStdString(name), QString::fromStdString(value)});
}

std::optional<WireReply> Parameters::addJson(const std::string &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(body), &error);
    if (error.error != QJsonParseError::NoError)
        return badJsonReply(error.errorString() + u" at byte "_s + QString::number(error.offset));
    if (!document.isObject())
        return badJsonReply(u"it is an array"_s);

    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        // A list repeats the parameter, as in a form.
        const QJsonArray values = member->isArray() ? member->toArray() : QJsonArray{static_cast<QJsonValue>(*member)};
        for (const QJsonValue value : values) {
            const auto text = toText(value);
            if (!text)
                return invalidReply(member.key());
            m_values.push_back({member.key(), *text});
        }
    }
    return std::nullopt;
}

std::optional<QString> Parameters::first(QStringView name) const
{
    const auto found
        = std::find_if(m_values.begin(), m_values.end(), [name](const Value &value) { return value.name == name; });
    return found == m_values.end() ? std::nullopt : std::optional(found->text);
}

std::vector<std::pair<QString, QString>> Parameters::everything() const
{
    std::vector<std::pair<QString, QString>> pairs;
    pairs.reserve(m_values.size());
    for (const Value &value : m_values)
        pairs.emplace_back(value.name, value.text);
    return pairs;
}

QStringList Parameters::all(QStringView name) const
{
    QStringList texts;
    for (const Value &value : m_values) {
        if (value.name == name)
            texts << value.text;
    }
    return texts;
}

} // namespace engine
