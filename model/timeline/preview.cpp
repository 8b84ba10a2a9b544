// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/preview.h"

#include "model/words/moneywords.h"
#include "model/words/plan.h"
#include "model/words/times.h"
#include "model/words/workflowwords.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::milliseconds;

namespace {

PreviewPin pin(std::size_t generation, milliseconds from, milliseconds until, milliseconds life)
{
    const QString name = u"PIN "_s + QString::number(generation);
    return {from, until, name, name + (generation == 1 ? QString(u", valid for "_s + position(life)) : u", new"_s)};
}

} // namespace

Preview preview(const engine::Workflow &workflow, const engine::Prices &prices)
{
    Preview preview;
    const engine::Forecast forecast = engine::forecast(justStarted(workflow));
    preview.endsAt = forecast.endsAt.time_since_epoch();
    preview.atMost = prices.onSuccess;
    for (std::size_t i = 0; i < workflow.stepCount(); ++i) {
        const engine::Channel channel = workflow.step(i).channel;
        const milliseconds at = forecast.dueAt[i].time_since_epoch();
        const int generation = i == 0 ? 1 : forecast.pinGeneration[i];
        preview.steps.push_back({forChannel(channel, Symbol::SmsPlanned), at});
        preview.atMost += channel == engine::Channel::Sms ? prices.perSms : prices.perCall;
        if (generation > int(preview.pins.size())) {
            if (!preview.pins.empty())
                preview.pins.back().until = std::min(preview.pins.back().until, at);
            const milliseconds until = std::min<milliseconds>(at + workflow.pinExpiry(), preview.endsAt);
            preview.pins.push_back(pin(preview.pins.size() + 1, at, until, workflow.pinExpiry()));
        }
    }
    preview.cost = u"at most "_s + money(preview.atMost);
    preview.sentence
        = workflowDescription(workflow) + u"; expires at "_s + position(preview.endsAt) + u"; "_s + preview.cost + u'.';
    return preview;
}

} // namespace model
