// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/chartcontent.h"

#include "engine/statistics/confidencesequence.h"
#include "engine/statistics/wilson.h"
#include "model/compare/chartlines.h"
#include "model/compare/ratewords.h"
#include "model/words/counts.h"
#include "model/words/statuswords.h"
#include "model/words/workflowwords.h"

#include <algorithm>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using engine::Market;
using engine::Verdict;
using engine::WorkflowId;
using engine::WorkflowTally;

namespace {

constexpr double LeastReach = 10; // of the lead's axis, in points
constexpr double ReachInMargins = 5;
constexpr double Alpha = 0.05; // of each rate by itself
constexpr double TightestAt = 1000; // requests, of the interval that holds at every look
constexpr double WrittenFrom = 0.05; // smaller shares are not written inside

RateRow rateRow(const WorkflowTally &tally, const Verdict &verdict)
{
    RateRow row;
    row.line = lineOf(tally, verdict);
    row.ended = tally.ended();
    row.count = grouped(row.ended);
    const QString name = workflowName(tally.id()) + u", "_s + workflowDescription(tally.workflow) + u": "_s;
    if (row.ended == 0) {
        row.instead = tally.inProgress > 0 ? QString(grouped(tally.inProgress) + u" running"_s)
            : tally.tooYoung > 0           ? QString(grouped(tally.tooYoung) + u" too young to count"_s)
                                           : u"none"_s;
        row.spoken = name + row.instead;
        return row;
    }
    row.rate = tally.success().rate();
    row.interval = engine::wilsonInterval(tally.verified, row.ended);
    row.always = engine::confidenceSequence(tally.success(), Alpha, TightestAt);
    row.isCount = row.ended < RatesFrom;
    if (row.isCount)
        row.instead = u"too few for a rate"_s;
    row.rateText = rateText(tally.success());
    row.intervalFigures = intervalFigures(row.interval, tally.ended());
    row.spoken = name + row.rateText + u" verified, 95 % interval "_s
        + QString(row.intervalFigures).replace(u"–"_s, u" to "_s) + u" %, "_s + row.count + u" ended"_s;
    return row;
}

QString rateFinding(const std::vector<RateRow> &rows)
{
    const auto last
        = std::find_if(rows.rbegin(), rows.rend(), [](const RateRow &row) { return row.instead.isEmpty(); });
    if (last == rows.rend()) {
        const bool hasEnded = std::ranges::any_of(rows, [](const RateRow &row) { return row.ended > 0; });
        return hasEnded ? u"Success rate: too few have ended for a rate."_s : u"Success rate: nothing has ended yet."_s;
    }
    const auto figureOf = [](const RateRow &row) -> QString {
        return row.rateText + u" with workflow "_s + QString::number(row.line.workflow);
    };
    if (&*last == &rows.front())
        return u"Success rate: "_s + figureOf(rows.front()) + u'.';
    return u"Success rate: highest "_s + figureOf(rows.front()) + u", lowest "_s + figureOf(*last) + u'.';
}

// Of the columns of a table of leads.
struct LeadDecimals {
    Decimals points = 0;
    Decimals always = 0;
    Decimals once = 0;
};

LeadDecimals decimalsOf(const std::vector<engine::Lead> &leads, const Market &market, const engine::VerdictRules &rules)
{
    LeadDecimals most;
    const auto raise = [](Decimals &decimals, Decimals to) { decimals.count = std::max(decimals.count, to.count); };
    for (const engine::Lead &lead : leads) {
        if (lead.workflow == rules.baseline)
            continue;
        const Decimals own = std::min(market.find(lead.workflow)->ended(), market.find(rules.baseline)->ended());
        raise(most.points, own);
        raise(most.always, own.apart(lead.always.interval, rules.margin));
        raise(most.once, own.apart(lead.once.interval, rules.margin));
    }
    return most;
}

LeadRow leadRow(const engine::Lead &lead, const Market &market, const engine::VerdictRules &rules,
                const LeadDecimals &decimals)
{
    const auto inPoints = [](const engine::Interval &share) {
        return engine::Interval{share.low * 100, share.high * 100};
    };
    LeadRow row;
    row.line = lineOf(*market.find(lead.workflow));
    row.line.isDecided = lead.isDecided;
    row.isBaseline = lead.workflow == rules.baseline;
    row.points = lead.once.estimate * 100;
    row.once = inPoints(lead.once.interval);
    row.always = inPoints(lead.always.interval);
    row.pointsFigure = row.isBaseline ? u"0"_s : signedPoints(lead.once.estimate, decimals.points);
    row.between = row.isBaseline ? u"the 0 line"_s : pointsBetween(lead.always.interval, decimals.always);
    row.spoken = row.isBaseline ? QString(workflowName(lead.workflow) + u": the others are compared with it"_s)
                                : QString(workflowName(lead.workflow) + u": "_s + row.pointsFigure
                                          + u" points against workflow "_s + QString::number(rules.baseline)
                                          + u", between "_s + QString(row.between).replace(u" to "_s, u" and "_s)
                                          + (lead.isDecided ? QString() : u", undecided"_s));
    return row;
}

QString leadFinding(const std::vector<LeadRow> &rows, WorkflowId baseline)
{
    const auto best = std::find_if(rows.begin(), rows.end(), [](const LeadRow &row) { return !row.isBaseline; });
    return u"Lead over workflow "_s + QString::number(baseline) + u": "_s
        + (best == rows.end() ? u"no other has enough requests."_s : QString(best->spoken + u'.'));
}

EndPart part(EndPart::Kind kind, std::int64_t count, const WorkflowTally &tally, const QString &name)
{
    EndPart part;
    part.kind = kind;
    part.share = double(count) / double(tally.ended());
    if (part.share >= WrittenFrom)
        part.figure = tally.ended() < RatesFrom ? grouped(count) : QString::number(std::lround(part.share * 100));
    const QString share = tally.ended() < RatesFrom
        ? QString(grouped(count) + u" of "_s + grouped(tally.ended()))
        : QString(rateText({count, tally.ended()}) + u" ("_s + grouped(count) + u')');
    part.spoken = workflowName(tally.id()) + u": "_s + share + u' ' + name;
    return part;
}

EndRow endRow(const WorkflowTally &tally)
{
    EndRow row;
    row.line = lineOf(tally);
    for (std::size_t i = 0; i < tally.workflow.stepCount(); ++i) {
        if (tally.verifiedAfter.at(i) == 0)
            continue;
        const engine::Channel channel = tally.workflow.step(i).channel;
        row.parts.push_back(
            part(EndPart::Kind::Verified, tally.verifiedAfter.at(i), tally,
                 u"verified after message "_s + QString::number(i + 1) + u", "_s + channelName(channel)));
        row.parts.back().channel = channel;
    }
    const auto add = [&](EndPart::Kind kind, std::int64_t count, const QString &name) {
        if (count > 0)
            row.parts.push_back(part(kind, count, tally, name));
    };
    std::int64_t left = tally.verified;
    for (std::size_t i = 0; i < tally.workflow.stepCount(); ++i)
        left -= tally.verifiedAfter.at(i);
    add(EndPart::Kind::Verified, left, u"verified, nobody knows after which message"_s);
    add(EndPart::Kind::Expired, tally.expired, u"expired"_s);
    add(EndPart::Kind::Failed, tally.failed, u"failed on wrong codes"_s);
    add(EndPart::Kind::Cancelled, tally.cancelled, u"cancelled"_s);
    return row;
}

QString endFinding(const Market &market)
{
    std::int64_t first = 0;
    std::int64_t expired = 0;
    for (const WorkflowTally &tally : market.workflows) {
        first += tally.verifiedAfter[0];
        expired += tally.expired;
    }
    const std::int64_t ended = market.ended();
    return u"Where requests ended: "_s + rateText({first, ended}) + u" verified after the first message, "_s
        + rateText({expired, ended}) + u" expired."_s;
}

// Those with data in the order of the rates.
ChartTwin endTwin(const std::vector<const WorkflowTally *> &tallies)
{
    std::size_t steps = 0;
    for (const WorkflowTally *tally : tallies)
        steps = std::max(steps, tally->workflow.stepCount());
    ChartTwin twin;
    twin.heads << u"Workflow"_s << u"Ended"_s;
    for (std::size_t i = 0; i < steps; ++i)
        twin.heads << u"Verified after message "_s + QString::number(i + 1);
    twin.heads << u"Expired"_s << u"Wrong codes"_s << u"Cancelled"_s;
    for (const WorkflowTally *tally : tallies) {
        QStringList row{QString::number(tally->id()), grouped(tally->ended())};
        for (std::size_t i = 0; i < steps; ++i)
            row << (i < tally->workflow.stepCount() ? grouped(tally->verifiedAfter.at(i)) : QString());
        row << grouped(tally->expired) << grouped(tally->failed) << grouped(tally->cancelled);
        twin.rows << row;
    }
    return twin;
}

} // namespace

