// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/verdictwords.h"

#include "model/compare/cautionwords.h"
#include "model/compare/costtimewords.h"
#include "model/compare/ratewords.h"
#include "model/words/countrywords.h"
#include "model/words/counts.h"
#include "model/words/times.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace model {

using namespace Qt::StringLiterals;
using engine::Comparison;
using engine::Finding;
using engine::Market;
using engine::Verdict;
using engine::WorkflowId;
using engine::WorkflowTally;

namespace {

QString workflowWord(WorkflowId id)
{
    return u"workflow"_s + Bound + QString::number(id);
}

QString pointsWord(const QString &figure)
{
    return figure + Bound + (figure == "1"_L1 ? u"point"_s : u"points"_s);
}

// "about 13,000": two digits are as much as can be known.
QString roughly(std::int64_t count)
{
    std::int64_t unit = 1;
    while (count / unit >= 100)
        unit *= 10;
    return grouped((count + unit / 2) / unit * unit);
}

// "31 days", "less than a day"
QString daysWord(double days)
{
    constexpr qsizetype TwoYears = 730;
    if (days < 1)
        return u"less than a day"_s;
    const auto whole = qsizetype(std::ceil(days));
    return whole > TwoYears ? u"over two years"_s : counted(whole, u"day"_s).replace(u' ', Bound);
}

QString nothingEnded(const Comparison &comparison, const Market &market, const CompareChoices &choices,
                     const CompareMoment &moment)
{
    const bool hasOthers = !comparison.brands.empty(); // that the choices leave out
    if (market.requests() == 0 && hasOthers && choices.period != Period::All)
        return u"No requests here in this period ("_s + periodName(choices.period).toLower()
            + u"); All time has older ones."_s;
    if (market.requests() == 0)
        return hasOthers ? u"No requests fit what is chosen."_s : u"No requests here yet."_s;
    const std::int64_t running = market.inProgress();
    const std::int64_t over = market.requests() - running;
    QString words = over == 0
        ? u"Nothing has ended yet"_s
        : QString(u"Nothing counts yet: "_s + grouped(over)
                  + (over == 1 ? u" has ended, but counts once "_s : u" have ended, but count once "_s)
                  + duration(comparison.lifetime) + u" have passed since the request"_s);
    if (running > 0) {
        words += u"; "_s + grouped(running) + (running == 1 ? u" is running"_s : u" are running"_s);
        if (comparison.nextEndBy) {
            words += (running == 1 ? u", it ends within "_s : u", the first ends within "_s)
                + timeLeft(*comparison.nextEndBy - moment.now);
        }
    }
    return words + u'.';
}

// " in India"; empty for all markets together.
QString inMarket(const CompareChoices &choices, const QString &preposition)
{
    return choices.market ? QString(u' ' + preposition + u' ' + marketInSentence(*choices.market)) : QString();
}

// "8.6"
QString leadOverRunnerUp(const Market &market, const Verdict &verdict)
{
    return pointsApart(verdict.leadOverRunnerUp.estimate,
                       std::min(market.find(verdict.inLead.front())->ended(), market.find(verdict.runnerUp)->ended()));
}

QString leadsHeadline(const Market &market, const Verdict &verdict, const CompareChoices &choices)
{
    const WorkflowTally &leader = *market.find(verdict.inLead.front());
    const WorkflowTally &other = *market.find(verdict.comparedWith);
    const std::int64_t trials = std::min(leader.ended(), other.ended());
    const Decimals decimals = Decimals(trials).apart(verdict.lead.interval, choices.rules().margin);
    QString words = u"Workflow"_s + Bound + QString::number(leader.id()) + u" verifies most users"_s
        + inMarket(choices, u"in"_s) + u": "_s + pointsWord(pointsApart(verdict.lead.estimate, trials))
        + u" more than "_s + workflowWord(other.id()) + u", between "_s
        + pointsApart(verdict.lead.interval.low, decimals) + u" and "_s
        + pointsApart(verdict.lead.interval.high, decimals);
    if (verdict.runnerUp != verdict.comparedWith)
        words += u", and "_s + leadOverRunnerUp(market, verdict) + u" more than "_s + workflowWord(verdict.runnerUp);
    return words + u'.';
}

// "workflow 1 leads over all, but "; a lead too small to matter is told as what it is. Empty where nobody leads.
QString overAll(const Market &market, const Verdict &verdict, const CompareChoices &choices)
{
    if (verdict.inLead.size() != 1)
        return {};
    const QString leader = workflowWord(verdict.inLead.front());
    if (verdict.runnerUp != 0 && verdict.leadOverRunnerUp.estimate < choices.rules().margin)
        return u"over all, "_s + leader + u" is only "_s + pointsWord(leadOverRunnerUp(market, verdict))
            + u" ahead, but "_s;
    return leader + u" leads over all, but "_s;
}

// "workflow 1 leads over all, but workflow 2 leads in India and in the United Kingdom."
QString turnsHeadline(const Market &market, const Verdict &verdict, const CompareChoices &choices)
{
    const bool hasLeader = verdict.inLead.size() == 1;
    std::vector<WorkflowId> leaders;
    for (const engine::MarketLeader &each : verdict.leaders) {
        const bool isNews = !hasLeader || each.leader != verdict.inLead.front();
        if (isNews && std::find(leaders.begin(), leaders.end(), each.leader) == leaders.end())
            leaders.push_back(each.leader);
    }
    QStringList clauses;
    for (const WorkflowId leader : leaders) {
        QStringList places;
        for (const engine::MarketLeader &each : verdict.leaders) {
            if (each.leader == leader)
                places << u"in "_s + marketInSentence(each.country);
        }
        const QString last = places.takeLast();
        clauses << workflowWord(leader) + u" leads "_s
                + (places.isEmpty() ? last : QString(places.join(u", "_s) + u" and "_s + last));
    }
    return u"Compare per country: "_s + overAll(market, verdict, choices) + clauses.join(u", "_s) + u'.';
}

QString headlineOf(const Comparison &comparison, const Market &market, const Verdict &verdict,
                   const CompareChoices &choices, const CompareMoment &moment)
{
    switch (verdict.finding) {
    case Finding::NothingEnded:
        return nothingEnded(comparison, market, choices, moment);
    case Finding::TooFew:
        return u"Too few to compare"_s + inMarket(choices, u"in"_s) + u": "_s + grouped(market.ended())
            + (market.ended() == 1 ? u" request has ended."_s : u" requests have ended."_s);
    case Finding::OnlyOne:
        return u"Only "_s + workflowWord(verdict.inLead.front()) + u" has data"_s + inMarket(choices, u"in"_s) + u": "_s
            + rateText(market.find(verdict.inLead.front())->success())
            + u". Send part of the traffic through another."_s;
    case Finding::OrderTurns:
        return turnsHeadline(market, verdict, choices);
    case Finding::NoDifference:
        return u"No difference that matters"_s + inMarket(choices, u"in"_s) + u": "_s + idList(verdict.inLead, u"and"_s)
            + u" are within "_s + pointsWord(QString::number(choices.marginPoints)) + u'.';
    case Finding::Leads:
        return leadsHeadline(market, verdict, choices);
    case Finding::CannotTell:
        return u"Cannot tell yet"_s + inMarket(choices, u"for"_s) + u": "_s + idList(verdict.inLead, u"or"_s) + u'.';
    }
    Q_UNREACHABLE();
}

// "84.4 % of 5,646 with workflow 2"
QString rateWith(const WorkflowTally &tally)
{
    return rateText(tally.success())
        + (tally.ended() < RatesFrom ? QString() : QString(u" of "_s + grouped(tally.ended()))) + u" with "_s
        + workflowWord(tally.id());
}

// What a lead rests on.
QString leadRates(const Market &market, const Verdict &verdict)
{
    if (verdict.finding != Finding::Leads)
        return {};
    QStringList rates{rateWith(*market.find(verdict.inLead.front())), rateWith(*market.find(verdict.runnerUp))};
    if (verdict.runnerUp != verdict.comparedWith) {
        rates.last() += u", the next best"_s;
        rates << rateWith(*market.find(verdict.comparedWith));
    }
    return u"Verified: "_s + rates.join(u"; "_s) + u'.';
}

QString supportOf(const Market &market, const Verdict &verdict, const CompareChoices &choices)
{
    QStringList sentences;
    if (const QString words = costAndTime(market, verdict); !words.isEmpty())
        sentences << words;
    if (choices.experiment && verdict.finding >= Finding::OrderTurns)
        sentences << u"Users were drawn by lot: an experiment, not a habit."_s;
    if (verdict.finding == Finding::Leads && verdict.leadOverRunnerUp.interval.low < choices.rules().margin)
        sentences << u"Its lead over "_s + workflowWord(verdict.runnerUp)
                + u" is beyond doubt (at 95 %), but perhaps smaller than the "_s
                + pointsWord(QString::number(choices.marginPoints)) + u" that matter."_s;
    const bool namesBehind = verdict.finding == Finding::CannotTell || verdict.finding == Finding::NoDifference;
    if (namesBehind && !verdict.behind.empty())
        sentences << idList(verdict.behind, u"and"_s)
                + (verdict.behind.size() == 1 ? u" is behind."_s : u" are behind."_s);
    const WorkflowTally *today = market.find(choices.baseline);
    if (verdict.finding > Finding::TooFew && (!today || today->requests == 0))
        sentences << u"Today’s workflow"_s + Bound + QString::number(choices.baseline) + u" has no data here."_s;
    std::vector<WorkflowId> small;
    for (const WorkflowId id : verdict.tooSmall) {
        if (market.find(id)->ended() > 0)
            small.push_back(id);
    }
    if (verdict.finding == Finding::TooFew)
        sentences << u"A workflow can be compared once %1 of its requests have ended."_s.arg(engine::EnoughToCompare);
    else if (!small.empty() && verdict.finding != Finding::NothingEnded)
        sentences << u"Left out, with fewer than %1 ended: "_s.arg(engine::EnoughToCompare) + idList(small, u"and"_s)
                + u'.';
    return sentences.join(u' ');
}

QString meterOf(const Verdict &verdict)
{
    if (verdict.finding != Finding::CannotTell || verdict.needed <= verdict.have)
        return {};
    return grouped(verdict.have) + u" of about "_s + roughly(verdict.needed) + u" for each"_s
        + (verdict.daysLeft ? QString(u": "_s + daysWord(*verdict.daysLeft)
                                      + (verdict.looks == engine::Looks::Once ? u" more at the traffic of that time."_s
                                                                              : u" more at this traffic."_s))
                            : u"."_s)
        + (verdict.daysLeftIfWider
               ? QString(u" With a margin of "_s + pointsWord(QString::number(engine::WiderMargin * 100)) + u": "_s
                         + daysWord(*verdict.daysLeftIfWider) + u'.')
               : QString());
}

} // namespace

