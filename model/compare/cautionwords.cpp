// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/cautionwords.h"

#include "engine/statistics/countrymix.h"
#include "engine/statistics/timemix.h"
#include "model/compare/ratewords.h"
#include "model/compare/verdictwords.h"
#include "model/words/times.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
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

// How many are meant that come from a source of that kind.
template <class IsWanted>
std::int64_t countFrom(const Comparison &comparison, const CompareChoices &choices, IsWanted isWanted)
{
    std::int64_t count = 0;
    for (std::size_t i = 0; i < engine::SourceCount; ++i) {
        const auto source = engine::Source(i);
        const bool isMeant = !choices.source || *choices.source == source;
        count += isMeant && isWanted(source) ? comparison.sources[i] : 0;
    }
    return count;
}

// "Countries differ between workflows: Germany has 58 % of 3, 3 % of 2". Nothing to say of one country alone.
QString mixCaution(const Comparison &comparison, const Verdict &verdict, const CompareChoices &choices)
{
    const auto mix
        = choices.market || verdict.finding < Finding::OrderTurns ? std::nullopt : engine::mixDifference(comparison);
    if (!mix)
        return {};
    const auto share = [](double part, WorkflowId id) {
        return QString(QString::number(std::lround(part * 100)) + u" % of "_s + QString::number(id));
    };
    return u"The mix of countries differs: "_s + marketName(mix->country) + u" is "_s + share(mix->mostShare, mix->most)
        + u" and "_s + share(mix->leastShare, mix->least);
}

// "15 March", with its year where that is not this one.
QString dayOf(engine::Instant instant, engine::Instant now)
{
    const auto local
        = [](engine::Instant at) { return QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(at)).date(); };
    const QLocale english(QLocale::English);
    return english.toString(local(instant),
                            local(instant).year() == local(now).year() ? u"d MMMM"_s : u"d MMMM yyyy"_s);
}

// "Workflow 1 ran until 15 March, 2 from 16 March: what else changed then is in the difference". As when a report's
// workflows are stated by days.
QString timeCaution(const Market &market, const Verdict &verdict, engine::Instant now)
{
    const auto apart = verdict.finding < Finding::OrderTurns ? std::nullopt : engine::timesApart(market);
    if (!apart)
        return {};
    const auto until = market.find(apart->earlier)->lastAt;
    const auto from = market.find(apart->later)->firstAt;
    const bool isClean = until && from && *until <= *from + std::chrono::days(1);
    return isClean ? u"Workflow %1 ran until %2, %3 from %4: what else changed then is in the difference"_s.arg(
               QString::number(apart->earlier), dayOf(*until, now), QString::number(apart->later), dayOf(*from, now))
                   : u"Workflow %1 ran %2after %3: what else changed in between is in the difference"_s.arg(
                       QString::number(apart->later), apart->together > 0.05 ? u"mostly "_s : QString(),
                       QString::number(apart->earlier));
}

} // namespace

bool hasExamplePrices(const Comparison &comparison, const Market &market, const CompareChoices &choices)
{
    const bool hasCost = std::any_of(market.workflows.begin(), market.workflows.end(),
                                     [](const WorkflowTally &tally) { return tally.cost.all > engine::Money(); });
    const auto isPricedHere = [](engine::Source source) { return source != engine::Source::Import; };
    return hasCost && countFrom(comparison, choices, isPricedHere) > 0;
}

QString stoppedAfter(std::int64_t users, std::int64_t wanted)
{
    return u"Stopped after %1 of %2 users: "_s.arg(grouped(users), grouped(wanted));
}

QString clockOf(engine::Instant instant, engine::Instant now)
{
    const auto local = [](engine::Instant at) { return QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(at)); };
    const bool isToday = local(instant).date() == local(now).date();
    return isToday ? local(instant).toString(u"HH:mm"_s) : dayAndTime(instant);
}

QString inventedTag(const Comparison &comparison, const CompareChoices &choices, bool isDemo)
{
    const auto has = [&](engine::Source wanted) {
        return countFrom(comparison, choices, [wanted](engine::Source source) { return source == wanted; }) > 0;
    };
    const bool hasReal = countFrom(comparison, choices, [](engine::Source source) { return !isInvented(source); }) > 0;
    if (isDemo || (!hasReal && has(engine::Source::Demo)))
        return u"Demo data, invented"_s;
    return !hasReal && has(engine::Source::Population) ? u"Simulated users"_s : QString();
}

QStringList cautionsOf(const Comparison &comparison, const Market &market, const Verdict &verdict,
                       const CompareChoices &choices, const CompareMoment &moment)
{
    QStringList cautions;
    if (const std::int64_t young = market.tooYoung(); young > 0 && verdict.finding != Finding::NothingEnded) {
        const auto minutes = std::chrono::round<std::chrono::minutes>(comparison.lifetime).count();
        cautions << u"Until "_s + clockOf(comparison.until, moment.now)
                + u": the last %1 min may not have ended, %2 left out"_s.arg(minutes).arg(grouped(young));
    }
    if (const QString mix = mixCaution(comparison, verdict, choices); !mix.isEmpty())
        cautions << mix;
    if (const QString times = timeCaution(market, verdict, moment.now); !times.isEmpty())
        cautions << times;
    if (verdict.finding >= Finding::OnlyOne && hasExamplePrices(comparison, market, choices))
        cautions << u"Example prices"_s;
    if (!choices.source && inventedTag(comparison, choices, moment.isDemo).isEmpty()) {
        if (const std::int64_t invented = countFrom(comparison, choices, isInvented); invented > 0)
            cautions << grouped(invented) + u" invented among the real ones"_s;
    }
    if (!choices.experiment && !comparison.experiments.empty() && verdict.finding >= Finding::OrderTurns)
        cautions << u"Not only users drawn by lot: for those, choose an experiment"_s;
    for (const WorkflowTally &tally : comparison.all.workflows) {
        if (tally.versions > 1)
            cautions << u"Workflow %1 ran with %2 timings, counted together"_s.arg(tally.id()).arg(tally.versions);
    }
    return cautions;
}

} // namespace model
