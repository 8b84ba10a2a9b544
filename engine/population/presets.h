// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/population/population.h"

#include <QString>

#include <vector>

namespace engine {

// The populations that come with the program, "typical" first. Their figures and origins are in resources/populations.
const std::vector<Population> &presets();

// By its name in any case, with hyphens or blanks between the words; null when there is none.
const Population *findPreset(QStringView name);

} // namespace engine
