// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/pinstory.h"

#include "model/words/speech.h"

#include <algorithm>

namespace model {

using engine::Channel;
using engine::Instant;
using engine::PinRecord;
using engine::Record;
using engine::StepRecord;
using Form = TimelineRun::Form;

namespace {

bool hasPassed(const std::optional<Instant> &instant, Instant now)
{
    return instant && *instant <= now;
}

// What the phone does because of a call, if anything.
std::optional<Form> phoneAt(const Record &record, Instant now)
{
    for (std::size_t i = record.steps.size(); i-- > 0;) {
        const StepRecord &call = record.steps[i];
        if (call.channel != Channel::Tts || !hasPassed(call.sentAt, now) || hasPassed(call.failedAt, now))
            continue;
        if (!hasPassed(call.deliveredAt, now))
            return call.failedAt ? Form::RingsInVain : Form::Ringing;
        if (now < *call.deliveredAt + speechDuration(record, i))
            return Form::Speech;
    }
    return std::nullopt;
}

Form atPhone(int generation)
{
    if (generation == 1)
        return Form::AtPhone;
    return generation == 2 ? Form::SecondPin : Form::ThirdPin;
}

Form formAt(const Record &record, Instant now)
{
    if (const auto phone = phoneAt(record, now))
        return *phone;
    const auto isLater = [now](const PinRecord &pin) { return pin.issuedAt > now; };
    const auto next = std::ranges::find_if(record.pins, isLater);
    if (next == record.pins.begin() || now >= std::prev(next)->expiresAt)
        return Form::Waiting;
    const int generation = std::prev(next)->generation;
    const bool isThere = std::ranges::any_of(record.steps, [&](const StepRecord &step) {
        return step.pinGeneration == generation && hasPassed(step.deliveredAt, now);
    });
    return isThere ? atPhone(generation) : Form::OnItsWay;
}

// Every moment at which the form may change.
std::vector<Instant> moments(const Record &record, Instant until)
{
    std::vector<Instant> moments{record.verification.startedAt, until};
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const StepRecord &step = record.steps[i];
        for (const auto &instant : {step.sentAt, step.deliveredAt, step.failedAt}) {
            if (instant)
                moments.push_back(*instant);
        }
        if (step.channel == Channel::Tts && step.deliveredAt)
            moments.push_back(*step.deliveredAt + speechDuration(record, i));
    }
    for (const PinRecord &pin : record.pins) {
        moments.push_back(pin.issuedAt);
        moments.push_back(pin.expiresAt);
    }
    std::erase_if(moments, [until](Instant moment) { return moment > until; });
    std::ranges::sort(moments);
    moments.erase(std::ranges::unique(moments).begin(), moments.end());
    return moments;
}

} // namespace

std::vector<PinStretch> pinStory(const Record &record, Instant until)
{
    std::vector<PinStretch> story;
    const std::vector<Instant> bounds = moments(record, until);
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        const Form form = formAt(record, bounds[i]);
        if (!story.empty() && story.back().form == form)
            story.back().to = bounds[i + 1];
        else
            story.push_back({form, bounds[i], bounds[i + 1]});
    }
    return story;
}

} // namespace model
