// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

// The same document, as this program writes such, but with "***" in place of texts in elements whose names are secret.
// None for what is no XML. `seen`, if given, gets the texts of the root's own elements that are not secret. Pure.
std::optional<std::string> maskedXml(std::string_view xml, const std::function<bool(std::string_view name)> &isSecret,
                                     const std::function<void(std::string_view name, std::string_view text)> &seen);

} // namespace engine
