// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// Stage with a call that speaks, after a success, and with nothing selected.
std::vector<PictureScene> stageScenes();

} // namespace app
