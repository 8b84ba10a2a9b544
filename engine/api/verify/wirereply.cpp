// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/verify/wirereply.h"

#include "engine/api/jsonwriter.h"

namespace engine {

namespace {

void write(JsonWriter &json, const WireReply &reply)
{
    json.beginObject();
    for (const WireReply::Field &field : reply.fields()) {
        json.name(field.name);
        if (const auto *text = std::get_if<QString>(&field.value)) {
            json.value(QStringView(*text));
            continue;
        }
        json.beginArray();
        for (const WireReply &each : std::get<WireReply::List>(field.value))
            write(json, each);
        json.endArray();
    }
    json.endObject();
}

} // namespace

std::string toJson(const WireReply &reply)
{
    JsonWriter json;
    write(json, reply);
    return json.take();
}

} // namespace engine
