// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/runwords.h"

#include "model/simulate/shares.h"
#include "model/words/counts.h"
#include "model/words/times.h"

#include <algorithm>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;

namespace {

QString about(double seconds)
{
    if (seconds < 1.5)
        return u"about a second"_s;
    if (seconds < 60)
        return u"about %1 s"_s.arg(std::lround(seconds));
    return u"about "_s + counted(std::lround(seconds / 60), u"minute"_s);
}

} // namespace

QString lastRunWords(const SimulateOutcome &outcome)
{
    if (outcome.keptAt)
        return u"Opened: kept on "_s + dayAndTime(*outcome.keptAt);
    const SimulateRequest &request = outcome.request;
    const QString took = QString::number(outcome.seconds, 'f', 1) + u" s"_s;
    if (!outcome.isWhole())
        return u"Cancelled after %1 of %2 users, %3"_s.arg(grouped(outcome.users()), grouped(request.allUsers()), took);
    return u"Done: %1 requests in %2"_s.arg(grouped(outcome.verifications), took);
}

QString nextRunWords(const SimulateRequest &request, double verificationsPerSecond)
{
    return u"%1, %2 users each, %3"_s.arg(counted(qsizetype(request.workflows.size()), u"workflow"_s),
                                          grouped(request.users),
                                          about(double(request.verifications()) / verificationsPerSecond));
}

QStringList differences(const SimulateRequest &a, const SimulateRequest &b)
{
    QStringList words;
    const auto isIn = [](const engine::PopulationMix &mix, const SimulateRequest &request) {
        return std::find(request.populations.begin(), request.populations.end(), mix) != request.populations.end();
    };
    for (const engine::PopulationMix &mix : b.populations) {
        if (!isIn(mix, a))
            words << populationTitle(mix);
    }
    if (words.size() > 1 || (words.isEmpty() && a.populations != b.populations))
        words = {u"populations"_s};
    const auto idsOf = [](const SimulateRequest &request) {
        std::vector<engine::WorkflowId> ids;
        for (const engine::Workflow &workflow : request.workflows)
            ids.push_back(workflow.id());
        return ids;
    };
    const bool isOtherWait = a.timing.nextEventWait != b.timing.nextEventWait;
    const bool isOtherLife = a.timing.pinExpiry != b.timing.pinExpiry;
    if (idsOf(a) != idsOf(b) || (a.workflows != b.workflows && !isOtherWait && !isOtherLife))
        words << u"workflows"_s;
    if (isOtherWait)
        words << u"waits"_s;
    if (isOtherLife)
        words << u"PIN lives"_s;
    if (a.users != b.users)
        words << u"users"_s;
    if (a.seed != b.seed)
        words << u"seed"_s;
    if (!(a.prices == b.prices))
        words << u"prices"_s;
    return words;
}

} // namespace model
