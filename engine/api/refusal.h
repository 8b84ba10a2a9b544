// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace engine {

// Why a request is refused at the door, in the order in which it is looked at.
enum class Refusal : std::uint8_t { MissingKey, MissingSecret, UnknownKey, WrongSecret, WrongSignature };

} // namespace engine
