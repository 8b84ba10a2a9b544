// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/store/connection.h"

namespace engine {

// Makes the tables of a new store, or brings an older one forward. A newer store, a damaged one and a file that is
// something else are refused with a sentence and left as they are.
Result<void> prepareSchema(const Connection &connection, const QString &path);
// The same for who only reads, and changes nothing: a store that would have to be made or brought forward is refused
// too.
Result<void> checkSchema(const Connection &connection, const QString &path);

} // namespace engine
