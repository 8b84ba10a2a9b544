// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/handsets/phonecalls.h"

#include "engine/delivery/magicnumbers.h"
#include "model/words/speech.h"

namespace model {

using engine::Record;

bool isOperatedByHand(const Record &record)
{
    return record.request.population.isEmpty() && record.request.source != engine::Source::Import
        && !engine::findMagicNumber(record.request.number);
}

std::optional<std::uint8_t> ringingStep(const Record &record, const engine::HandsetSettings &settings)
{
    // Who was verified meanwhile hangs up: a call ends with its verification, ringing or speaking.
    if (!record.verification.isRunning() || !isOperatedByHand(record))
        return {};
    if (settings.calls != engine::HandsetSettings::Calls::AskMe || !settings.isSwitchedOn)
        return {};
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const engine::StepRecord &step = record.steps[i];
        if (step.channel == engine::Channel::Tts && step.sentAt && !step.deliveredAt && !step.failedAt)
            return std::uint8_t(i);
    }
    return {};
}

engine::milliseconds ringsFor(const Record &record, std::uint8_t step, engine::Instant now)
{
    const engine::StepRecord &call = record.steps.at(step);
    return call.sentAt.value_or(now) + call.plan.reportAfter - now;
}

std::optional<std::uint8_t> speakingStep(const Record &record, engine::Instant now)
{
    for (std::size_t step = 0; step < record.steps.size(); ++step) {
        if (speaks(record, step, now))
            return std::uint8_t(step);
    }
    return {};
}

QString pinOf(const Record &record, std::uint8_t step)
{
    const auto pin = std::size_t(record.steps.at(step).pinGeneration) - 1;
    return pin < record.pins.size() ? record.pins[pin].digits : QString();
}

std::vector<engine::SpokenWord> callWords(const Record &record, std::uint8_t step)
{
    const QString pin = pinOf(record, step);
    if (pin.isEmpty())
        return {};
    const engine::Request &request = record.request;
    return engine::spoken(request.locale, request.brand, pin, request.workflow.pinExpiry(), request.amount);
}

Speech spokenUntil(const Record &record, std::uint8_t step, engine::milliseconds sinceAnswer)
{
    const QString pin = pinOf(record, step);
    Speech speech;
    for (const engine::SpokenWord &word : callWords(record, step)) {
        if (word.at > sinceAnswer)
            break;
        speech.words += speech.words.isEmpty() ? word.text : QString(u' ' + word.text);
        if (word.isOfPin && speech.digits.size() < pin.size()) // it is said twice
            speech.digits += pin[speech.digits.size()];
    }
    return speech;
}

std::vector<Phrase> phrases(const std::vector<engine::SpokenWord> &words)
{
    std::vector<Phrase> phrases;
    bool goesOn = false;
    for (const engine::SpokenWord &word : words) {
        if (goesOn && !word.isOfPin)
            phrases.back().text += u' ' + word.text;
        else
            phrases.push_back({word.text, word.at});
        goesOn = !word.isOfPin && !word.text.back().isPunct();
    }
    return phrases;
}

} // namespace model
