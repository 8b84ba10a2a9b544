// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/mixjson.h"

#include "engine/population/populationjson.h"
#include "engine/population/presets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr double HeaviestWeight = 1e9;

// The sentence about the first key of an object that is none of these; empty when there is none.
QString unknownKey(const QJsonObject &object, const QString &path, const QStringList &known)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return u"%1%2 is not known here; expected: %3."_s.arg(path, it.key(), known.join(u", "));
    }
    return {};
}

Result<Population> readPopulation(const QJsonValue &value, const QString &path)
{
    if (value.isObject()) {
        auto population = populationFromJson(QJsonDocument(value.toObject()).toJson());
        if (!population)
            return Failure{path + u'.' + population.failure().sentence, {}};
        return population;
    }
    if (!value.isString())
        return Failure{path + u" must be a preset's name or an object in braces."_s, {}};
    if (const Population *preset = findPreset(value.toString()))
        return *preset;
    QStringList names;
    for (const Population &preset : presets())
        names << preset.name;
    return Failure{u"%1 must be one of %2, not \"%3\"."_s.arg(path, names.join(u", "), value.toString()), {}};
}

Result<PopulationMix::Part> readPart(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return Failure{path + u" must be an object in braces."_s, {}};
    const QJsonObject object = value.toObject();
    if (const QString unknown = unknownKey(object, path + u'.', {u"weight"_s, u"population"_s}); !unknown.isEmpty())
        return Failure{unknown, {}};
    const QJsonValue weight = object.value(u"weight"_s);
    if (!weight.isDouble() || !(weight.toDouble() > 0 && weight.toDouble() <= HeaviestWeight))
        return Failure{path + u".weight must be a number above 0 and at most 1e9."_s, {}};
    const auto population = readPopulation(object.value(u"population"_s), path + u".population"_s);
    if (!population)
        return population.failure();
    return PopulationMix::Part{weight.toDouble(), *population};
}

Result<PopulationMix> readMix(const QJsonObject &root)
{
    if (const QString unknown = unknownKey(root, {}, {u"name"_s, u"mix"_s}); !unknown.isEmpty())
        return Failure{unknown, {}};
    PopulationMix mix;
    mix.name = root.value(u"name"_s).toString();
    if (mix.name.trimmed().isEmpty())
        return Failure{u"name must be a text that is not empty."_s, {}};
    const QJsonArray parts = root.value(u"mix"_s).toArray();
    if (parts.isEmpty())
        return Failure{u"mix must be a list in brackets with at least one part."_s, {}};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        auto part = readPart(parts.at(i), u"mix[%1]"_s.arg(i));
        if (!part)
            return part.failure();
        mix.parts.push_back(std::move(*part));
    }
    return mix;
}

} // namespace

PopulationMix PopulationMix::of(const Population &population)
{
    return {population.name, {{1, population}}};
}

std::vector<MixPart> PopulationMix::view() const
{
    std::vector<MixPart> view;
    for (const Part &part : parts)
        view.push_back({&part.population, part.weight});
    return view;
}

Result<PopulationMix> mixFromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.contains(u"mix"_s))
        return readMix(root);
    auto population = populationFromJson(json);
    if (!population)
        return population.failure();
    return PopulationMix::of(*population);
}

QByteArray toJson(const PopulationMix &mix)
{
    if (mix.isOfOne())
        return toJson(mix.parts.front().population);
    QJsonArray parts;
    for (const PopulationMix::Part &part : mix.parts) {
        const Population *preset = findPreset(part.population.name);
        const bool isPreset = preset && *preset == part.population;
        const QJsonValue population = isPreset ? QJsonValue(preset->name)
                                               : QJsonValue(QJsonDocument::fromJson(toJson(part.population)).object());
        parts.append(QJsonObject{{u"weight"_s, part.weight}, {u"population"_s, population}});
    }
    return QJsonDocument(QJsonObject{{u"name"_s, mix.name}, {u"mix"_s, parts}}).toJson();
}

} // namespace engine
