// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/trendchart.h"

#include "engine/statistics/wilson.h"
#include "model/compare/chartlines.h"
#include "model/compare/ratewords.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace model {

using namespace Qt::StringLiterals;
using engine::Instant;
using engine::Market;
using engine::WeekTally;
using engine::WorkflowTally;
using std::chrono::weeks;

namespace {

QString dayName(Instant instant)
{
    return QLocale(QLocale::English)
        .toString(QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(instant), Qt::UTC), u"d MMM"_s);
}

// The begins of all weeks from the first to the last in which any ended.
std::vector<Instant> beginsOf(const std::vector<const WorkflowTally *> &tallies)
{
    std::vector<Instant> begins;
    for (const WorkflowTally *tally : tallies) {
        for (const WeekTally &week : tally->weeks)
            begins.push_back(week.begin);
    }
    if (begins.empty())
        return {};
    const auto [first, last] = std::minmax_element(begins.begin(), begins.end());
    std::vector<Instant> all;
    for (Instant begin = *first; begin <= *last; begin += weeks(1))
        all.push_back(begin);
    return all;
}

TrendWeek trendWeek(const WorkflowTally &tally, Instant begin)
{
    TrendWeek week;
    const QString where = workflowName(tally.id()) + u", week from "_s + dayName(begin) + u": "_s;
    const auto found = std::find_if(tally.weeks.begin(), tally.weeks.end(),
                                    [begin](const WeekTally &each) { return each.begin == begin; });
    if (found == tally.weeks.end()) {
        week.spoken = where + u"none ended"_s;
        return week;
    }
    week.ended = found->ended;
    week.percent = found->success().rate() * 100;
    const engine::Interval interval = engine::wilsonInterval(found->verified, found->ended);
    week.interval = {interval.low * 100, interval.high * 100};
    week.isEnough = found->ended >= engine::EnoughToCompare;
    week.spoken = where + rateText(found->success()) + u" verified, 95 % interval "_s
        + limitFigure(interval.low, found->ended) + u" to "_s + limitFigure(interval.high, found->ended) + u" %, "_s
        + grouped(found->ended) + u" ended"_s;
    return week;
}

QStringList twinRow(const WorkflowTally &tally, const WeekTally &week)
{
    const engine::Interval interval = engine::wilsonInterval(week.verified, week.ended);
    return {QString::number(tally.id()),
            dayName(week.begin),
            grouped(week.ended),
            grouped(week.verified),
            rateFigure(week.success()),
            limitFigure(interval.low, week.ended),
            limitFigure(interval.high, week.ended)};
}

// The week that fell lowest, of those with enough.
QString trendFinding(const TrendChart &chart)
{
    const TrendWeek *lowest = nullptr;
    const TrendWeek *highest = nullptr;
    for (const TrendRow &row : chart.rows) {
        for (const TrendWeek &week : row.weeks) {
            if (!week.isEnough)
                continue;
            if (!lowest || week.percent < lowest->percent)
                lowest = &week;
            if (!highest || week.percent > highest->percent)
                highest = &week;
        }
    }
    if (!lowest)
        return u"Trend: no week has %1 ended with one workflow."_s.arg(engine::EnoughToCompare);
    const auto said = [](const TrendWeek &week) { return QString(week.spoken).section(u", 95 %"_s, 0, 0); };
    return u"Trend over "_s + QString::number(chart.weeks.size()) + u" weeks: highest "_s + said(*highest)
        + u"; lowest "_s + said(*lowest) + u'.';
}

} // namespace

TrendChart trendChart(const Market &market, const engine::Verdict &verdict, std::optional<Instant> now)
{
    TrendChart chart;
    chart.words.title = u"Trend"_s;
    chart.words.subTitle = u"% verified of those that started in a week"_s;
    const std::vector<const WorkflowTally *> tallies = endedByRate(market);
    const std::vector<Instant> begins = beginsOf(tallies);
    if (begins.size() < 2) {
        chart.words.waits = u"Waits for requests of a second week."_s;
        chart.words.finding = chart.words.title + u": "_s + chart.words.waits;
        return chart;
    }
    for (const Instant begin : begins)
        chart.weeks << dayName(begin);
    chart.words.twin.heads
        = {u"Workflow"_s, u"Week from"_s, u"Ended"_s, u"Verified"_s, u"Rate, %"_s, u"95 % from"_s, u"95 % to"_s};
    for (const WorkflowTally *tally : tallies) {
        TrendRow row;
        row.line = lineOf(*tally, verdict);
        for (const Instant begin : begins)
            row.weeks.push_back(trendWeek(*tally, begin));
        if (tally->weeks.back().begin == begins.back())
            row.latest = rateText(tally->weeks.back().success());
        else
            row.latest = u"–"_s; // another week's would not stand beside the others
        chart.rows.push_back(std::move(row));
        for (const WeekTally &week : tally->weeks)
            chart.words.twin.rows << twinRow(*tally, week);
    }
    chart.words.finding = trendFinding(chart);
    chart.words.note = u"At the right: the week from "_s + chart.weeks.back() + u". Weeks from Monday, UTC"_s
        + (now && *now < begins.back() + weeks(1) ? u"; the last is not over"_s : QString())
        + u". Band: Wilson 95 % each week. Hollow: under %1 ended"_s.arg(engine::EnoughToCompare);
    return chart;
}

} // namespace model
