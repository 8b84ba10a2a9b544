// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// Compare with much, little and nothing to compare.
std::vector<PictureScene> compareScenes();

} // namespace app
