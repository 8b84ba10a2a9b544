// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/request/request.h"

#include <QString>

// Where a verification came from. Pure.
namespace model {

// "window", "API", "demo", "population", "import".
QString sourceName(engine::Source source);
// What must stand in every picture and file made from data that no real user made: "Demo data, invented". Else empty.
QString dataMark(engine::Source source);

} // namespace model
