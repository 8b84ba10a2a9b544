// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `pinpath compare`.
int runCompare(const QStringList &arguments);

} // namespace app
