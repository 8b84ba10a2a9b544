// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/consolecall.h"
#include "engine/api/console/jsonbody.h"
#include "engine/api/console/query.h"
#include "engine/api/console/verificationjson.h"

#include <variant>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

constexpr double MaxAdvanceSeconds = 30 * 24 * 3600;

QStringView modeWord(ClockMode mode)
{
    switch (mode) {
    case ClockMode::Real:
        return u"real";
    case ClockMode::Scaled:
        return u"scaled";
    case ClockMode::Manual:
        return u"manual";
    }
    return {};
}

std::optional<ClockMode> modeFromWord(const QString &word)
{
    for (const ClockMode mode : {ClockMode::Real, ClockMode::Scaled, ClockMode::Manual}) {
        if (word == modeWord(mode))
            return mode;
    }
    return std::nullopt;
}

// Engine seconds per second while it is not paused.
double speedOf(const ClockSetting &setting)
{
    switch (setting.mode) {
    case ClockMode::Real:
        return 1;
    case ClockMode::Scaled:
        return setting.speed;
    case ClockMode::Manual:
        break;
    }
    return 0;
}

void write(JsonWriter &json, const ClockReport &clock)
{
    json.beginObject()
        .member("now", isoTime(clock.now))
        .member("mode", modeWord(clock.setting.mode))
        .member("speed", speedOf(clock.setting))
        .member("paused", clock.setting.isPaused)
        .member("next_event_at", isoTime(clock.nextEventAt))
        .member("pending", clock.pending)
        .endObject();
}

// What the member asks for, or a sentence that says how to ask for it.
std::variant<ClockChange, QString> readChange(const WantedMember &wanted, ClockSetting setting)
{
    const auto &[name, value] = wanted;
    if (name == "mode"_L1) {
        const auto mode = modeFromWord(value.toString());
        if (!mode)
            return u"mode must be \"real\", \"scaled\" or \"manual\"."_s;
        setting.mode = *mode;
        return ClockChange{setting};
    }
    if (name == "speed"_L1) {
        setting.mode = ClockMode::Scaled;
        setting.speed = value.toDouble();
        if (!value.isDouble() || setting.speed < SlowestSpeed || setting.speed > FastestSpeed) {
            return u"speed must be a number from "_s + QString::number(SlowestSpeed) + u" to "_s
                + QString::number(FastestSpeed) + u'.';
        }
        return ClockChange{setting};
    }
    if (name == "paused"_L1) {
        setting.isPaused = value.toBool();
        if (!value.isBool())
            return u"paused must be true or false."_s;
        return ClockChange{setting};
    }
    if (name == "advance_seconds"_L1) {
        const double span = value.toDouble();
        if (!value.isDouble() || !(span > 0) || span > MaxAdvanceSeconds)
            return u"advance_seconds must be a number above 0 and up to 2592000, which is 30 days."_s;
        return ClockChange{ClockChange::Advance{milliseconds(qint64(span * 1000 + 0.5))}};
    }
    if (name == "jump_to_next_event"_L1) {
        if (!value.isBool() || !value.toBool())
            return u"jump_to_next_event must be true."_s;
        return ClockChange{ClockChange::JumpToNext{}};
    }
    return u"There is no "_s + name
        + u" here; there are mode, speed, paused, advance_seconds and jump_to_next_event."_s;
}

} // namespace

void getClock(const ConsoleCall &call)
{
    if (const auto problem = Query(call.request.query).problem())
        return call.responder.refuse(400, *problem);
    // On the engine thread, so that it shows all that was answered before.
    call.engine.read([&engine = call.engine, responder = call.responder](StoreReader &) {
        responder.respond([clock = engine.clockReport()](JsonWriter &json) { write(json, clock); });
    });
}

void changeClock(const ConsoleCall &call)
{
    const auto body
        = readOneMember(call.request.body, u"mode, speed, paused, advance_seconds and jump_to_next_event"_s);
    if (const auto *problem = std::get_if<QString>(&body))
        return call.responder.refuse(400, *problem);
    const auto change = readChange(std::get<WantedMember>(body), call.engine.clock().setting());
    if (const auto *problem = std::get_if<QString>(&change))
        return call.responder.refuse(400, *problem);

    const auto answer = [&engine = call.engine, responder = call.responder](const ClockReply &reply) {
        if (reply.trouble != Trouble::None) {
            responder.refuse(500, engine.storeState().sentence);
        } else if (reply.isRefused) {
            responder.refuse(409, u"The real clock cannot be moved. Set mode to \"manual\" or \"scaled\" first."_s);
        } else {
            responder.respond([clock = reply.clock](JsonWriter &json) { write(json, clock); });
        }
    };
    call.engine.changeClock(std::get<ClockChange>(change), answer);
}

} // namespace engine
