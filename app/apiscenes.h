// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// The API page with much, one and nothing on it, switched off, and what it tells the Board.
std::vector<PictureScene> apiScenes();

} // namespace app
