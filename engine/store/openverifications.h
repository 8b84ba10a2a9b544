// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/openverification.h"

#include <QSqlDatabase>

#include <functional>

namespace engine {

// All verifications that run or have a delivery on its way, as their rows tell; those whose rows do not come last, as
// their stories tell. By their keys otherwise.
void visitOpenVerifications(const QSqlDatabase &connection, const std::function<void(const OpenVerification &)> &visit);

} // namespace engine
