// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/call.h"

namespace engine {

namespace {

// The outcome of a call is in its body, and clients tell JSON by exactly this type. XML was plain text in 2019 (D4).
HttpReply toHttp(const WireReply &reply, const WireFormat &format)
{
    if (!format.xml)
        return {200, "application/json", toJson(reply), {}};
    const char *type = format.dialect == Dialect::Nexmo2019 ? "text/plain" : "text/xml";
    return {200, type, toXml(reply, *format.xml), {}};
}

} // namespace

void WireResponder::respond(WireReply reply) const
{
    respond([reply = std::move(reply)] { return reply; });
}

void WireResponder::respond(std::function<WireReply()> make) const
{
    m_responder->respond([make = std::move(make), format = m_format] { return toHttp(make(), format); });
}

} // namespace engine
