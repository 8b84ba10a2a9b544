// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/phonewords.h"

#include "model/board/handsetmodel.h"
#include "model/words/countrywords.h"
#include "model/words/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString minuteOfDay(engine::Instant instant)
{
    return model::timeOfDay(instant).left(5);
}

PhoneMessage phoneMessage(const engine::HandsetMessage &message)
{
    if (message.channel == engine::Channel::Sms)
        return {PhoneMessage::Kind::Sms, message.senderId, minuteOfDay(message.at), message.text, message.pin};
    // A voice says the PIN digit by digit, and so does its text.
    const QString spelled = message.pin.split(QString(), Qt::SkipEmptyParts).join(u", "_s);
    return {PhoneMessage::Kind::SpokenCall, message.senderId + u" spoke"_s, minuteOfDay(message.at), message.text,
            spelled};
}

PhoneMessage missedCall(const engine::StepRecord &step)
{
    return {PhoneMessage::Kind::MissedCall,
            u"Call not answered"_s,
            minuteOfDay(*step.sentAt),
            u"rang "_s + model::duration(*step.failedAt - *step.sentAt),
            {}};
}

} // namespace

PhoneContent phoneContent(const model::HandsetModel &handset, engine::Instant now)
{
    PhoneContent content;
    const engine::Record *record = handset.record();
    if (!record)
        return content;
    content.number = record->request.number.toInternational();
    content.country = model::numberDescription(record->request.number);
    std::vector<std::pair<engine::Instant, PhoneMessage>> arrived;
    for (const engine::HandsetMessage &message : handset.messages())
        arrived.emplace_back(message.at, phoneMessage(message));
    for (const engine::StepRecord &step : record->steps) {
        if (step.channel == engine::Channel::Tts && step.failedAt)
            arrived.emplace_back(*step.failedAt, missedCall(step));
    }
    std::stable_sort(arrived.begin(), arrived.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (auto &[at, message] : arrived)
        content.messages.push_back(std::move(message));

    if (handset.ringingStep()) {
        const QString left = model::timeLeft(handset.ringsFor(now));
        content.call = PhoneCall{PhoneCall::State::Ringing,
                                 record->request.senderId + u" calls"_s,
                                 u"rings for "_s + left + u" more"_s,
                                 {},
                                 {}};
    } else if (const auto speech = handset.speech(now)) {
        content.call = PhoneCall{
            PhoneCall::State::Speaking, record->request.senderId + u" speaks"_s, {}, speech->words, speech->digits};
    }
    return content;
}

} // namespace ui
