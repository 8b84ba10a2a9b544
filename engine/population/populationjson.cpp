// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/populationjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace engine {

using namespace distributions;

namespace {

QString joined(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : path + u'.' + key;
}

// Reads on after a problem, with defaults, and remembers the first one.
class Reader {
public:
    Population population(const QJsonObject &root);
    const QString &problem() const { return m_problem; }

private:
    void fail(const QString &sentence);
    void knowOnly(const QJsonObject &object, const QString &path, const QStringList &keys);
    QJsonObject object(const QJsonValue &value, const QString &path);
    QJsonArray array(const QJsonValue &value, const QString &path);
    double number(const QJsonValue &value, const QString &path);
    QString text(const QJsonValue &value, const QString &path);
    Distribution distribution(const QJsonValue &value, const QString &path);
    // `key` names its kind within `object`.
    Plain plain(const QJsonObject &object, const QString &key, const QString &path);
    Empirical empirical(const QJsonArray &points, const QString &path);
    Mixture mixture(const QJsonArray &parts, const QString &path);

    void read(const QJsonValue &value, const QString &path, double &figure) { figure = number(value, path); }
    template <class Value>
    void read(const QJsonValue &value, const QString &path, Value &figure)
    {
        figure = distribution(value, path);
    }

    QString m_problem;
};

const QStringList &plainKinds()
{
    static const QStringList kinds{u"constant"_s, u"uniform"_s, u"exponential"_s, u"lognormal"_s, u"empirical"_s};
    return kinds;
}

void Reader::fail(const QString &sentence)
{
    if (m_problem.isEmpty())
        m_problem = sentence;
}

void Reader::knowOnly(const QJsonObject &object, const QString &path, const QStringList &keys)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!keys.contains(it.key()))
            fail(u"%1 is not known here; expected: %2."_s.arg(joined(path, it.key()), keys.join(u", ")));
    }
}

QJsonObject Reader::object(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        fail(path + u" must be an object in braces."_s);
    return value.toObject();
}

QJsonArray Reader::array(const QJsonValue &value, const QString &path)
{
    if (!value.isArray())
        fail(path + u" must be a list in brackets."_s);
    return value.toArray();
}

double Reader::number(const QJsonValue &value, const QString &path)
{
    if (value.isUndefined())
        fail(path + u" is missing."_s);
    else if (!value.isDouble())
        fail(path + u" must be a number."_s);
    return value.toDouble();
}

QString Reader::text(const QJsonValue &value, const QString &path)
{
    if (value.isUndefined())
        fail(path + u" is missing."_s);
    else if (!value.isString())
        fail(path + u" must be a text."_s);
    return value.toString();
}

Distribution Reader::distribution(const QJsonValue &value, const QString &path)
{
    const QJsonObject shape = object(value, path);
    knowOnly(shape, path, plainKinds() + QStringList{u"mixture"_s});
    if (shape.size() != 1) {
        fail(u"%1 must be exactly one of %2, mixture."_s.arg(path, plainKinds().join(u", ")));
        return {};
    }
    const QString kind = shape.begin().key();
    if (kind == "mixture"_L1)
        return mixture(array(shape.value(kind), joined(path, kind)), joined(path, kind));
    return plain(shape, kind, path);
}

Plain Reader::plain(const QJsonObject &holder, const QString &kind, const QString &path)
{
    const QString inner = joined(path, kind);
    if (kind == "empirical"_L1)
        return empirical(array(holder.value(kind), inner), inner);
    const QJsonObject parameters = object(holder.value(kind), inner);
    const auto parameter = [&](const QString &key) { return number(parameters.value(key), joined(inner, key)); };
    if (kind == "uniform"_L1) {
        knowOnly(parameters, inner, {u"from"_s, u"to"_s});
        return Uniform{parameter(u"from"_s), parameter(u"to"_s)};
    }
    if (kind == "exponential"_L1) {
        knowOnly(parameters, inner, {u"mean"_s});
        return Exponential{parameter(u"mean"_s)};
    }
    if (kind == "lognormal"_L1) {
        knowOnly(parameters, inner, {u"median"_s, u"sigma"_s});
        return Lognormal{parameter(u"median"_s), parameter(u"sigma"_s)};
    }
    knowOnly(parameters, inner, {u"value"_s});
    return Constant{parameter(u"value"_s)};
}

Empirical Reader::empirical(const QJsonArray &points, const QString &path)
{
    Empirical empirical;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QString at = u"%1[%2]"_s.arg(path).arg(i);
        const QJsonArray pair = array(points.at(i), at);
        if (pair.size() != 2)
            fail(at + u" must be a pair of a value and its weight."_s);
        empirical.points.push_back({number(pair.at(0), at + u"[0]"_s), number(pair.at(1), at + u"[1]"_s)});
    }
    return empirical;
}

