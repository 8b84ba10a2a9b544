// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/statuswords.h"

#include "model/words/counts.h"
#include "model/words/speech.h"
#include "model/words/times.h"

namespace model {

using namespace Qt::StringLiterals;
using engine::Channel;
using engine::Instant;
using engine::Record;
using engine::Status;

namespace {

QString callState(const Record &record, std::size_t step, Instant now)
{
    const engine::StepRecord &call = record.steps.at(step);
    if (call.failedAt)
        return wasDeclined(call) ? u"declined"_s : u"not answered"_s;
    if (!call.deliveredAt)
        return u"ringing"_s;
    return speaks(record, step, now) ? u"speaking"_s : u"answered"_s;
}

QString smsState(const engine::StepRecord &sms)
{
    if (sms.failedAt)
        return u"not delivered"_s;
    return sms.deliveredAt ? u"delivered"_s : u"on its way"_s;
}

// What a call is doing at the moment, when it is doing anything: "ringing", "speaking".
QString presentCall(const Record &record, Instant now)
{
    for (std::size_t i = record.steps.size(); i-- > 0;) {
        const engine::StepRecord &step = record.steps[i];
        if (step.channel == Channel::Tts && step.sentAt && !step.failedAt
            && (!step.deliveredAt || speaks(record, i, now)))
            return callState(record, i, now);
    }
    return {};
}

} // namespace

QString statusName(Status status)
{
    switch (status) {
    case Status::NotStarted:
    case Status::InProgress:
        return u"Running"_s;
    case Status::Succeeded:
        return u"Verified"_s;
    case Status::Failed:
        return u"Failed"_s;
    case Status::Expired:
        return u"Expired"_s;
    case Status::Cancelled:
        return u"Cancelled"_s;
    }
    Q_UNREACHABLE();
}

QString channelName(Channel channel)
{
    return channel == Channel::Sms ? u"SMS"_s : u"call"_s;
}

QString messageName(const Record &record, std::size_t step)
{
    const Channel channel = record.steps.at(step).channel;
    qsizetype place = 1;
    for (std::size_t i = 0; i < step; ++i)
        place += record.steps[i].channel == channel ? 1 : 0;
    return place == 1 ? channelName(channel) : ordinal(place) + u' ' + channelName(channel);
}

QString messageState(const Record &record, std::size_t step, Instant now)
{
    const engine::StepRecord &message = record.steps.at(step);
    if (!message.sentAt && step < record.verification.stepsSent)
        return u"step times are not in the import"_s;
    if (!message.sentAt)
        return !record.verification.hasEnded()     ? u"if needed"_s
            : record.status() == Status::Cancelled ? u"cancelled"_s
                                                   : u"not needed"_s;
    if (record.request.source == engine::Source::Import && !message.deliveredAt && !message.failedAt)
        return u"sent"_s; // no report tells what became of it
    return message.channel == Channel::Sms ? smsState(message) : callState(record, step, now);
}

bool wasDeclined(const engine::StepRecord &call)
{
    return call.channel == Channel::Tts && call.failedAt && *call.failedAt < *call.sentAt + call.plan.reportAfter;
}

QString stateText(const Record &record, Instant now)
{
    if (record.verification.hasEnded())
        return endedStateText(record.status(), record.verification.endedAt - record.verification.startedAt);
    const QString left = timeLeft(record.endsAt() - now) + u" left"_s;
    const QString call = presentCall(record, now);
    return call.isEmpty() ? left : call + u", "_s + left;
}

QString endedStateText(Status status, engine::milliseconds lifetime)
{
    switch (status) {
    case Status::NotStarted:
    case Status::InProgress:
        return {};
    case Status::Succeeded:
        return u"verified in "_s + duration(lifetime);
    case Status::Failed:
        return counted(engine::MaxWrongCodes, u"wrong code"_s);
    case Status::Expired:
        return u"expired at "_s + position(lifetime);
    case Status::Cancelled:
        return u"cancelled at "_s + position(lifetime);
    }
    Q_UNREACHABLE();
}

} // namespace model