double leadReach(const engine::VerdictRules &rules)
{
    return std::max(LeastReach, ReachInMargins * rules.margin * 100);
}

std::optional<LeadRow> bestLead(const Market &market, const engine::VerdictRules &rules)
{
    for (const engine::Lead &lead : engine::leadsOver(market, rules)) {
        if (lead.workflow != rules.baseline)
            return leadRow(lead, market, rules, decimalsOf({lead}, market, rules));
    }
    return std::nullopt;
}

RateChart rateChart(const Market &market, const Verdict &verdict, WorkflowId baseline)
{
    RateChart chart;
    chart.words.title = u"Success rate"_s;
    chart.words.subTitle = u"verified, of all that ended"_s;
    chart.words.note
        = u"Thick, as written: Wilson 95 %. Thin: at every look (beta-binomial, 95 % each). Hollow: undecided"_s;
    chart.words.twin.heads = {u"Workflow"_s, u"Messages"_s,  u"Ended"_s,   u"Verified"_s,
                              u"Rate, %"_s,  u"95 % from"_s, u"95 % to"_s, u"At every look, from"_s,
                              u"to"_s};
    if (const WorkflowTally *today = market.find(baseline); today && today->ended() >= RatesFrom)
        chart.today = today->success().rate();
    for (const WorkflowTally *tally : byRate(market)) {
        const Decimals decimals = tally->ended();
        chart.rows.push_back(rateRow(*tally, verdict));
        const RateRow &row = chart.rows.back();
        QStringList cells{QString::number(tally->id()), workflowDescription(tally->workflow), row.count,
                          grouped(tally->verified)};
        if (row.ended > 0)
            cells << rateFigure(tally->success()) << limitFigure(row.interval.low, decimals)
                  << limitFigure(row.interval.high, decimals) << limitFigure(row.always.low, decimals)
                  << limitFigure(row.always.high, decimals);
        else
            cells << row.instead << QString() << QString() << QString() << QString();
        chart.words.twin.rows << cells;
    }
    chart.words.finding = rateFinding(chart.rows);
    if (chart.rows.empty())
        chart.words.waits = u"Waits for the first request that fits what is chosen."_s;
    return chart;
}

