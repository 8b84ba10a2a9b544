// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

// Says on the screen why there is no window, for those who started it from an icon and see no standard error. True
// where it shall be tried again. Without a screen that anybody sees it asks nobody. GUI thread.
bool isRetryWanted(const QString &sentence);

} // namespace app
