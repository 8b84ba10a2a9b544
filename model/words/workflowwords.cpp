// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/workflowwords.h"

#include "model/words/plan.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;

QStringList messageDescriptions(const engine::Workflow &workflow)
{
    const engine::Forecast forecast = engine::forecast(justStarted(workflow));
    QStringList texts;
    for (std::size_t i = 0; i < workflow.stepCount(); ++i) {
        const QString channel = channelName(workflow.step(i).channel);
        texts << (i == 0 ? channel : channel + u" at "_s + position(forecast.dueAt[i].time_since_epoch()));
    }
    return texts;
}

QString workflowDescription(const engine::Workflow &workflow)
{
    const QStringList texts = messageDescriptions(workflow);
    return texts.size() == 1 ? texts.front() + u" only"_s : texts.join(u", "_s);
}

QString ownWorkflowSentence(const engine::Workflow &own, std::span<const engine::Workflow> others)
{
    std::vector<engine::Workflow> all(others.begin(), others.end());
    constexpr auto Api = engine::Dialect::Vonage; // has the most
    for (engine::WorkflowId id = 1; id <= engine::lastStandardWorkflow(Api); ++id)
        all.push_back(*engine::standardWorkflow(id, Api));
    const auto same = std::find_if(all.begin(), all.end(), [&](const engine::Workflow &other) {
        return other.id() != own.id() && other.version() == own.version();
    });
    const QString words = u"%1: %2"_s.arg(own.id()).arg(workflowDescription(own));
    return same == all.end() ? words + u'.' : words + u", the same as %1."_s.arg(same->id());
}

} // namespace model
