// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulate/messagechart.h"

#include "model/compare/ratewords.h"
#include "model/words/workflowwords.h"

#include <algorithm>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using engine::Attribution;
using engine::MessageWorth;

namespace {

constexpr double PerThousand = 1000;
constexpr double FewPoints = 40; // have a finer axis

// Nothing is gained where the interval reaches 0.
QString costOf(const MessageWorth &worth)
{
    if (worth.success.interval.low <= 0)
        return u"no gain"_s;
    return worth.costPerVerification < 0 ? u"saves"_s
                                         : QString::number(*worth.costPerAddedSuccess * PerThousand, 'f', 1);
}

QString spokenCost(const MessageWorth &worth)
{
    const QString cost = costOf(worth);
    return worth.success.interval.low <= 0 ? u"no gain that the draw can tell"_s
        : worth.costPerVerification < 0    ? u"and saves later messages"_s
                                           : u"EUR %1 for each 1,000 more"_s.arg(cost);
}

MessageRow rowOf(const Attribution &attribution, const MessageWorth &worth)
{
    const engine::Workflow &workflow = attribution.whole.workflow;
    const engine::Interval &interval = worth.success.interval;
    MessageRow row;
    row.line = {workflow.id(), {workflow.step(worth.step).channel}, interval.low > 0 || interval.high < 0};
    row.message = messageDescriptions(workflow).at(qsizetype(worth.step));
    row.isFirst = worth.step == 0;
    row.points = worth.success.estimate * 100;
    row.between = {interval.low * 100, interval.high * 100};
    row.pointsFigure = signedPoints(worth.success.estimate, attribution.users);
    row.betweenFigures = pointsBetween(interval, attribution.users);
    row.cost = costOf(worth);
    row.spoken = u"Workflow %1, %2: %3 points, %4; %5."_s.arg(workflow.id())
                     .arg(row.message, row.pointsFigure, row.betweenFigures, spokenCost(worth));
    return row;
}

QString findingOf(const MessageChart &chart)
{
    const auto least = std::min_element(chart.rows.begin(), chart.rows.end(),
                                        [](const MessageRow &a, const MessageRow &b) { return a.points < b.points; });
    return u"%1, simulated: least the %2 of workflow %3, %4 points."_s.arg(chart.words.title, least->message)
        .arg(least->line.workflow)
        .arg(least->pointsFigure);
}

ChartTwin twinOf(const MessageChart &chart)
{
    ChartTwin twin;
    twin.heads = {u"workflow"_s, u"message"_s, u"points"_s, u"between"_s, u"EUR per 1,000 more"_s};
    for (const MessageRow &row : chart.rows)
        twin.rows << QStringList{QString::number(row.line.workflow), row.message, row.pointsFigure, row.betweenFigures,
                                 row.cost};
    return twin;
}

} // namespace

MessageChart messageChart(const std::vector<Attribution> &attributions, const QString &population, bool isStopped)
{
    MessageChart chart;
    chart.words.title = u"What each message adds, "_s + population;
    for (const Attribution &attribution : attributions) {
        for (const MessageWorth &worth : attribution.messages)
            chart.rows.push_back(rowOf(attribution, worth));
    }
    if (chart.rows.empty()) {
        chart.words.waits
            = isStopped ? u"Not done: the run was stopped before. Run makes it."_s : u"Comes once the sweep is done."_s;
        chart.words.finding
            = chart.words.title + (isStopped ? u": not done, the run was stopped."_s : u": not done."_s);
        return chart;
    }
    for (const MessageRow &row : chart.rows) {
        chart.from = std::min(chart.from, row.between.low);
        chart.to = std::max(chart.to, row.between.high);
    }
    chart.step = chart.to > FewPoints ? 20 : 5;
    chart.to = std::ceil(chart.to / chart.step) * chart.step;
    chart.words.subTitle = u"points more verified with it than without; hollow: not told by the draw"_s;
    chart.words.finding = findingOf(chart);
    chart.words.note
        = u"Each workflow minus itself without the message, over the same %1 users; 95 % interval. Without a later "
          "message the others keep their times; without the first the second starts the request, at once, so that of "
          "two alike either adds about the same."_s.arg(grouped(attributions.front().users));
    chart.words.twin = twinOf(chart);
    return chart;
}

} // namespace model
