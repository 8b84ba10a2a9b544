// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/call.h"

namespace engine {

namespace {

// The outcome of a call is in its body, and clients tell the format by exactly this type.
HttpReply toHttp(const WireReply &reply)
{
    return {200, "application/json", toJson(reply), {}};
}

} // namespace

void WireResponder::respond(WireReply reply) const
{
    respond([reply = std::move(reply)] { return reply; });
}

void WireResponder::respond(std::function<WireReply()> make) const
{
    m_responder->respond([make = std::move(make)] { return toHttp(make()); });
}

} // namespace engine
