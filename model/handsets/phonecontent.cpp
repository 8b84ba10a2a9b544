// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/phonecontent.h"

#include "model/words/countrywords.h"
#include "model/words/numberwords.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <QStringList>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Record;

namespace {

using Arrived = std::vector<std::pair<Instant, PhoneMessage>>;

QString minuteOfDay(Instant instant)
{
    return timeOfDay(instant).left(5);
}

QString spelled(const QString &pin, const QString &between)
{
    return pin.split(QString(), Qt::SkipEmptyParts).join(between);
}

PhoneMessage arrivedSms(const Record &record, std::uint8_t step)
{
    const engine::Request &request = record.request;
    const QString pin = pinOf(record, step);
    return {PhoneMessage::Kind::Sms, request.senderId, minuteOfDay(*record.steps[step].deliveredAt),
            engine::smsText(request.locale, request.brand, pin, request.workflow.pinExpiry(), request.amount), pin};
}

// A voice says the PIN digit by digit, and so does its text.
QString spokenPin(const QString &pin)
{
    return spelled(pin, u", "_s);
}

PhoneMessage heardCall(const Record &record, std::uint8_t step)
{
    const engine::Request &request = record.request;
    const QString pin = pinOf(record, step);
    return {PhoneMessage::Kind::SpokenCall, request.senderId + u" spoke"_s,
            minuteOfDay(*record.steps[step].deliveredAt),
            engine::spokenText(request.locale, request.brand, pin, request.workflow.pinExpiry(), request.amount),
            spokenPin(pin)};
}

void addArrived(const Record &record, Instant now, Arrived &arrived)
{
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const engine::StepRecord &step = record.steps[i];
        const auto place = std::uint8_t(i);
        if (step.channel == engine::Channel::Tts && step.failedAt)
            arrived.emplace_back(*step.failedAt, missedCall(step));
        else if (step.deliveredAt && step.channel == engine::Channel::Sms)
            arrived.emplace_back(*step.deliveredAt, arrivedSms(record, place));
        else if (step.deliveredAt && speakingStep(record, now) != place)
            arrived.emplace_back(*step.deliveredAt, heardCall(record, place));
    }
}

// "The next call comes in 0:50.", where what came last was of no use.
QString whatComesNext(const Record &record, Instant now)
{
    const engine::Verification &verification = record.verification;
    if (!verification.isRunning() || !verification.hasStepsLeft())
        return {};
    const engine::StepRecord &last = record.steps.at(verification.stepsSent - 1U);
    if (!last.failedAt)
        return {};
    const std::size_t next = verification.stepsSent;
    const auto due = record.stepDueAt(next);
    if (!due)
        return {};
    const engine::milliseconds left = std::max(*due - now, engine::milliseconds::zero());
    return u"The next "_s + channelName(record.steps[next].channel) + u" comes in "_s + position(left) + u'.';
}

} // namespace

PhoneMessage phoneMessage(const engine::HandsetMessage &message)
{
    if (message.channel == engine::Channel::Sms)
        return {PhoneMessage::Kind::Sms, message.senderId, minuteOfDay(message.at), message.text, message.pin};
    return {PhoneMessage::Kind::SpokenCall, message.senderId + u" spoke"_s, minuteOfDay(message.at), message.text,
            spokenPin(message.pin)};
}

PhoneMessage missedCall(const engine::StepRecord &step)
{
    return {PhoneMessage::Kind::MissedCall,
            wasDeclined(step) ? u"Call declined"_s : u"Call not answered"_s,
            {},
            minuteOfDay(*step.sentAt) + u", rang "_s + duration(*step.failedAt - *step.sentAt),
            {}};
}

PhoneCall ringingCall(const Record &record, std::uint8_t step, Instant now)
{
    return {PhoneCall::State::Ringing,
            record.request.senderId + u" calls"_s,
            u"rings for "_s + timeLeft(ringsFor(record, step, now)) + u" more"_s,
            {},
            {}};
}

PhoneCall speakingCall(const Record &record, std::uint8_t step, engine::milliseconds sinceAnswer)
{
    const Speech speech = spokenUntil(record, step, sinceAnswer);
    return {PhoneCall::State::Speaking,
            record.request.senderId + u" speaks"_s,
            {},
            speech.words,
            spelled(speech.digits, u" "_s)};
}

void sayPaused(PhoneCall &call)
{
    const QString paused = u"the clock is paused, F8 lets it run"_s;
    call.detail = call.detail.isEmpty() ? paused : call.detail + u":\n"_s + paused;
}

PhoneContent phoneContent(const std::vector<std::shared_ptr<const Record>> &records,
                          const engine::HandsetSettings &settings, const NumberMask &mask, Instant now,
                          const std::optional<Replay> &replay)
{
    const Record &newest = *records.front();
    const bool isByHand = isOperatedByHand(newest);
    PhoneContent content;
    content.number = mask.shown(newest.request.number, newest.request.source);
    content.country = countryName(newest.request.number.country());
    if (replay) {
        content.call = speakingCall(*replay->record, replay->step, replay->sinceAnswer);
    } else if (const auto rings = ringingStep(newest, settings)) {
        content.call = ringingCall(newest, *rings, now);
    } else if (const auto speaks = speakingStep(newest, now)) {
        content.call = speakingCall(newest, *speaks, now - *newest.steps[*speaks].deliveredAt);
    }
    if (isByHand && !settings.isSwitchedOn) {
        content.emptyWords = u"Switched off.\nNothing is delivered."_s;
        return content;
    }
    Arrived arrived;
    for (auto record = records.rbegin(); record != records.rend(); ++record)
        addArrived(**record, now, arrived);
    std::ranges::stable_sort(arrived, {}, [](const auto &each) { return each.first; });
    for (auto &[at, message] : arrived)
        content.messages.push_back(std::move(message));
    content.note = whatComesNext(newest, now);
    return content;
}

} // namespace model
