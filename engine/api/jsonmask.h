// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

// The same JSON, byte for byte, but with "***" in place of the values whose names are secret, however deep they stand
// and however the name is escaped. None for what is not strictly JSON, since a secret might stand anywhere in it, and
// for what is nested deeper than 32. `seen`, if given, gets the texts and plain values of the outermost object that are
// not secret, texts without their escapes. Pure.
std::optional<std::string> maskedJson(std::string_view json, const std::function<bool(std::string_view name)> &isSecret,
                                      const std::function<void(std::string_view name, std::string_view text)> &seen);

} // namespace engine
