// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/http/fields.h"

#include <string>
#include <string_view>

namespace engine {

// A whole request, as a value. Bytes throughout: who reads text out of it decides what bad encodings mean.
struct HttpRequest {
    std::string method; // "GET", in the client's spelling
    std::string path; // decoded, without the query
    Fields query;
    Fields headers;
    std::string body; // at most 64 KiB
    std::string remoteAddress; // "127.0.0.1", without the port

    // Reads path and query from "/path?query", still encoded, or from a proxy's spelling, "http://host/path?query".
    void setTarget(std::string_view target);
    // The first header of this name (in lower case); empty when there is none.
    std::string_view header(std::string_view lowerCaseName) const;
    // "application/json": in lower case, without parameters; empty when the client names none.
    std::string mediaType() const;
};

} // namespace engine
