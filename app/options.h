// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clocksetting.h"
#include "engine/base/result.h"
#include "engine/population/mixjson.h"
#include "engine/verification/workflow.h"

#include <QHostAddress>
#include <QString>

#include <optional>

// What the words of the command line mean; each a value, or one sentence that says what is wrong with it.
namespace app {

// "sqlite:PATH", or nothing for the store in the user's data folder, whose folder is made.
engine::Result<QString> readStore(const QString &url);

struct Endpoint {
    QHostAddress address;
    quint16 port = 0;
};
// "127.0.0.1:8460", "[::1]:0"; `option` names it in the sentence.
engine::Result<Endpoint> readEndpoint(const QString &option, const QString &text);

// "real", "scaled" or "manual" and a speed; both may be empty. None: as the store says.
engine::Result<std::optional<engine::ClockSetting>> readClock(const QString &mode, const QString &speed);

// "vonage" or "nexmo-2019".
engine::Result<engine::Dialect> readDialect(const QString &name);

// "manual" for none, a preset's name or the path of a JSON file.
engine::Result<std::optional<engine::Population>> readPopulation(const QString &name);

// A preset's or a market's name, or the path of a JSON file, of one population or of a mix.
engine::Result<engine::PopulationMix> readSimulatedPopulation(const QString &name);

// A whole number from `least` to `most`; `option` names it in the sentence.
engine::Result<int> readNumber(const QString &option, const QString &text, int least, int most);

} // namespace app
