// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/http/fields.h"

#include <string>

namespace engine {

struct HttpReply {
    int status = 200;
    std::string contentType; // written exactly so; no header when empty
    std::string body;
    Fields headers; // beyond Content-Type, Content-Length and Date, which the server writes
};

} // namespace engine
