// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `pinpath import`.
int runImport(const QStringList &arguments);

} // namespace app
