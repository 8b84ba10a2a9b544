// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QString>

namespace bench {

// Makes a store of so many verifications over four weeks, with five workflows, several countries and brands, by running
// the engine itself over users of the preset populations; the newest still run. A million take a minute or two.
engine::Result<void> makeStore(const QString &path, int verifications);

// Makes a store of so many that all run, each with its first message delivered, on a clock that stands.
engine::Result<void> makeRunningStore(const QString &path, int verifications);

} // namespace bench
