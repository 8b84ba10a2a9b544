// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/console/verificationjson.h"

#include "engine/api/apiwords.h"

#include <QDateTime>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

QStringView stateWord(StepState state)
{
    switch (state) {
    case StepState::Pending:
        return u"pending";
    case StepState::Sent:
        return u"sent";
    case StepState::Delivered:
        return u"delivered";
    case StepState::Failed:
        return u"failed";
    case StepState::Verified:
        return u"verified";
    case StepState::Expired:
        return u"expired";
    case StepState::Skipped:
        return u"skipped";
    case StepState::Cancelled:
        return u"cancelled";
    }
    return {};
}

QStringView eventWord(EventType type)
{
    switch (type) {
    case EventType::Requested:
        return u"requested";
    case EventType::PinIssued:
        return u"pin_issued";
    case EventType::StepSent:
        return u"step_sent";
    case EventType::StepDelivered:
        return u"step_delivered";
    case EventType::StepFailed:
        return u"step_failed";
    case EventType::CodeAccepted:
        return u"code_accepted";
    case EventType::CodeRejected:
        return u"code_rejected";
    case EventType::Cancelled:
        return u"cancelled";
    case EventType::Failed:
        return u"failed";
    case EventType::Expired:
        return u"expired";
    }
    return {};
}

// What is empty was not reached, or is not known here.
std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

void writeSteps(JsonWriter &json, const Record &record)
{
    json.beginArray();
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const StepRecord &step = record.steps[i];
        json.beginObject()
            .member("index", i + 1)
            .member("channel", channelWord(step.channel))
            .member("state", stateWord(record.stepState(i)))
            .member("due_at", isoTime(record.stepDueAt(i)))
            .member("sent_at", isoTime(step.sentAt))
            .member("delivered_at", isoTime(step.deliveredAt))
            .member("pin_generation", step.sentAt ? std::optional(step.pinGeneration) : std::nullopt)
            .endObject();
    }
    json.endArray();
}

void writeChecks(JsonWriter &json, const Record &record)
{
    json.beginArray();
    for (const CheckRecord &check : record.checks) {
        json.beginObject()
            .member("at", isoTime(check.at))
            .member("code", unlessEmpty(enteredCode(record, check)))
            .member("status", checkWord(check))
            .endObject();
    }
    json.endArray();
}

// What an event tells beyond its time.
void writeDetails(JsonWriter &json, const Record &record, const RecordedEvent &recorded)
{
    const Event &event = recorded.event;
    switch (event.type) {
    case EventType::PinIssued:
        json.member("pin_generation", event.pinGeneration);
        break;
    case EventType::StepSent:
        json.member("step", event.step + 1)
            .member("channel", channelWord(record.steps.at(event.step).channel))
            .member("pin_generation", event.pinGeneration);
        break;
    case EventType::StepDelivered:
    case EventType::StepFailed:
        json.member("step", event.step + 1).member("channel", channelWord(record.steps.at(event.step).channel));
        break;
    case EventType::CodeAccepted:
        json.member("pin_generation", event.pinGeneration);
        break;
    case EventType::CodeRejected:
        json.member("code", QStringView(recorded.code));
        break;
    default:
        break;
    }
}

void writeEvents(JsonWriter &json, const Record &record)
{
    json.beginArray();
    int seq = 0;
    for (const RecordedEvent &recorded : record.events) {
        json.beginObject()
            .member("seq", ++seq)
            .member("at", isoTime(recorded.event.at))
            .member("type", eventWord(recorded.event.type));
        writeDetails(json, record, recorded);
        json.endObject();
    }
    json.endArray();
}

// When the next message goes out; none after the last one.
std::optional<Instant> nextEventAt(const Verification &v)
{
    return v.isRunning() && v.hasStepsLeft() ? nextWake(v) : std::nullopt;
}

} // namespace

QString isoTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<QString> isoTime(std::optional<Instant> instant)
{
    return instant ? std::optional(isoTime(*instant)) : std::nullopt;
}

void writeVerification(JsonWriter &json, const Record &record)
{
    const Verification &v = record.verification;
    const Request &request = record.request;
    json.beginObject()
        .member("request_id", request.id.toString())
        .member("workflow_id", v.workflow.id())
        .member("number", request.number.toString())
        .member("country", unlessEmpty(request.country))
        .member("brand", QStringView(request.brand))
        .member("status", statusWord(record.status()))
        .member("pin", unlessEmpty(record.pins.back().digits))
        .member("pin_generation", v.pinGeneration)
        .member("attempts_left", v.isRunning() ? v.triesLeft() : 0)
        .member("next_event_at", isoTime(nextEventAt(v)))
        .member("expires_at", isoTime(v.isRunning() ? std::optional(record.endsAt()) : std::nullopt))
        .member("ended_at", isoTime(v.hasEnded() ? std::optional(v.endedAt) : std::nullopt));
    writeSteps(json.name("steps"), record);
    writeChecks(json.name("checks"), record);
    writeEvents(json.name("events"), record);
    json.endObject();
}

} // namespace engine
