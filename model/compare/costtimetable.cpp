// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/costtimetable.h"

#include "engine/statistics/timetoverify.h"
#include "model/compare/chartlines.h"
#include "model/compare/costfigures.h"
#include "model/compare/ratewords.h"
#include "model/words/times.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Market;
using engine::WorkflowId;
using engine::WorkflowTally;

namespace {

const QString NotKnown = u"–"_s;

const CostPoint *pointFor(const CostChart &costs, WorkflowId id)
{
    const auto found = std::find_if(costs.points.begin(), costs.points.end(),
                                    [id](const CostPoint &point) { return point.line.workflow == id; });
    return found == costs.points.end() ? nullptr : &*found;
}

QString againstToday(const CostPoint &point, const CostPoint *today)
{
    if (!today || today == &point)
        return NotKnown;
    const std::int64_t more = costTenths(point.cost) - costTenths(today->cost);
    return (more > 0 ? u"+"_s : more < 0 ? u"−"_s : QString()) + tenthsFigure(more);
}

} // namespace

CostTimeTable costTimeTable(const Market &market, const engine::Verdict &verdict, const CostChart &costs,
                            WorkflowId baseline)
{
    CostTimeTable table;
    table.isCostKnown = !costs.points.empty();
    const std::vector<WorkflowId> asked = inQuestion(market, verdict, baseline);
    for (const WorkflowTally *tally : endedByRate(market)) {
        CostTimeRow row;
        row.line = lineOf(*tally, verdict);
        row.isInQuestion = std::find(asked.begin(), asked.end(), tally->id()) != asked.end();
        row.isToday = tally->id() == baseline;
        row.verified = rateText(tally->success());
        row.cost = row.costInterval = row.against = NotKnown;
        if (const CostPoint *point = pointFor(costs, tally->id())) {
            row.cost = costFigure(point->cost);
            row.costInterval = costFigure(point->costInterval.low) + u'–' + costFigure(point->costInterval.high);
            row.against = againstToday(*point, pointFor(costs, baseline));
        }
        table.areMessagesKnown = table.areMessagesKnown || tally->messages > 0;
        row.messages = tally->messages > 0 ? QString::number(double(tally->messages) / double(tally->ended()), 'f', 2)
                                           : NotKnown;
        const auto half = engine::halfVerifiedBy(*tally);
        row.half = half ? duration(engine::seconds(*half)) : u"never"_s;
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace model
