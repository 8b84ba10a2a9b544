// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/workflowwords.h"

#include "model/words/plan.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

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

} // namespace model
