// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/eventwords.h"

#include "model/words/statuswords.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Channel;
using engine::Event;
using engine::EventType;
using engine::Record;

namespace {

// Which PIN a message carries, where it has a choice: the first one always brings the first.
QString pinSuffix(int generation, int previous)
{
    if (previous == 0)
        return {};
    return generation == previous ? u", same PIN"_s : u", PIN "_s + QString::number(generation);
}

QString codeText(const engine::RecordedEvent &event)
{
    return u"code "_s + event.code + (event.event.pinGeneration == 0 ? u", wrong"_s : u", no longer valid"_s);
}

// None for what another line tells.
std::optional<EventLine> lineOf(const engine::RecordedEvent &recorded, const Record &record)
{
    const Event &event = recorded.event;
    const auto line = [&](std::optional<Symbol> symbol, const QString &text) {
        return EventLine{event.at - record.verification.startedAt, symbol, text, false};
    };
    const auto stepLine = [&](Symbol sms, const QString &ofSms, const QString &ofCall) {
        const Channel channel = record.steps.at(event.step).channel;
        return line(forChannel(channel, sms), channel == Channel::Sms ? ofSms : ofCall);
    };
    switch (event.type) {
    case EventType::Requested:
        return line({}, u"requested, PIN 1 made"_s);
    case EventType::PinIssued:
        return std::nullopt;
    case EventType::StepSent: {
        const int previous = event.step == 0 ? 0 : record.steps.at(event.step - 1U).pinGeneration;
        const QString pin = pinSuffix(event.pinGeneration, previous);
        return stepLine(Symbol::SmsSent, u"SMS sent"_s + pin, u"call rings"_s + pin);
    }
    case EventType::StepDelivered:
        return stepLine(Symbol::SmsDelivered, u"SMS delivered"_s, u"call answered"_s);
    case EventType::StepFailed:
        return stepLine(Symbol::SmsNotDelivered, u"SMS not delivered"_s,
                        wasDeclined(record.steps.at(event.step)) ? u"call declined"_s : u"call not answered"_s);
    case EventType::CodeAccepted:
        return line(Symbol::Verified, u"code accepted, verified"_s);
    case EventType::CodeRejected:
        return line(Symbol::WrongCode, codeText(recorded));
    case EventType::Cancelled:
        return line(Symbol::Cancelled, u"cancelled"_s);
    case EventType::Failed:
        return line(Symbol::Failed, u"third wrong code, failed"_s);
    case EventType::Expired:
        return line(Symbol::Expired, u"expired"_s);
    }
    Q_UNREACHABLE();
}

void appendForecast(std::vector<EventLine> &lines, const Record &record)
{
    const engine::Verification &v = record.verification;
    const engine::Forecast forecast = engine::forecast(v);
    int previous = v.pinGeneration;
    for (std::size_t i = v.stepsSent; i < record.steps.size(); ++i) {
        const Channel channel = record.steps[i].channel;
        const QString text = channelName(channel) + u" if needed"_s + pinSuffix(forecast.pinGeneration[i], previous);
        lines.push_back({forecast.dueAt[i] - v.startedAt, forChannel(channel, Symbol::SmsPlanned), text, true});
        previous = forecast.pinGeneration[i];
    }
    lines.push_back({forecast.endsAt - v.startedAt, Symbol::Expiry, u"expires"_s, true});
}

bool isAboutAStep(EventType type)
{
    return type == EventType::StepSent || type == EventType::StepDelivered || type == EventType::StepFailed;
}

} // namespace

bool areStepTimesUnknown(const Record &record)
{
    return record.verification.stepsSent > 0
        && std::ranges::none_of(record.steps, [](const engine::StepRecord &step) { return step.sentAt.has_value(); });
}

std::vector<EventLine> eventLines(const Record &record)
{
    std::vector<EventLine> lines;
    const bool isWithoutSteps = areStepTimesUnknown(record);
    for (const engine::RecordedEvent &event : record.events) {
        if (isWithoutSteps && isAboutAStep(event.event.type))
            continue;
        if (const auto line = lineOf(event, record))
            lines.push_back(*line);
        if (isWithoutSteps && event.event.type == EventType::Requested)
            lines.push_back({lines.back().at, {}, StepTimesUnknown.toString(), false});
    }
    if (record.verification.isRunning())
        appendForecast(lines, record);
    return lines;
}

} // namespace model
