// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QSqlDatabase>

#include <vector>

namespace engine {

// The newest verifications that are running or have a delivery on its way, the newest first, at most `limit`. Used on
// the connection's thread.
std::vector<VerificationKey> newestOpenKeys(const QSqlDatabase &connection, std::size_t limit);

} // namespace engine