QString idList(const std::vector<WorkflowId> &ids, const QString &lastWord)
{
    QStringList words;
    for (const WorkflowId id : ids)
        words << QString::number(id);
    if (words.size() < 2)
        return words.join(QString());
    const QString last = words.takeLast();
    return words.join(u", "_s) + u' ' + lastWord + Bound + last;
}

QString marketName(const std::optional<std::string> &market)
{
    if (!market)
        return u"All markets"_s;
    const QString name = countryName(QString::fromStdString(*market));
    return name.isEmpty() ? u"Without a country"_s : name;
}

QString marketInSentence(const std::string &country)
{
    static const std::array withArticle{"AE", "BS", "CF", "CD", "CZ", "DO", "GB", "GM", "MV", "NL", "PH", "US"};
    if (country.empty())
        return u"numbers without a country"_s;
    const bool takesArticle = std::find(withArticle.begin(), withArticle.end(), country) != withArticle.end();
    return (takesArticle ? u"the "_s : QString()) + marketName(country);
}

QString shortAnswer(const Market &market, const Verdict &verdict)
{
    switch (verdict.finding) {
    case Finding::NothingEnded:
        return market.inProgress() > 0 ? QString(grouped(market.inProgress()) + u" running"_s)
                                       : u"nothing counts yet"_s;
    case Finding::TooFew:
        return u"too few"_s;
    case Finding::OnlyOne:
        return u"only "_s + QString::number(verdict.inLead.front());
    case Finding::OrderTurns:
        return u"answers differ by market"_s;
    case Finding::NoDifference:
        return idList(verdict.inLead, u"and"_s) + u": same"_s;
    case Finding::Leads:
        return QString::number(verdict.inLead.front()) + u" leads"_s;
    case Finding::CannotTell:
        return u"not yet"_s;
    }
    Q_UNREACHABLE();
}

