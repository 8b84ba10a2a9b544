// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/sweepcontent.h"

#include "model/compare/ratewords.h"
#include "model/words/counts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace model {

using namespace Qt::StringLiterals;
using engine::SweepSetting;
using engine::WorkflowId;

namespace {

constexpr double PerThousandOfSweep = 1000;
constexpr double FurthestBehind = 10; // points under the best that the axes still cover
constexpr double DearestFactor = 1.5; // times the lowest cost

QString euros(double amount)
{
    return QString::number(amount, 'f', 1);
}

QString timingOf(const SweepSetting &setting, const SweepScope &scope)
{
    const engine::Workflow &workflow = setting.counts.workflow;
    if (setting.isOwnTiming)
        return scope.ownTiming;
    return u"%1 s, PIN %2 s"_s.arg(workflow.step(0).wait.count()).arg(workflow.pinExpiry().count());
}

SweepPoint pointOf(const SweepSetting &setting, const SweepScope &scope)
{
    SweepPoint point;
    point.workflow = setting.counts.workflow.id();
    point.percent = setting.counts.successRate() * 100;
    point.cost = *setting.costPerSuccess * PerThousandOfSweep;
    point.timing = timingOf(setting, scope);
    point.wait = setting.counts.workflow.step(0).wait;
    point.hasOwnTiming = setting.isOwnTiming;
    point.isEfficient = setting.isEfficient;
    point.isToday = setting.isOwnTiming && point.workflow == scope.today;
    point.percentFigure = rateFigure({setting.counts.verified, setting.counts.users()});
    point.costFigure = euros(point.cost);
    point.spoken = u"Workflow %1, %2: %3 verified for EUR %4 per 1,000%5%6."_s.arg(point.workflow)
                       .arg(point.timing, rateText({setting.counts.verified, setting.counts.users()}), point.costFigure,
                            point.isEfficient ? u", on the efficient edge"_s : QString(),
                            point.isToday ? u", today's setting"_s : QString());
    return point;
}

// The axes follow what is near the best; what is far off would press the rest together.
void fitAxes(SweepChart &chart)
{
    double best = 0;
    double cheapest = std::numeric_limits<double>::infinity();
    for (const SweepPoint &point : chart.points) {
        best = std::max(best, point.percent);
        cheapest = std::min(cheapest, point.cost);
    }
    double leastPercent = best;
    double dearest = cheapest;
    for (SweepPoint &point : chart.points) {
        point.isShown = point.percent >= best - FurthestBehind && point.cost <= cheapest * DearestFactor;
        if (point.isShown) {
            leastPercent = std::min(leastPercent, point.percent);
            dearest = std::max(dearest, point.cost);
        }
    }
    chart.cost = axisOver(cheapest, dearest);
    chart.percent = axisOver(leastPercent, best);
    chart.percent.to = std::min(chart.percent.to, 100.0);
    for (const SweepPoint &point : chart.points) {
        if (point.hasOwnTiming && !point.isShown)
            chart.far << u"%1: %2 % at EUR %3"_s.arg(point.workflow).arg(point.percentFigure, point.costFigure);
    }
}

void drawLines(SweepChart &chart)
{
    std::map<WorkflowId, std::map<engine::seconds, std::size_t>> best;
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const SweepPoint &point = chart.points[i];
        if (!point.isShown || point.hasOwnTiming)
            continue;
        const auto [found, isNew] = best[point.workflow].emplace(point.wait, i);
        if (!isNew && chart.points[found->second].percent < point.percent)
            found->second = i;
    }
    for (const auto &[workflow, byWait] : best) {
        std::vector<std::size_t> line;
        for (const auto &[wait, place] : byWait)
            line.push_back(place);
        chart.lines.push_back(std::move(line));
    }
}

// What today's setting gives away.
QString conclusion(const SweepChart &chart)
{
    const auto today
        = std::find_if(chart.points.begin(), chart.points.end(), [](const SweepPoint &point) { return point.isToday; });
    if (today == chart.points.end())
        return {};
    if (today->isEfficient)
        return u"Today's setting is on the edge: none verifies more for less."_s;
    for (const std::size_t place : chart.edge) { // the cheapest first
        const SweepPoint &point = chart.points[place];
        if (point.percent >= today->percent && point.cost <= today->cost) {
            const QString timing = point.hasOwnTiming ? QString() : u" ("_s + point.timing + u')';
            return u"Today's setting is off the edge: workflow %1%2 verifies %3 for about EUR %4 less per 1,000."_s
                .arg(point.workflow)
                .arg(timing,
                     point.percent - today->percent < 0.5
                         ? u"as many"_s
                         : QString::number(point.percent - today->percent, 'f', 1) + u" points more"_s,
                     euros(today->cost - point.cost));
        }
    }
    return {};
}

ChartTwin twinOf(const SweepChart &chart)
{
    ChartTwin twin;
    twin.heads = {u"workflow"_s, u"setting"_s, u"% verified"_s, u"EUR per 1,000"_s, u"efficient edge"_s};
    for (const SweepPoint &point : chart.points)
        twin.rows << QStringList{QString::number(point.workflow),
                                 point.timing + (point.isToday ? u", today's"_s : QString()), point.percentFigure,
                                 point.costFigure, point.isEfficient ? u"yes"_s : QString()};
    return twin;
}

} // namespace

SweepChart sweepChart(const engine::SweepResult &result, const SweepScope &scope)
{
    SweepChart chart;
    chart.words.title = u"Sweep of the waits, "_s + scope.population;
    if (result.users == 0) {
        chart.words.waits = scope.isStopped ? u"Not done: the run was stopped before. Run makes it."_s
                                            : u"Comes once all populations are done."_s;
        chart.words.finding
            = chart.words.title + (scope.isStopped ? u": not done, the run was stopped."_s : u": not done."_s);
        return chart;
    }
    for (const SweepSetting &setting : result.settings) {
        if (setting.costPerSuccess)
            chart.points.push_back(pointOf(setting, scope));
    }
    chart.words.subTitle
        = u"% verified, over EUR per 1,000 verified; large: %1; ringed: today's"_s.arg(scope.ownTiming);
    if (chart.points.empty()) {
        chart.words.waits = u"Nobody was verified: there is no price of a success."_s;
        chart.words.finding = chart.words.title + u": nobody was verified."_s;
        return chart;
    }
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        if (chart.points[i].isEfficient)
            chart.edge.push_back(i);
        else if (chart.points[i].isToday)
            chart.today = i;
    }
    std::sort(chart.edge.begin(), chart.edge.end(),
              [&](std::size_t a, std::size_t b) { return chart.points[a].cost < chart.points[b].cost; });
    fitAxes(chart);
    drawLines(chart);
    const QString concluded = conclusion(chart);
    chart.words.finding = u"%1, simulated: %2 of %3 settings are on the efficient edge. %4"_s.arg(chart.words.title)
                              .arg(chart.edge.size())
                              .arg(chart.points.size())
                              .arg(concluded)
                              .trimmed();
    chart.words.note = u"%1 %2, the same %3 users through each. The axes start above 0."_s
                           .arg(concluded, counted(qsizetype(chart.points.size()), u"setting"_s), grouped(result.users))
                           .trimmed();
    chart.words.twin = twinOf(chart);
    return chart;
}

} // namespace model
