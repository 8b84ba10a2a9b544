// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `pinpath screenshots DIR`: every page and the gallery of every state, light and dark, at 1x and 2x, as
// DIR/board-much-light-1x.png and so on. Needs no display; two runs draw the same.
int runScreenshots(const QStringList &arguments);

} // namespace app
