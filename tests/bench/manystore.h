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

// Makes a store of so many that have ended, over as many weeks as millions, but four at least: five workflows, eight
// countries, three sources, an experiment and eight brands, with a second version of workflow 1. Only what readers of
// the projection need is written, by SQL: there is no journal, so that a record has no story. Ten million take some
// minutes and two gigabytes. The rollups are made by the next that opens it.
engine::Result<void> makeEndedStore(const QString &path, int verifications);

} // namespace bench