VerdictContent verdictContent(const Comparison &comparison, const Market &market, const Verdict &verdict,
                              const CompareChoices &choices, const CompareMoment &moment)
{
    VerdictContent content;
    content.finding = verdict.finding;
    content.tag = inventedTag(comparison, choices, moment.isDemo);
    content.place = marketName(choices.market);
    content.scope = content.place + u", "_s + periodName(choices.period).toLower();
    if (market.tooYoung() > 0)
        content.scope += u" until "_s + clockOf(comparison.until, moment.now);
    if (choices.brand)
        content.scope += u", "_s + brandName(choices.brand);
    if (choices.network)
        content.scope += u", network "_s + brandName(choices.network);
    if (choices.source)
        content.scope += u", "_s + sourceName(choices.source);
    if (choices.experiment)
        content.scope += u", by lot in "_s + experimentName(*choices.experiment);
    if (choices.isNewestPlan)
        content.scope += u", latest timings"_s;
    content.scope += u": "_s + grouped(market.ended()) + u" ended"_s;
    content.headline = headlineOf(comparison, market, verdict, choices, moment);
    content.support = supportOf(market, verdict, choices);
    content.rates = leadRates(market, verdict);
    content.meterText = meterOf(verdict);
    content.meterShare = verdict.needed > 0 ? double(verdict.have) / double(verdict.needed) : 0;
    if (verdict.finding >= Finding::OnlyOne && verdict.finding != Finding::OrderTurns)
        content.markers = verdict.inLead;
    content.isDecided = verdict.finding == Finding::Leads || verdict.finding == Finding::NoDifference;
    if (content.isDecided && verdict.looks == engine::Looks::Repeated)
        content.assurance = u"Requests still arrive: this holds at every look."_s;
    content.cautions = cautionsOf(comparison, market, verdict, choices, moment);
    content.offersSkip = verdict.finding == Finding::NothingEnded && market.inProgress() > 0;
    return content;
}

} // namespace model
