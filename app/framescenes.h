// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// What surrounds the pages: banners, keys and help, going to an id, text at twice its size.
std::vector<PictureScene> frameScenes();

} // namespace app
