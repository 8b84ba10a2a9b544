// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// The Admin page.
std::vector<PictureScene> adminScenes();

} // namespace app
