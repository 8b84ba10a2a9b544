// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "engine/population/markets.h"
#include "engine/population/populationjson.h"
#include "engine/population/presets.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>

namespace app {

using engine::Failure;
using engine::Result;

Result<QString> readStore(const QString &url)
{
    if (url.isEmpty()) {
        const QString folder
            = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/pinpath");
        if (!QDir().mkpath(folder))
            return Failure{
                QStringLiteral("The folder %1 for the store cannot be made. Name a place with --store.").arg(folder),
                {}};
        return QString(folder + QStringLiteral("/pinpath.db"));
    }
    const QString scheme = QStringLiteral("sqlite:");
    if (url.startsWith(scheme) && url.size() > scheme.size())
        return url.mid(scheme.size());
    // A path needs no scheme; what has another one is no path.
    static const QRegularExpression otherScheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    if (otherScheme.match(url).hasMatch())
        return Failure{QStringLiteral("--store takes sqlite:PATH or a path, not \"%1\".").arg(url), {}};
    return url;
}

Result<Endpoint> readEndpoint(const QString &option, const QString &text)
{
    const Failure failure{
        QStringLiteral("--%1 takes an address and a port such as 127.0.0.1:8460, not \"%2\".").arg(option, text), {}};
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    const QHostAddress address(host == QStringLiteral("localhost") ? QStringLiteral("127.0.0.1") : host);
    if (colon < 0 || !isNumber || address.isNull())
        return failure;
    return Endpoint{address, port};
}

Result<std::optional<engine::ClockSetting>> readClock(const QString &mode, const QString &speed)
{
    if (mode.isEmpty() && speed.isEmpty())
        return std::optional<engine::ClockSetting>();
    engine::ClockSetting setting;
    if (mode == QStringLiteral("manual"))
        setting.mode = engine::ClockMode::Manual;
    else if (mode == QStringLiteral("scaled") || mode.isEmpty())
        setting.mode = engine::ClockMode::Scaled; // a speed alone means it
    else if (mode != QStringLiteral("real"))
        return Failure{QStringLiteral("--clock takes real, scaled or manual, not \"%1\".").arg(mode), {}};
    if (!speed.isEmpty()) {
        bool isNumber = false;
        setting.speed = speed.toDouble(&isNumber);
        if (setting.mode != engine::ClockMode::Scaled)
            return Failure{QStringLiteral("--speed goes with --clock scaled, not with %1.").arg(mode), {}};
        if (!isNumber || !(setting.speed >= engine::SlowestSpeed && setting.speed <= engine::FastestSpeed)) {
            return Failure{QStringLiteral("--speed takes a number from %1 to %2, not \"%3\".")
                               .arg(engine::SlowestSpeed)
                               .arg(engine::FastestSpeed)
                               .arg(speed),
                           {}};
        }
    }
    return std::optional(setting);
}

Result<engine::Dialect> readDialect(const QString &name)
{
    if (name == QStringLiteral("vonage"))
        return engine::Dialect::Vonage;
    if (name == QStringLiteral("nexmo-2019"))
        return engine::Dialect::Nexmo2019;
    return Failure{QStringLiteral("--dialect takes vonage or nexmo-2019, not \"%1\".").arg(name), {}};
}

namespace {

// What `read` makes of the file; `names` is what else could have been said.
template <class Value>
Result<Value> readFile(const QString &name, QStringList names, Result<Value> (*read)(const QByteArray &))
{
    QFile file(name);
    if (!file.exists()) {
        for (const engine::Population &preset : engine::presets())
            names.append(preset.name);
        return Failure{QStringLiteral("There is no population or file \"%1\". There are: %2.")
                           .arg(name, names.join(QStringLiteral(", "))),
                       {}};
    }
    if (!file.open(QIODevice::ReadOnly))
        return Failure{QStringLiteral("The population %1 cannot be read: %2.").arg(name, file.errorString()), {}};
    auto value = read(file.readAll());
    if (!value)
        return Failure{QStringLiteral("%1: %2").arg(name, value.failure().sentence), {}};
    return value;
}

} // namespace

Result<std::optional<engine::Population>> readPopulation(const QString &name)
{
    if (name == QStringLiteral("manual"))
        return std::optional<engine::Population>();
    if (const engine::Population *preset = engine::findPreset(name))
        return std::optional(*preset);
    auto population = readFile(name, {QStringLiteral("manual")}, engine::populationFromJson);
    if (!population)
        return population.failure();
    return std::optional(*population);
}

Result<engine::PopulationMix> readSimulatedPopulation(const QString &name)
{
    if (const engine::Population *preset = engine::findPreset(name))
        return engine::PopulationMix::of(*preset);
    if (const engine::PopulationMix *market = engine::findMarketMix(name))
        return *market;
    QStringList names{QStringLiteral("all")};
    for (const engine::PopulationMix &market : engine::marketMixes())
        names.append(market.name);
    return readFile(name, names, engine::mixFromJson);
}

Result<int> readNumber(const QString &option, const QString &text, int least, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most) {
        return Failure{QStringLiteral("--%1 takes a whole number from %2 to %3, not \"%4\".")
                           .arg(option)
                           .arg(least)
                           .arg(most)
                           .arg(text),
                       {}};
    }
    return number;
}

} // namespace app
