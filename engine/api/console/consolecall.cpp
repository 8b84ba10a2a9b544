// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/consolecall.h"

namespace engine {

namespace {

constexpr auto ContentType = "application/json";

} // namespace

void ConsoleResponder::respond(std::function<void(JsonWriter &)> write) const
{
    m_responder->respond([write = std::move(write)]() -> HttpReply {
        JsonWriter json;
        write(json);
        return {200, ContentType, json.take(), {}};
    });
}

void ConsoleResponder::refuse(int status, const QString &sentence, Fields headers) const
{
    JsonWriter json;
    json.beginObject().member("error", sentence).endObject();
    m_responder->respond(HttpReply{status, ContentType, json.take(), std::move(headers)});
}

} // namespace engine
