// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/admit.h"

#include <QString>

namespace model {

// Why a start was not admitted, for who asked in the window, and which status the API answers.
QString obstacleText(const engine::Obstacle &obstacle);

} // namespace model
