// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/speech.h"

#include "engine/message/messagetext.h"

namespace model {

using engine::Record;

// Without the store's key nobody knows the digits; all take about as long to say.
engine::milliseconds speechDuration(const Record &record, std::size_t step)
{
    const auto pin = std::size_t(record.steps.at(step).pinGeneration) - 1;
    QString digits = pin < record.pins.size() ? record.pins[pin].digits : QString();
    if (digits.isEmpty())
        digits = QString(record.request.codeLength, u'0');
    const engine::Request &request = record.request;
    return engine::spokenDuration(engine::spoken(request.locale, request.brand, digits,
                                                 record.verification.workflow.pinExpiry(), request.amount));
}

bool speaks(const Record &record, std::size_t step, engine::Instant now)
{
    const engine::StepRecord &call = record.steps.at(step);
    if (call.channel != engine::Channel::Tts || !call.deliveredAt || record.verification.hasEnded())
        return false;
    return now < *call.deliveredAt + speechDuration(record, step);
}

std::optional<engine::Instant> speaksUntil(const Record &record, engine::Instant now)
{
    for (std::size_t step = 0; step < record.steps.size(); ++step) {
        if (speaks(record, step, now))
            return *record.steps[step].deliveredAt + speechDuration(record, step);
    }
    return {};
}

} // namespace model
