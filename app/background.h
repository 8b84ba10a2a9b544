// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;

namespace app {

// Told from 0 to 1 how far something is, from any thread.
using Progress = std::function<void(double)>;

// Runs `work` on a thread of its own and returns when it has ended. Meanwhile the window's thread goes on; after a
// second a small window says what is being done, and how far it is.
void runInBackground(const QString &words, const std::function<void(const Progress &)> &work);

} // namespace app
