// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/compare/comparecontent.h"

#include "engine/simulation/calibration.h"
#include "engine/simulation/standings.h"
#include "model/compare/chartcontent.h"
#include "model/compare/methodnotes.h"
#include "model/compare/ratewords.h"
#include "model/compare/shortmethods.h"
#include "model/compare/simulatedcontent.h"
#include "model/compare/verdictwords.h"

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

namespace {

std::vector<MarketRow> marketRows(const Comparison &comparison, const engine::VerdictRules &rules)
{
    std::vector<MarketRow> rows{marketRow(comparison.all, judgeAll(comparison, rules), rules, u"All"_s)};
    for (const Market &market : comparison.markets) {
        rows.push_back(marketRow(market, judge(market, rules, comparison.until), rules, marketName(market.country)));
        rows.back().market = market.country;
    }
    return rows;
}

std::vector<std::optional<engine::Source>> sourcesOf(const Comparison &comparison, const CompareChoices &choices)
{
    std::vector<std::optional<engine::Source>> sources{std::nullopt};
    for (std::size_t i = 0; i < engine::SourceCount; ++i) {
        if (comparison.sources[i] > 0 || choices.source == engine::Source(i))
            sources.emplace_back(engine::Source(i));
    }
    return sources;
}

std::vector<std::optional<std::string>> brandsOf(const Comparison &comparison, const CompareChoices &choices)
{
    std::vector<std::optional<std::string>> brands{std::nullopt};
    brands.insert(brands.end(), comparison.brands.begin(), comparison.brands.end());
    if (std::find(brands.begin(), brands.end(), choices.brand) == brands.end())
        brands.push_back(choices.brand);
    return brands;
}

// The first is none of them; empty where there are none.
std::vector<std::optional<std::string>> optionsOf(const std::vector<std::string> &names,
                                                  const std::optional<std::string> &chosen)
{
    std::vector<std::optional<std::string>> options(names.begin(), names.end());
    if (chosen && std::find(options.begin(), options.end(), chosen) == options.end())
        options.push_back(chosen);
    if (!options.empty())
        options.insert(options.begin(), std::nullopt);
    return options;
}

std::vector<engine::WorkflowId> baselinesOf(const Market &all, const CompareChoices &choices)
{
    std::vector<engine::WorkflowId> ids{choices.baseline};
    for (const engine::WorkflowTally &tally : all.workflows)
        ids.push_back(tally.id());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void drawCharts(CompareContent &content, const Market &market, const Verdict &verdict,
                const engine::VerdictRules &rules, std::optional<engine::Instant> now)
{
    content.rates = rateChart(market, verdict, rules.baseline);
    content.leads = leadChart(market, verdict, rules);
    content.times = timeChart(market, verdict, rules.baseline);
    content.costs = costChart(market, verdict, rules.baseline);
    content.ends = endChart(market);
    content.trend = trendChart(market, verdict, now);
    content.pairs = pairTable(market);
    content.costTime = costTimeTable(market, verdict, content.costs, rules.baseline);
}

CompareContent whatHappened(const Comparison &comparison, const CompareChoices &choices, const CompareMoment &moment)
{
    const engine::VerdictRules rules = rulesFor(comparison, choices);
    static const Market nowhere; // a market that the scope has left without requests
    const Market *chosen = choices.market ? comparison.find(*choices.market) : &comparison.all;
    const Market &market = chosen ? *chosen : nowhere;
    const Verdict verdict = choices.market ? judge(market, rules, comparison.until) : judgeAll(comparison, rules);

    CompareContent content;
    content.verdict = verdictContent(comparison, market, verdict, choices, moment);
    drawCharts(content, market, verdict, rules, comparison.isClosed ? std::nullopt : std::optional(moment.now));
    content.shortMethods = shortMethods(comparison, market, verdict, choices, content.verdict);
    content.canCalibrate = market.ended() > 0;
    content.methods = howComputed(comparison, market, verdict, choices);
    content.workflows = baselinesOf(comparison.all, choices);
    return content;
}

CompareContent whatWasSimulated(const SimulatedMarket &simulated, const CompareChoices &choices,
                                const CompareMoment &moment)
{
    const engine::VerdictRules rules = simulatedRules(choices);
    const Market &market = simulated.population.market;
    const Verdict verdict = engine::judgeSimulated(market, rules);
    CompareContent content;
    content.simulated = simulated.place;
    content.verdict = simulatedVerdict(simulated, verdict, choices, moment);
    drawCharts(content, market, verdict, rules, std::nullopt);
    content.trend.words.waits = u"Simulated users come in no week."_s;
    content.trend.words.finding = content.trend.words.title + u": "_s + content.trend.words.waits;
    Comparison complete;
    complete.at = complete.until = moment.now;
    content.shortMethods = shortMethods(complete, market, verdict, choices, content.verdict);
    content.methods = howSimulated(simulated.run, market, verdict, choices);
    content.workflows = baselinesOf(market, choices);
    return content;
}

} // namespace

QString VerdictContent::sentence() const
{
    QString text = tag.isEmpty() ? headline : QString(tag + u": "_s + headline);
    for (const QString &more : {meterText, rates, support}) {
        if (!more.isEmpty())
            text += u' ' + more;
    }
    return text;
}

QString CompareContent::captionOf(const ChartWords &words) const
{
    QStringList sentences{words.title, verdict.scope, verdict.tag, words.note, date};
    sentences.removeAll(QString());
    return sentences.join(u". "_s) + u'.';
}

MarketRow marketRow(const Market &market, const Verdict &verdict, const engine::VerdictRules &rules,
                    const QString &name)
{
    MarketRow row;
    row.name = name;
    row.count = grouped(market.ended());
    row.answer = shortAnswer(market, verdict);
    row.isDecided = verdict.finding == Finding::Leads || verdict.finding == Finding::NoDifference;
    row.isOpen = verdict.finding == Finding::CannotTell;
    if (row.isDecided)
        row.markers = verdict.inLead;
    if (verdict.finding >= Finding::NoDifference)
        row.lead = bestLead(market, rules);
    row.spoken = row.name + u": "_s + row.answer + u"; "_s
        + (row.lead ? QString(row.lead->spoken + u"; "_s) : QString()) + row.count + u" ended"_s;
    return row;
}

std::optional<SimulatedPlace> CompareContent::firstSimulated() const
{
    const auto first
        = std::find_if(markets.begin(), markets.end(), [](const MarketRow &row) { return row.simulated.has_value(); });
    return first == markets.end() ? std::nullopt : first->simulated;
}

engine::VerdictRules rulesFor(const Comparison &comparison, const CompareChoices &choices)
{
    engine::VerdictRules rules = choices.rules();
    rules.looks = comparison.isClosed ? engine::Looks::Once : engine::Looks::Repeated;
    return rules;
}

CompareContent describe(const Comparison &comparison, const CompareChoices &choices, const CompareMoment &moment,
                        std::span<const engine::KeptSimulation> simulations)
{
    const auto simulated = choices.simulated ? findSimulated(simulations, *choices.simulated) : std::nullopt;
    CompareContent content
        = simulated ? whatWasSimulated(*simulated, choices, moment) : whatHappened(comparison, choices, moment);
    content.markets = marketRows(comparison, rulesFor(comparison, choices));
    for (MarketRow &row : simulatedRows(simulations, choices))
        content.markets.push_back(std::move(row));
    content.date
        = QLocale(QLocale::English)
              .toString(QDateTime::fromMSecsSinceEpoch(engine::toMilliseconds(moment.now)), u"d MMMM yyyy, HH:mm"_s);
    content.sources = sourcesOf(comparison, choices);
    content.brands = brandsOf(comparison, choices);
    content.networks = optionsOf(comparison.networks, choices.network);
    content.experiments = optionsOf(comparison.experiments, choices.experiment);
    return content;
}

CompareContent describeReading(const Comparison &before, const CompareChoices &choices, const CompareMoment &moment,
                               std::span<const engine::KeptSimulation> simulations, double progress)
{
    Comparison nothing;
    nothing.at = before.at;
    nothing.until = before.until;
    nothing.sources = before.sources;
    nothing.brands = before.brands;
    nothing.networks = before.networks;
    nothing.experiments = before.experiments;
    CompareContent content = describe(nothing, choices, moment, simulations);
    if (!content.simulated)
        content.verdict.headline = u"Reading the store for this %1: %2 %."_s.arg(
            choices.network && !choices.brand ? u"network"_s : u"brand"_s,
            QString::number(std::lround(progress * 100)));
    return content;
}

std::vector<CompareContent> describeMarkets(const Comparison &comparison, const CompareChoices &choices,
                                            const CompareMoment &moment, const ReportMarkets &markets)
{
    std::vector<CompareContent> contents;
    CompareChoices each = choices;
    each.simulated = std::nullopt;
    for (const auto &market : markets) {
        each.market = market;
        contents.push_back(describe(comparison, each, moment));
    }
    return contents;
}

ReportMarkets usualMarkets(const Comparison &comparison, const CompareChoices &choices)
{
    constexpr std::size_t MostMarkets = 12;
    if (choices.market)
        return {choices.market};
    ReportMarkets markets{std::nullopt};
    if (comparison.markets.size() < 2)
        return markets;
    for (const Market &market : comparison.markets) {
        const auto enough = std::count_if(market.workflows.begin(), market.workflows.end(), engine::isEnough);
        if (enough > 1 && markets.size() <= MostMarkets)
            markets.emplace_back(market.country);
    }
    return markets;
}

} // namespace model
