// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/requestid.h"

#include <cstdint>
#include <cstring>

namespace engine {

// Whose luck the user of a request has: the half of its id that is drawn. The same id meets the same user in every
// engine and in every simulation.
inline std::uint64_t userKeyOf(RequestId id)
{
    std::uint64_t key = 0;
    std::memcpy(&key, id.bytes().data() + 8, sizeof key);
    return key;
}

} // namespace engine
