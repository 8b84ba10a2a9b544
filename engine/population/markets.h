// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/mixjson.h"

namespace engine {

// The markets that come with the program, as mixes of the presets. Nobody publishes figures per country: every share is
// an assumption. They are in resources/markets.
const std::vector<PopulationMix> &marketMixes();

// By its name in any case; null when there is none.
const PopulationMix *findMarketMix(QStringView name);

} // namespace engine
