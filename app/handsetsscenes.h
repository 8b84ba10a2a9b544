// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// The Handsets page with much, little and nothing on it, while a phone rings and while one speaks.
std::vector<PictureScene> handsetsScenes();

} // namespace app