LeadChart leadChart(const Market &market, const Verdict &verdict, const engine::VerdictRules &rules)
{
    LeadChart chart;
    chart.baseline = rules.baseline;
    chart.margin = rules.margin * 100;
    chart.reach = leadReach(rules);
    chart.words.title = u"Lead over workflow "_s + QString::number(rules.baseline);
    chart.words.subTitle = u"in points; "_s + QString::number(rules.baseline) + u" is today's"_s;
    const bool isOnce = rules.looks == engine::Looks::Once;
    chart.words.twin.heads = {u"Workflow"_s,
                              u"Points"_s,
                              isOnce ? u"All pairs together, from"_s : u"At every look, from"_s,
                              u"to"_s,
                              isOnce ? u"Alone, from"_s : u"Looked at once, from"_s,
                              u"to"_s};
    const std::vector<engine::Lead> leads = engine::leadsOver(market, rules);
    if (leads.size() < 2) {
        const engine::WorkflowTally *baseline = market.find(rules.baseline);
        const bool hasBaseline = baseline && engine::isEnough(*baseline);
        chart.words.waits = (hasBaseline ? u"Waits for %1 ended in a second workflow."_s
                                         : QString(u"Waits for %1 ended in workflow "_s
                                                   + QString::number(rules.baseline) + u" and in another."_s))
                                .arg(engine::EnoughToCompare);
        chart.words.finding = chart.words.title + u": "_s + chart.words.waits;
        return chart;
    }
    const LeadDecimals decimals = decimalsOf(leads, market, rules);
    for (const engine::Lead &lead : leads) {
        chart.rows.push_back(leadRow(lead, market, rules, decimals));
        const LeadRow &row = chart.rows.back();
        QStringList cells{QString::number(lead.workflow), row.pointsFigure};
        if (row.isBaseline)
            cells << QString() << QString() << QString() << QString();
        else
            cells << limitFigure(lead.always.interval.low, decimals.always)
                  << limitFigure(lead.always.interval.high, decimals.always)
                  << limitFigure(lead.once.interval.low, decimals.once)
                  << limitFigure(lead.once.interval.high, decimals.once);
        chart.words.twin.rows << cells;
    }
    chart.words.finding = leadFinding(chart.rows, rules.baseline);
    chart.words.note = u"Newcombe 95 %; thin: "_s
        + (rules.looks == engine::Looks::Repeated ? u"at every look, "_s : QString())
        + counted(qsizetype(verdict.pairs), u"pair"_s) + u" together 95 %. Hollow: undecided"_s;
    return chart;
}

EndChart endChart(const Market &market)
{
    EndChart chart;
    chart.words.title = u"Where requests ended"_s;
    chart.words.subTitle = u"% verified after message 1, 2, 3 was sent; then the rest"_s;
    const std::vector<const WorkflowTally *> tallies = endedByRate(market);
    for (const WorkflowTally *tally : tallies)
        chart.rows.push_back(endRow(*tally));
    if (tallies.empty()) {
        chart.words.waits = u"Waits for the first to end."_s;
        chart.words.finding = chart.words.title + u": "_s + chart.words.waits;
        return chart;
    }
    chart.words.finding = endFinding(market);
    chart.words.note = u"Green, plain: SMS; hatched: call. Amber: expired. Red: wrong codes. Grey: cancelled"_s;
    chart.words.twin = endTwin(tallies);
    return chart;
}

} // namespace model
