// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturescenes.h"

namespace app {

// The Board's detail: as a program, zoomed, with cuts open; and its timeline as a file shows it.
std::vector<PictureScene> detailScenes();

} // namespace app
