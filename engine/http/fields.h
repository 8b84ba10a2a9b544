// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

// Names and values as they came, in their order, repeated ones included: a query, a form, headers. Bytes, not text.
using Fields = std::vector<std::pair<std::string, std::string>>;

// Reads "a=1&b=two+words&b=%C3%A9", as queries and forms are written. Nothing is an error: a name without "=" has an
// empty value, and a "%" that no two hex digits follow stands for itself.
Fields parseForm(std::string_view text);

// Decodes "%41" alone, as in a path, where a "+" is a plus.
std::string percentDecoded(std::string_view text);

// Header names and media types are compared without regard to case.
std::string toLower(std::string_view text);

} // namespace engine
