// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiwords.h"
#include "engine/api/console/consolecall.h"
#include "engine/api/console/query.h"
#include "engine/api/console/verificationjson.h"
#include "engine/api/console/waits.h"

#include <limits>
#include <memory>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

using Messages = std::vector<HandsetMessage>;

void write(JsonWriter &json, const HandsetMessage &message)
{
    json.beginObject()
        .member("id", message.id)
        .member("request_id", message.request.toString())
        .member("channel", channelWord(message.channel))
        .member("at", isoTime(message.at))
        .member("text", QStringView(message.text))
        .member("pin", message.pin.isEmpty() ? std::nullopt : std::optional(message.pin))
        .endObject();
}

void respondWith(const ConsoleResponder &responder, const Messages &messages)
{
    responder.respond([shared = std::make_shared<const Messages>(messages)](JsonWriter &json) {
        json.beginArray();
        for (const HandsetMessage &message : *shared)
            write(json, message);
        json.endArray();
    });
}

} // namespace

void getMessages(const ConsoleCall &call)
{
    Query query(call.request.query);
    const auto number = query.number(u"number"_s);
    const Sequence after = query.integer(u"after"_s, 0, std::numeric_limits<qint64>::max()).value_or(0);
    const auto patience = query.decimal(u"wait_seconds"_s, 0, MaxWaitSeconds);
    if (const auto problem = query.problem())
        return call.responder.refuse(400, *problem);

    // One reading at a time: it sees all that has changed until it begins, and while it goes on it has found something.
    const auto isReading = std::make_shared<bool>(false); // the engine thread's alone once the wait has begun
    const auto look = [&engine = call.engine, number, after, isReading,
                       responder = call.responder](bool isLast, const Waits::Done &done) {
        if (*isReading && !isLast)
            return;
        *isReading = true;
        engine.readMessages(number, after, [=](const Messages &messages) {
            *isReading = false;
            if (!messages.empty() || isLast) {
                respondWith(responder, messages);
                done();
            }
        });
    };
    if (!patience)
        return look(true, [] {});
    const milliseconds span(qint64(*patience * 1000));
    call.engine.read([waits = call.waits, look, span](StoreReader &) {
        if (const auto list = waits.lock())
            list->add(look, std::nullopt, span);
    });
}

} // namespace engine
