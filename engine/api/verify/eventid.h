// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"

#include <QString>

namespace engine {

// The id by which clients know a message of a request: 16 upper-case hex digits made from its place in the journal.
inline QString eventId(Sequence stepSent)
{
    return QStringLiteral("%1").arg(stepSent, 16, 16, QLatin1Char('0')).toUpper();
}

} // namespace engine
