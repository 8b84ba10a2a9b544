// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/journalcodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>
#include <QCborValue>

namespace engine {

namespace {

// These numbers stand in stores.
enum BodyKey { EventsKey = 0, RequestKey = 1, CodeKey = 2 };
static_assert(int(EventType::Requested) == 0 && int(EventType::PinIssued) == 1 && int(EventType::StepSent) == 2
              && int(EventType::StepDelivered) == 3 && int(EventType::StepFailed) == 4
              && int(EventType::CodeAccepted) == 5 && int(EventType::CodeRejected) == 6
              && int(EventType::Cancelled) == 7 && int(EventType::Failed) == 8 && int(EventType::Expired) == 9);
static_assert(int(ChosenBy::Unknown) == 0 && int(ChosenBy::Named) == 1 && int(ChosenBy::Default) == 2
              && int(ChosenBy::Rule) == 3 && int(ChosenBy::Lot) == 4);
static_assert(int(Source::Window) == 0 && int(Source::Api) == 1 && int(Source::Demo) == 2
              && int(Source::Population) == 3 && int(Source::Import) == 4);
constexpr int LastEventType = int(EventType::Expired);

int fieldCount(EventType type)
{
    switch (type) {
    case EventType::Requested:
    case EventType::CodeAccepted:
    case EventType::CodeRejected:
        return 4;
    case EventType::StepSent:
        return 9;
    case EventType::PinIssued:
    case EventType::StepDelivered:
    case EventType::StepFailed:
        return 3;
    case EventType::Cancelled:
    case EventType::Failed:
    case EventType::Expired:
        return 2;
    }
    Q_UNREACHABLE();
}

void append(QCborStreamWriter &writer, std::integral auto number)
{
    writer.append(qint64(number));
}

void write(QCborStreamWriter &writer, const Event &event)
{
    writer.startArray(quint64(fieldCount(event.type)));
    append(writer, int(event.type));
    append(writer, toMilliseconds(event.at));
    switch (event.type) {
    case EventType::Requested: {
        const std::string version = event.workflow.version();
        append(writer, event.workflow.id());
        writer.append(QLatin1StringView(version.data(), qsizetype(version.size())));
        break;
    }
    case EventType::PinIssued:
        append(writer, event.pinGeneration);
        break;
    case EventType::StepSent:
        append(writer, event.step);
        append(writer, event.pinGeneration);
        append(writer, int(event.plan.delivery));
        append(writer, event.plan.reportAfter.count());
        append(writer, int(event.plan.isEntered));
        append(writer, event.plan.entryAfter.count());
        append(writer, event.plan.wrongCodes);
        break;
    case EventType::StepDelivered:
    case EventType::StepFailed:
        append(writer, event.step);
        break;
    case EventType::CodeAccepted:
    case EventType::CodeRejected:
        append(writer, event.pinGeneration);
        append(writer, event.answers);
        break;
    case EventType::Cancelled:
    case EventType::Failed:
    case EventType::Expired:
        break;
    }
    writer.endArray();
}

std::optional<Event> readEvent(const QCborArray &fields)
{
    const qint64 type = fields.at(0).toInteger(-1);
    if (type < 0 || type > LastEventType || fields.size() < fieldCount(EventType(type)))
        return std::nullopt;
    const auto small = [&](qsizetype index) { return static_cast<std::uint8_t>(fields.at(index).toInteger()); };
    Event event;
    event.type = EventType(type);
    event.at = fromMilliseconds(fields.at(1).toInteger());
    switch (event.type) {
    case EventType::Requested: {
        const auto workflow = Workflow::fromVersion(small(2), fields.at(3).toString().toStdString());
        if (!workflow)
            return std::nullopt;
        event.workflow = *workflow;
        break;
    }
    case EventType::PinIssued:
        event.pinGeneration = small(2);
        break;
    case EventType::StepSent:
        event.step = small(2);
        event.pinGeneration = small(3);
        event.plan.delivery = StepPlan::Delivery(small(4));
        event.plan.reportAfter = milliseconds(fields.at(5).toInteger());
        event.plan.isEntered = fields.at(6).toInteger() != 0;
        event.plan.entryAfter = milliseconds(fields.at(7).toInteger());
        event.plan.wrongCodes = small(8);
        break;
    case EventType::StepDelivered:
    case EventType::StepFailed:
        event.step = small(2);
        break;
    case EventType::CodeAccepted:
    case EventType::CodeRejected:
        event.pinGeneration = small(2);
        event.answers = small(3);
        break;
    case EventType::Cancelled:
    case EventType::Failed:
    case EventType::Expired:
        break;
    }
    return event.step < MaxSteps ? std::optional(event) : std::nullopt;
}

void write(QCborStreamWriter &writer, const Request &request)
{
    const WorkflowChoice &choice = request.choice;
    const bool isOrdinary = choice.rule.isEmpty() && request.amount.isEmpty() && request.network.isEmpty();
    writer.startArray(isOrdinary ? 15 : 19);
    writer.append(request.id.toBytes());
    writer.append(request.account);
    append(writer, static_cast<qint64>(request.number.digits()));
    writer.append(request.country);
    writer.append(request.brand);
    writer.append(request.senderId);
    writer.append(request.locale);
    append(writer, request.codeLength);
    writer.append(request.sealedPin);
    append(writer, int(request.source));
    writer.append(request.population);
    append(writer, request.prices.onSuccess.hundredMillionths());
    append(writer, request.prices.perSms.hundredMillionths());
    append(writer, request.prices.perCall.hundredMillionths());
    append(writer, int(choice.by));
    if (!isOrdinary) {
        writer.append(choice.rule);
        append(writer, choice.version);
        writer.append(request.amount);
        writer.append(request.network);
    }
    writer.endArray();
}

std::optional<Request> readRequest(const QCborArray &fields)
{
    const auto id = RequestId::fromBytes(fields.at(0).toByteArray());
    if (!id || fields.size() < 14)
        return std::nullopt;
    Request request;
    request.id = *id;
    request.account = fields.at(1).toString();
    request.number = PhoneNumber(static_cast<std::uint64_t>(fields.at(2).toInteger()));
    request.country = fields.at(3).toString();
    request.brand = fields.at(4).toString();
    request.senderId = fields.at(5).toString();
    request.locale = fields.at(6).toString();
    request.codeLength = int(fields.at(7).toInteger());
    request.sealedPin = fields.at(8).toByteArray();
    request.source = Source(fields.at(9).toInteger());
    request.population = fields.at(10).toString();
    request.prices.onSuccess = Money::fromHundredMillionths(fields.at(11).toInteger());
    request.prices.perSms = Money::fromHundredMillionths(fields.at(12).toInteger());
    request.prices.perCall = Money::fromHundredMillionths(fields.at(13).toInteger());
    request.choice.by = ChosenBy(fields.at(14).toInteger()); // 0 where older versions kept nothing of it
    request.choice.rule = fields.at(15).toString();
    request.choice.version = int(fields.at(16).toInteger());
    request.amount = fields.at(17).toString();
    request.network = fields.at(18).toString(); // empty where older versions kept none
    return request;
}

} // namespace

QByteArray encodeJournalBody(const JournalEntry &entry)
{
    QByteArray body;
    body.reserve(entry.request ? 320 : 64);
    QCborStreamWriter writer(&body);
    writer.startMap(1U + (entry.request ? 1U : 0U) + (entry.code.isEmpty() ? 0U : 1U));
    append(writer, int(EventsKey));
    writer.startArray(entry.events.size());
    for (const Event &event : entry.events)
        write(writer, event);
    writer.endArray();
    if (entry.request) {
        append(writer, int(RequestKey));
        write(writer, *entry.request);
    }
    if (!entry.code.isEmpty()) {
        append(writer, int(CodeKey));
        writer.append(entry.code);
    }
    writer.endMap();
    return body;
}

std::optional<JournalEntry> decodeJournalBody(Sequence sequence, VerificationKey key, const QByteArray &body)
{
    // What was read before an error is no value to look into: a map cut after a key has no value for it.
    QCborParserError error;
    const QCborMap map = QCborValue::fromCbor(body, &error).toMap();
    if (error.error != QCborError::NoError)
        return std::nullopt;
    const QCborArray events = map.value(qint64(EventsKey)).toArray();
    if (events.isEmpty())
        return std::nullopt;

    JournalEntry entry;
    entry.sequence = sequence;
    entry.key = key;
    entry.code = map.value(qint64(CodeKey)).toString();
    for (const QCborValue &fields : events) {
        const auto event = readEvent(fields.toArray());
        if (!event)
            return std::nullopt;
        entry.events.push_back(*event);
    }
    if (entry.events.front().type == EventType::Requested) {
        auto request = readRequest(map.value(qint64(RequestKey)).toArray());
        if (!request)
            return std::nullopt;
        request->workflow = entry.events.front().workflow;
        entry.request = std::make_shared<const Request>(std::move(*request));
    }
    return entry;
}

} // namespace engine
