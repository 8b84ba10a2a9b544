// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QSqlDatabase>

#include <functional>

namespace engine {

// The stories of all verifications that run or have a delivery on its way, by their keys; their PINs are not filled in.
void visitOpenRecords(const QSqlDatabase &connection, const std::function<void(const Record &)> &visit);

} // namespace engine
