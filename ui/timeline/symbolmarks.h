// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/words/symbol.h"
#include "ui/theme/marks.h"

namespace ui {

// The mark that stands for what the model means.
Mark markOf(model::Symbol symbol);

} // namespace ui
