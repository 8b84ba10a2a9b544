// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/costchart.h"

#include "engine/statistics/costpersuccess.h"
#include "engine/statistics/wilson.h"
#include "model/compare/chartlines.h"
#include "model/compare/costfigures.h"
#include "model/compare/ratewords.h"

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Market;
using engine::WorkflowId;
using engine::WorkflowTally;

namespace {

constexpr double FurthestBehind = 15; // points under the best that the axes still cover
constexpr double DearestFactor = 1.5; // times the lowest cost

engine::Interval times(const engine::Interval &interval, double factor)
{
    return {interval.low * factor, interval.high * factor};
}

CostPoint costPoint(const WorkflowTally &tally, const engine::Verdict &verdict, WorkflowId baseline)
{
    const engine::CostPerSuccess cost = *engine::costPerSuccess(tally);
    CostPoint point;
    point.line = lineOf(tally, verdict);
    point.cost = cost.estimate * CostUnit;
    point.costInterval = times(cost.interval, CostUnit);
    point.percent = tally.success().rate() * 100;
    point.percentInterval = times(engine::wilsonInterval(tally.verified, tally.ended()), 100);
    point.isToday = tally.id() == baseline;
    point.spoken = workflowName(tally.id()) + u": "_s + rateText(tally.success()) + u" verified, EUR "_s
        + costFigure(point.cost) + u" per 1,000 verified users, 95 % interval "_s + costFigure(point.costInterval.low)
        + u" to "_s + costFigure(point.costInterval.high) + (point.isToday ? u", today's"_s : QString());
    return point;
}

// The axes follow what is near the best; what is far off would press the rest together.
void fitAxes(CostChart &chart)
{
    const auto cheapest = std::min_element(chart.points.begin(), chart.points.end(),
                                           [](const auto &a, const auto &b) { return a.cost < b.cost; });
    const double dearest = cheapest->cost * DearestFactor;
    const double lowest = chart.points.front().percent - FurthestBehind;
    engine::Interval costs = chart.points.front().costInterval;
    engine::Interval percents = chart.points.front().percentInterval;
    const auto widen = [](engine::Interval &all, const engine::Interval &one) {
        all = {std::min(all.low, one.low), std::max(all.high, one.high)};
    };
    for (CostPoint &point : chart.points) {
        point.isShown = &point == &chart.points.front() || (point.percent >= lowest && point.cost <= dearest);
        if (!point.isShown)
            continue;
        widen(costs, point.costInterval);
        widen(percents, point.percentInterval);
    }
    chart.cost = axisOver(costs.low, costs.high);
    chart.percent = axisOver(percents.low, percents.high);
    chart.percent.to = std::min(chart.percent.to, 100.0);
}

QString farWords(const CostPoint &point, const CostChart &chart, const WorkflowTally &tally)
{
    const QString way = point.cost > chart.cost.to ? u" →"_s : point.cost < chart.cost.from ? u" ←"_s : u" ↓"_s;
    return QString::number(tally.id()) + u": "_s + rateText(tally.success()) + u" at EUR "_s + costFigure(point.cost)
        + way;
}

QString startsWords(const CostChart &chart)
{
    if (chart.cost.from > 0 && chart.percent.from > 0)
        return u"Axes start above 0. "_s;
    return chart.cost.from > 0   ? u"The axis of cost starts above 0. "_s
        : chart.percent.from > 0 ? u"The axis of rates starts above 0. "_s
                                 : QString();
}

QString costFinding(const CostChart &chart)
{
    const auto cheapest = std::min_element(chart.points.begin(), chart.points.end(),
                                           [](const auto &a, const auto &b) { return a.cost < b.cost; });
    const QString best = QString(chart.points.front().spoken).section(u", 95 %"_s, 0, 0);
    QString words = chart.words.title + u": highest rate "_s + best;
    if (cheapest != chart.points.begin())
        words += u"; lowest cost "_s + QString(cheapest->spoken).section(u", 95 %"_s, 0, 0);
    return words + u'.';
}

QStringList twinRow(const CostPoint &point, const WorkflowTally &tally)
{
    return {QString::number(tally.id()),
            grouped(tally.ended()),
            rateFigure(tally.success()),
            limitFigure(point.percentInterval.low / 100, tally.ended()),
            limitFigure(point.percentInterval.high / 100, tally.ended()),
            costFigure(point.cost),
            costFigure(point.costInterval.low),
            costFigure(point.costInterval.high)};
}

} // namespace

CostChart costChart(const Market &market, const engine::Verdict &verdict, WorkflowId baseline)
{
    CostChart chart;
    chart.words.title = u"Success against cost"_s;
    chart.words.subTitle = u"% verified, over EUR per 1,000 verified users"_s;
    std::vector<const WorkflowTally *> tallies = byRate(market);
    std::erase_if(tallies, [](const auto *tally) { return !engine::isEnough(*tally) || tally->verified == 0; });
    const bool isFree = std::all_of(tallies.begin(), tallies.end(),
                                    [](const auto *tally) { return tally->cost.all == engine::Money(); });
    if (tallies.empty() || isFree) {
        chart.words.waits = tallies.empty() ? u"Waits for %1 ended in a workflow."_s.arg(engine::EnoughToCompare)
                                            : u"What these requests cost is not known."_s;
        chart.words.finding = chart.words.title + u": "_s + chart.words.waits;
        return chart;
    }
    for (const WorkflowTally *tally : tallies)
        chart.points.push_back(costPoint(*tally, verdict, baseline));
    fitAxes(chart);
    chart.words.twin.heads
        = {u"Workflow"_s,  u"Ended"_s,  u"Verified, %"_s, u"95 % from"_s, u"95 % to"_s, u"EUR per 1,000 verified"_s,
           u"95 % from"_s, u"95 % to"_s};
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        chart.words.twin.rows << twinRow(chart.points[i], *tallies[i]);
        if (!chart.points[i].isShown)
            chart.far << farWords(chart.points[i], chart, *tallies[i]);
    }
    chart.words.finding = costFinding(chart);
    const bool hasToday = std::any_of(chart.points.begin(), chart.points.end(),
                                      [](const CostPoint &point) { return point.isToday && point.isShown; });
    chart.words.note
        = startsWords(chart) + u"Bars: Wilson, delta method, 95 %"_s + (hasToday ? u". Ringed: today's"_s : QString());
    return chart;
}

} // namespace model