Mixture Reader::mixture(const QJsonArray &parts, const QString &path)
{
    Mixture mixture;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString at = u"%1[%2]"_s.arg(path).arg(i);
        QJsonObject part = object(parts.at(i), at);
        const double weight = number(part.take(u"weight"_s), joined(at, u"weight"_s));
        knowOnly(part, at, plainKinds() + QStringList{u"weight"_s});
        if (part.size() != 1) {
            fail(u"%1 must be a weight and exactly one of %2."_s.arg(at, plainKinds().join(u", ")));
            return {};
        }
        mixture.parts.push_back({weight, plain(part, part.begin().key(), at)});
    }
    return mixture;
}

Population Reader::population(const QJsonObject &root)
{
    Population population;
    population.name = text(root.value(u"name"_s), u"name"_s);
    if (population.name.trimmed().isEmpty())
        fail(u"name must not be empty."_s);

    QStringList rootKeys{u"name"_s, u"origin"_s};
    QMap<QString, QStringList> groupKeys;
    QStringList paths{EveryOtherFigure.toString()};
    for (const Figure &figure : figures()) {
        paths << figure.path;
        const QString first = figure.path.section(u'.', 0, 0);
        const QString key = figure.path.section(u'.', 1);
        if (!rootKeys.contains(first))
            rootKeys << first;
        QJsonValue value = root.value(first);
        if (!key.isEmpty()) {
            groupKeys[first] << key;
            value = value.toObject().value(key);
        }
        if (!value.isUndefined())
            std::visit([&](auto member) { read(value, figure.path, population.*member); }, figure.member);
    }
    knowOnly(root, {}, rootKeys);
    for (auto group = groupKeys.cbegin(); group != groupKeys.cend(); ++group) {
        if (root.contains(group.key()))
            knowOnly(object(root.value(group.key()), group.key()), group.key(), group.value());
    }

    if (root.contains(u"origin"_s)) {
        const QJsonObject origins = object(root.value(u"origin"_s), u"origin"_s);
        knowOnly(origins, u"origin"_s, paths);
        for (auto it = origins.begin(); it != origins.end(); ++it)
            population.origins[it.key()] = text(it.value(), joined(u"origin"_s, it.key()));
    }
    return population;
}

QJsonObject written(const Constant &d)
{
    return {{u"constant"_s, QJsonObject{{u"value"_s, d.value}}}};
}

QJsonObject written(const Uniform &d)
{
    return {{u"uniform"_s, QJsonObject{{u"from"_s, d.from}, {u"to"_s, d.to}}}};
}

QJsonObject written(const Exponential &d)
{
    return {{u"exponential"_s, QJsonObject{{u"mean"_s, d.mean}}}};
}

QJsonObject written(const Lognormal &d)
{
    return {{u"lognormal"_s, QJsonObject{{u"median"_s, d.median}, {u"sigma"_s, d.sigma}}}};
}

QJsonObject written(const Empirical &d)
{
    QJsonArray points;
    for (const auto &point : d.points)
        points.append(QJsonArray{point.value, point.weight});
    return {{u"empirical"_s, points}};
}

QJsonObject written(const Plain &plain)
{
    return std::visit([](const auto &d) { return written(d); }, plain);
}

QJsonObject written(const Mixture &mixture)
{
    QJsonArray parts;
    for (const auto &each : mixture.parts) {
        QJsonObject part = written(each.distribution);
        part.insert(u"weight"_s, each.weight);
        parts.append(part);
    }
    return {{u"mixture"_s, parts}};
}

QJsonValue written(double probability)
{
    return probability;
}

QJsonValue written(const Distribution &distribution)
{
    return std::visit([](const auto &d) { return written(d); }, distribution.shape());
}

QJsonValue written(const std::optional<Distribution> &distribution)
{
    return distribution ? written(*distribution) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

Result<Population> populationFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Failure{u"This is no JSON: %1 at character %2."_s.arg(error.errorString()).arg(error.offset), {}};
    if (!document.isObject())
        return Failure{u"A population must be an object in braces."_s, {}};
    Reader reader;
    Population population = reader.population(document.object());
    const QString found = reader.problem().isEmpty() ? problem(population) : reader.problem();
    if (!found.isEmpty())
        return Failure{found, {}};
    return population;
}

QByteArray toJson(const Population &population)
{
    QJsonObject root{{u"name"_s, population.name}};
    for (const Figure &figure : figures()) {
        const QJsonValue value = std::visit([&](auto member) { return written(population.*member); }, figure.member);
        const QString first = figure.path.section(u'.', 0, 0);
        const QString key = figure.path.section(u'.', 1);
        if (key.isEmpty()) {
            root.insert(first, value);
        } else {
            QJsonObject group = root.value(first).toObject();
            group.insert(key, value);
            root.insert(first, group);
        }
    }
    QJsonObject origins;
    for (const auto &[path, origin] : population.origins)
        origins.insert(path, origin);
    if (!origins.isEmpty())
        root.insert(u"origin"_s, origins);
    return QJsonDocument(root).toJson();
}

} // namespace engine
