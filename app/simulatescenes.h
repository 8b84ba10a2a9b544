// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// The Simulate page in each of its states.
std::vector<PictureScene> simulateScenes();

} // namespace app
