// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/snippet/snippetparameters.h"

#include "engine/request/startparameters.h"
#include "model/words/numberwords.h"

namespace model {

using engine::Parameter;
using engine::Workflow;

namespace {

constexpr int UsualCodeLength = 4;

// What was asked for, from what came of it.
engine::Timing timingOf(const Workflow &workflow)
{
    const std::optional<engine::seconds> waits[]{std::nullopt, workflow.step(0).wait};
    const std::optional<engine::seconds> expiries[]{std::nullopt, workflow.pinExpiry()};
    for (const auto &wait : waits) {
        for (const auto &expiry : expiries) {
            for (const engine::Dialect dialect : {engine::Dialect::Vonage, engine::Dialect::Nexmo2019}) {
                if (engine::standardWorkflow(workflow.id(), dialect, {wait, expiry}) == workflow)
                    return {wait, expiry};
            }
        }
    }
    return {};
}

} // namespace

std::vector<SnippetParameter> snippetParameters(const engine::Record &record, const NumberMask &mask)
{
    const engine::Request &request = record.request;
    std::vector<SnippetParameter> parameters;
    const auto addText = [&](Parameter parameter, const QString &value) {
        if (!value.isEmpty())
            parameters.push_back({engine::parameterName(parameter), value, false});
    };
    const auto addCount = [&](Parameter parameter, std::int64_t value) {
        parameters.push_back({engine::parameterName(parameter), QString::number(value), true});
    };
    addText(Parameter::Number, mask.digits(request.number, request.source));
    addText(Parameter::Brand, request.brand);
    addCount(Parameter::ChosenWorkflow, request.workflow.id());
    if (request.senderId != engine::DefaultSenderId)
        addText(Parameter::SenderId, request.senderId);
    addText(Parameter::Locale, request.locale);
    if (!request.sealedPin.isEmpty()) {
        if (!record.pins.empty())
            addText(Parameter::PinCode, record.pins.front().digits);
    } else if (request.codeLength != UsualCodeLength) {
        addCount(Parameter::CodeLength, request.codeLength);
    }
    const engine::Timing timing = timingOf(request.workflow);
    if (timing.nextEventWait)
        addCount(Parameter::NextEventWait, timing.nextEventWait->count());
    if (timing.pinExpiry)
        addCount(Parameter::PinExpiry, timing.pinExpiry->count());
    return parameters;
}

} // namespace model
