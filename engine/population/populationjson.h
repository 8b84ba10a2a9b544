// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/population/population.h"

#include <QByteArray>

namespace engine {

// Reads a population and checks it whole: a slip in a key would otherwise be a figure of 0. Absent keys mean 0, and no
// limit for patience. The failure's sentence starts with the path of what is wrong. The text may come from anywhere.
Result<Population> populationFromJson(const QByteArray &json);

// The same in JSON that people can read; populationFromJson() gives an equal population back.
QByteArray toJson(const Population &population);

} // namespace engine
