// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparisonjson.h"

#include "engine/base/jsonwriter.h"
#include "engine/statistics/confidencesequence.h"
#include "engine/statistics/contingency.h"
#include "engine/statistics/exactintervals.h"
#include "engine/statistics/stratified.h"
#include "engine/statistics/wilson.h"

#include <algorithm>
#include <array>
#include <limits>

namespace engine {

namespace {

constexpr double Undefined = std::numeric_limits<double>::quiet_NaN(); // written as null

void write(JsonWriter &json, const char *name, const Interval &interval)
{
    json.name(name).beginArray().value(interval.low).value(interval.high).endArray();
}

void writeOtherIntervals(JsonWriter &json, const Proportion &success)
{
    if (success.trials == 0) {
        for (const char *name : {"jeffreys", "clopper_pearson", "confidence_sequence"})
            json.name(name).null();
        return;
    }
    write(json, "jeffreys", jeffreysInterval(success.successes, success.trials));
    write(json, "clopper_pearson", clopperPearsonInterval(success.successes, success.trials));
    write(json, "confidence_sequence", confidenceSequence(success));
}

void writeSurvival(JsonWriter &json, const Outcomes &outcomes)
{
    json.name("kaplan_meier").beginArray();
    for (const SurvivalPoint &point : kaplanMeier(outcomes.timesToVerify())) {
        json.beginObject()
            .member("t", point.time)
            .member("survival", point.survival)
            .member("standard_error", point.standardError)
            .member("lower", point.interval.low)
            .member("upper", point.interval.high)
            .endObject();
    }
    json.endArray();
}

void writeIncidences(JsonWriter &json, const Outcomes &outcomes)
{
    constexpr std::array Causes{"verified", "expired", "failed",
                                "cancelled"}; // in the order of Ending, without Running
    const std::vector<IncidencePoint> curve = cumulativeIncidence(outcomes.endings(), int(Causes.size()));
    json.name("cumulative_incidence").beginObject();
    for (std::size_t cause = 0; cause < Causes.size(); ++cause) {
        json.name(Causes[cause]).beginArray();
        for (const IncidencePoint &point : curve)
            json.beginObject().member("t", point.time).member("p", point.incidences[cause]).endObject();
        json.endArray();
    }
    json.endObject();
}

void writeWorkflow(JsonWriter &json, WorkflowId id, const Outcomes &outcomes, bool isCostKnown)
{
    const std::int64_t verified = outcomes.count(Ending::Verified);
    json.beginObject();
    writeFigures(json,
                 {id, outcomes.requests(), verified, outcomes.count(Ending::Expired), outcomes.count(Ending::Failed),
                  outcomes.count(Ending::Cancelled), outcomes.count(Ending::Running)});
    writeOtherIntervals(json, outcomes.success());
    json.member("median_time_to_verify", outcomes.medianSecondsToVerify())
        .member("cost_per_success",
                isCostKnown && verified > 0 ? outcomes.cost().toDouble() / double(verified) : Undefined);
    writeSurvival(json, outcomes);
    writeIncidences(json, outcomes);
    json.endObject();
}

void writeOmnibus(JsonWriter &json, const WorkflowOutcomes &finished)
{
    std::vector<Proportion> rates;
    for (const auto &[id, outcomes] : finished)
        rates.push_back(outcomes.success());
    const ChiSquare test = omnibusChiSquare(rates);
    const bool isDefined = test.degreesOfFreedom > 0;
    json.name("omnibus")
        .beginObject()
        .member("chi_square", isDefined ? test.statistic : Undefined)
        .member("df", test.degreesOfFreedom)
        .member("p", isDefined ? test.p : Undefined)
        .endObject();
}

// Each pair once, the smaller id first.
template <class Visit>
void forEachPair(const WorkflowOutcomes &workflows, Visit visit)
{
    for (auto a = workflows.begin(); a != workflows.end(); ++a) {
        for (auto b = std::next(a); b != workflows.end(); ++b)
            visit(a->first, a->second, b->first, b->second);
    }
}

void writePairs(JsonWriter &json, const WorkflowOutcomes &finished)
{
    std::vector<double> fisher;
    forEachPair(finished, [&](WorkflowId, const Outcomes &a, WorkflowId, const Outcomes &b) {
        fisher.push_back(fisherExact(a.success(), b.success()));
    });
    const std::vector<double> adjusted = holm(fisher);
    std::size_t pair = 0;
    json.name("pairs").beginArray();
    forEachPair(finished, [&](WorkflowId idA, const Outcomes &a, WorkflowId idB, const Outcomes &b) {
        const Difference difference = newcombeDifference(a.success(), b.success());
        const ChiSquare times = logRank(a.timesToVerify(), b.timesToVerify());
        json.beginObject().member("a", int(idA)).member("b", int(idB)).member("difference", difference.estimate);
        write(json, "newcombe", difference.interval);
        json.member("fisher_p", fisher[pair]).member("fisher_p_holm", adjusted[pair]);
        json.name("log_rank")
            .beginObject()
            .member("chi_square", times.statistic)
            .member("p", times.p)
            .endObject()
            .endObject();
        ++pair;
    });
    json.endArray();
}

// Both in each country.
std::vector<Stratum> strataOf(const OutcomeTable &outcomes, WorkflowId a, WorkflowId b)
{
    std::vector<Stratum> strata;
    for (const auto &[country, workflows] : outcomes.countries) {
        const auto ofA = workflows.find(a);
        const auto ofB = workflows.find(b);
        if (ofA != workflows.end() && ofB != workflows.end())
            strata.push_back({ofA->second.success(), ofB->second.success()});
    }
    return strata;
}

void writeStratified(JsonWriter &json, const OutcomeTable &outcomes, const WorkflowOutcomes &finished)
{
    json.name("stratified").beginObject().member("by", QStringView(u"country")).name("pairs").beginArray();
    forEachPair(finished, [&](WorkflowId a, const Outcomes &, WorkflowId b, const Outcomes &) {
        const StratifiedComparison both = compareStratified(strataOf(outcomes, a, b));
        json.beginObject()
            .member("a", int(a))
            .member("b", int(b))
            .member("odds_ratio", both.rawOddsRatio)
            .member("cmh_odds_ratio", both.commonOddsRatio);
        write(json, "interval", both.interval);
        const bool hasSeveral = both.homogeneity.degreesOfFreedom > 0;
        json.member("cmh_chi_square", both.test.statistic)
            .member("cmh_p", both.test.p)
            .member("woolf_chi_square", hasSeveral ? both.homogeneity.statistic : Undefined)
            .member("woolf_p", hasSeveral ? both.homogeneity.p : Undefined)
            .member("reverses", (both.rawOddsRatio - 1) * (both.commonOddsRatio - 1) < 0)
            .endObject();
    });
    json.endArray().endObject();
}

void writeMarkets(JsonWriter &json, const std::vector<ComparisonWords::MarketAnswer> &markets)
{
    json.name("markets").beginArray();
    for (const ComparisonWords::MarketAnswer &market : markets) {
        const QString country = QString::fromStdString(market.country);
        json.beginObject().name("country");
        country.isEmpty() ? json.null() : json.value(QStringView(country));
        json.member("answer", QStringView(market.answer)).name("leader");
        market.leader ? json.value(int(*market.leader)) : json.null();
        json.member("n", market.finished).endObject();
    }
    json.endArray();
}

void writeMethods(JsonWriter &json, Looks looks, const ComparisonWords &words)
{
    static constexpr std::array<std::pair<const char *, QStringView>, 16> Methods{{
        {"success_rate", u"verified / (verified + expired + failed + cancelled)"},
        {"wilson", u"Wilson score interval"},
        {"jeffreys", u"Jeffreys, equal-tailed"},
        {"clopper_pearson", u"Clopper-Pearson"},
        {"confidence_sequence", u"beta-binomial confidence sequence, alpha 0.05, t_opt 100"},
        {"median_time_to_verify", u"seconds from request to accepted check"},
        {"cost_per_success", u"all costs / verified"},
        {"kaplan_meier", u"the event is verified, every other end censors; Greenwood, log-log interval"},
        {"cumulative_incidence", u"Aalen-Johansen; requests in progress are censored"},
        {"omnibus", u"Pearson chi-square over workflows with a finished request"},
        {"newcombe", u"Newcombe hybrid score, method 10, of a - b"},
        {"fisher_p", u"Fisher exact, two-sided"},
        {"fisher_p_holm", u"Holm over all pairs"},
        {"log_rank", u"log-rank on time to verify"},
        {"cmh", u"Cochran-Mantel-Haenszel, continuity corrected; Robins-Breslow-Greenland interval"},
        {"woolf", u"Woolf homogeneity of odds ratios"},
    }};
    json.name("methods").beginObject().member("level", 0.95);
    for (const auto &[name, method] : Methods)
        json.member(name, method);
    json.member("verdict",
                looks == Looks::Once
                    ? QStringView(u"closed period, looked at once: Newcombe, all pairs together 95 %")
                    : QStringView(u"may be looked at repeatedly: normal-mixture sequence, all pairs together 95 %"));
    for (const auto &[name, count] : words.counts)
        json.member(name, count);
    json.endObject();
}

} // namespace

void writeFigures(JsonWriter &json, const WorkflowFigures &figures)
{
    json.member("workflow_id", int(figures.id))
        .member("requests", figures.requests)
        .member("verified", figures.verified)
        .member("expired", figures.expired)
        .member("failed", figures.failed)
        .member("cancelled", figures.cancelled)
        .member("in_progress", figures.inProgress);
    const Proportion success = figures.success();
    if (success.trials == 0) {
        json.name("success_rate").null().name("wilson").null();
        return;
    }
    json.member("success_rate", success.rate());
    write(json, "wilson", wilsonInterval(success.successes, success.trials));
}

std::string toJson(const OutcomeTable &outcomes, bool isStratified, Looks looks, const ComparisonWords &words)
{
    const WorkflowOutcomes all = outcomes.all();
    WorkflowOutcomes finished = all;
    std::erase_if(finished, [](const auto &each) { return each.second.finished() == 0; });

    JsonWriter json;
    json.beginObject().name("workflows").beginArray();
    for (const auto &[id, each] : all)
        writeWorkflow(json, id, each, outcomes.isCostKnown);
    json.endArray();
    writeOmnibus(json, finished);
    writePairs(json, finished);
    if (isStratified)
        writeStratified(json, outcomes, finished);
    else
        json.name("stratified").null();
    writeMarkets(json, words.markets);
    json.member("verdict", QStringView(words.verdict));
    writeMethods(json, looks, words);
    json.endObject();
    return json.take();
}

} // namespace engine
