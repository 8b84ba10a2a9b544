// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/timechart.h"

#include "model/compare/chartlines.h"
#include "model/compare/ratewords.h"
#include "model/words/statuswords.h"
#include "model/words/times.h"

#include <algorithm>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Market;
using engine::milliseconds;
using engine::VerifiedShare;
using engine::WorkflowId;
using engine::WorkflowTally;

namespace {

constexpr double LinePoints = 2; // an interval narrower than this lies within the line

engine::Proportion proportionAt(const VerifiedShare &point, std::int64_t ended)
{
    return {std::llround(point.share * double(ended)), ended};
}

TimeLine timeLine(const WorkflowTally &tally, const engine::Verdict &verdict)
{
    TimeLine line;
    line.line = lineOf(tally, verdict);
    line.ended = tally.ended();
    line.curve = engine::verifiedByTime(tally);
    line.life = engine::lifetimeOf(tally.workflow);
    return line;
}

DispatchLane dispatchLane(const WorkflowTally &tally, const engine::Verdict &verdict)
{
    DispatchLane lane;
    lane.line = lineOf(tally, verdict);
    lane.life = engine::lifetimeOf(tally.workflow);
    engine::seconds at{};
    for (std::size_t i = 0; i < tally.workflow.stepCount(); ++i) {
        lane.dispatches.push_back({at, tally.workflow.step(i).channel});
        at += tally.workflow.step(i).wait;
    }
    return lane;
}

// "SMS 0:00, SMS 2:05, call 5:05"
QString dispatchWords(const WorkflowTally &tally)
{
    QStringList words;
    for (const DispatchLane::Dispatch &each : dispatchLane(tally, {}).dispatches)
        words << channelName(each.channel) + u' ' + position(each.at);
    return words.join(u", "_s);
}

QString halfWords(const WorkflowTally &tally)
{
    const auto half = engine::halfVerifiedBy(tally);
    return half ? duration(engine::seconds(*half)) : u"never"_s;
}

// Wide enough for the longest life, and for whoever was verified after it.
milliseconds rangeOf(const std::vector<TimeLine> &lines)
{
    milliseconds range{};
    for (const TimeLine &line : lines) {
        range = std::max(range, line.life);
        if (!line.curve.empty())
            range = std::max<milliseconds>(range, engine::seconds(line.curve.back().second));
    }
    return range;
}

std::vector<engine::seconds> momentsOf(const TimeAxis &axis, milliseconds range)
{
    std::vector<engine::seconds> moments;
    for (const AxisTick &tick : axis.ticks()) {
        if (tick.at > 0ms && tick.at < range * 9 / 10)
            moments.push_back(std::chrono::floor<engine::seconds>(tick.at));
    }
    moments.push_back(std::chrono::ceil<engine::seconds>(range));
    return moments;
}

bool hasWideInterval(const TimeLine &line)
{
    return std::any_of(line.curve.begin(), line.curve.end(), [](const VerifiedShare &point) {
        return (point.interval.high - point.interval.low) * 100 > LinePoints;
    });
}

ChartTwin timeTwin(const std::vector<const WorkflowTally *> &tallies, const TimeChart &chart)
{
    ChartTwin twin;
    twin.heads << u"Workflow"_s << u"Ended"_s << u"Messages leave"_s << u"Half verified by"_s;
    for (const engine::seconds moment : chart.moments)
        twin.heads << u"Verified by "_s + duration(moment) + u", %"_s;
    twin.heads << u"95 % from"_s << u"95 % to"_s;
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        const TimeLine &line = chart.lines[i];
        QStringList cells{QString::number(line.line.workflow), grouped(line.ended), dispatchWords(*tallies[i]),
                          halfWords(*tallies[i])};
        VerifiedShare point;
        for (const engine::seconds moment : chart.moments) {
            point = engine::verifiedBy(line.curve, moment.count());
            cells << rateFigure(proportionAt(point, line.ended));
        }
        if (line.curve.empty())
            cells << QString() << QString();
        else
            cells << limitFigure(point.interval.low, line.ended) << limitFigure(point.interval.high, line.ended);
        twin.rows << cells;
    }
    return twin;
}

QString timeFinding(const std::vector<const WorkflowTally *> &tallies)
{
    QStringList clauses;
    for (const WorkflowTally *tally : tallies) {
        if (engine::halfVerifiedBy(*tally))
            clauses << u"within "_s + halfWords(*tally) + u" with workflow "_s + QString::number(tally->id());
    }
    return clauses.isEmpty() ? u"Time to verify: no workflow has verified half of its requests."_s
                             : QString(u"Time to verify: half of all requests "_s + clauses.join(u", "_s) + u'.');
}

} // namespace

QString TimeLine::sentence(engine::seconds by) const
{
    const VerifiedShare point = engine::verifiedBy(curve, by.count());
    QString words = workflowName(line.workflow) + u": "_s + rateText(proportionAt(point, ended)) + u" verified by "_s
        + duration(by);
    if (point.share > 0)
        words += u", 95 % interval "_s + limitFigure(point.interval.low, ended) + u" to "_s
            + limitFigure(point.interval.high, ended) + u" %"_s;
    return words;
}

TimeChart timeChart(const Market &market, const engine::Verdict &verdict, WorkflowId baseline)
{
    TimeChart chart;
    chart.words.title = u"Time to verify"_s;
    chart.words.subTitle = u"% verified by then, of all that ended"_s;
    std::vector<const WorkflowTally *> tallies = endedByRate(market);
    std::erase_if(tallies, [](const WorkflowTally *tally) { return tally->ended() < RatesFrom; });
    if (tallies.empty()) {
        chart.words.waits = u"Waits for %1 ended with a workflow."_s.arg(RatesFrom);
        chart.words.finding = chart.words.title + u": "_s + chart.words.waits;
        return chart;
    }
    for (const WorkflowTally *tally : tallies)
        chart.lines.push_back(timeLine(*tally, verdict));
    const milliseconds range = rangeOf(chart.lines);
    chart.axis = TimeAxis::sinceRequest(TimeAxis::Kind::Compressed, range, 0, 1);
    chart.moments = momentsOf(chart.axis, range);
    for (const WorkflowId id : inQuestion(market, verdict, baseline)) {
        const WorkflowTally &tally = *market.find(id);
        if (tally.ended() < RatesFrom)
            continue;
        chart.lanes.push_back(dispatchLane(tally, verdict));
        const auto half = engine::halfVerifiedBy(tally);
        if (half && chart.lanes.size() == 1)
            chart.half = {id, engine::seconds(*half), u"half by "_s + duration(engine::seconds(*half))};
        TimeLine &line = *std::find_if(chart.lines.begin(), chart.lines.end(),
                                       [id](const TimeLine &each) { return each.line.workflow == id; });
        line.isInQuestion = true;
        chart.hasBands = chart.hasBands || hasWideInterval(line);
    }
    chart.words.finding = timeFinding(tallies);
    chart.words.note = u"Below: when messages leave. Aalen-Johansen; "_s
        + (chart.hasBands ? u"band: Wilson 95 %"_s : u"95 % lies within the line"_s);
    chart.words.twin = timeTwin(tallies, chart);
    return chart;
}

} // namespace model
