// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/workflowwords.h"

#include "model/words/plan.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <QStringList>

namespace model {

using namespace Qt::StringLiterals;

QString workflowDescription(const engine::Workflow &workflow)
{
    if (workflow.stepCount() == 0)
        return {};
    const QString first = channelName(workflow.step(0).channel);
    if (workflow.stepCount() == 1)
        return first + u" only";
    const engine::Forecast forecast = engine::forecast(justStarted(workflow));
    QStringList texts{first};
    for (std::size_t i = 1; i < workflow.stepCount(); ++i)
        texts << channelName(workflow.step(i).channel) + u" at " + position(forecast.dueAt[i].time_since_epoch());
    return texts.join(u", ");
}

} // namespace model
