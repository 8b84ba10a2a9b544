// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/guidance.h"

#include "model/words/statuswords.h"

#include <QStringList>

namespace model {

using namespace Qt::StringLiterals;
using engine::WorkflowId;

namespace {

QString fitsWhere(WorkflowId id)
{
    switch (id) {
    case 1:
        return u"Where some numbers are landlines or SMS often fails: two calls reach those whom the SMS does not."_s;
    case 2:
        return u"Where users read SMS: a second one makes up for one that was not delivered, and a call comes last."_s;
    case 3:
        return u"For landlines, and where SMS hardly arrives. Slow for everybody else."_s;
    case 4:
        return u"Where calls are disliked, not answered or dear, and SMS arrives."_s;
    case 5:
        return u"Where a call is welcome as the second try, and five minutes are enough."_s;
    case 6:
        return u"Where one SMS has to do, and your app has its own way on."_s;
    case 7:
        return u"For landlines, where one call has to do."_s;
    default:
        return {};
    }
}

} // namespace

std::vector<Guidance> guidance(engine::Dialect dialect)
{
    std::vector<Guidance> all;
    for (WorkflowId id = 1; id <= engine::lastStandardWorkflow(dialect); ++id) {
        const auto workflow = engine::standardWorkflow(id, dialect);
        QStringList messages;
        for (std::size_t i = 0; i < workflow->stepCount(); ++i)
            messages << channelName(workflow->step(i).channel);
        all.push_back({id, messages.join(u", "_s), fitsWhere(id)});
    }
    return all;
}

} // namespace model
