// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/simulation/keptsimulation.h"
#include "model/compare/chartwords.h"
#include "model/compare/comparechoices.h"
#include "model/compare/costchart.h"
#include "model/compare/costtimetable.h"
#include "model/compare/pairtable.h"
#include "model/compare/timechart.h"
#include "model/compare/trendchart.h"

#include <span>
#include <vector>

// All that the Compare page says and draws, as plain values, so that tests can compare it and a copy can carry it.
namespace model {

struct RateRow {
    ChartLine line;
    bool isCount = false; // too few for a rate: rateText counts
    double rate = 0; // 0 to 1
    engine::Interval interval; // Wilson, 95 %
    engine::Interval always; // the same at every look
    std::int64_t ended = 0;
    QString rateText; // "84.4 %", "2 of 3"
    QString intervalFigures;
    QString count;
    QString instead; // "5 running", "too few for a rate": there is no bar
    QString spoken;
};
struct RateChart {
    ChartWords words;
    std::vector<RateRow> rows; // highest first
    std::optional<double> today; // the rate of today's workflow, 0 to 1
};

struct LeadRow {
    ChartLine line;
    bool isBaseline = false;
    double points = 0; // -100 to 100
    engine::Interval once; // in points
    engine::Interval always;
    QString pointsFigure;
    QString between;
    QString spoken;
};
struct LeadChart {
    ChartWords words;
    engine::WorkflowId baseline = 1;
    std::vector<LeadRow> rows; // highest first
    double reach = 10; // the axis covers this much to each side, in points
    double margin = 2;
};

struct EndPart {
    enum class Kind { Verified, Expired, Failed, Cancelled };
    Kind kind = Kind::Verified;
    engine::Channel channel = engine::Channel::Sms; // of the message after which it was verified
    double share = 0; // 0 to 1
    QString figure; // "66"; empty where it would not fit
    QString spoken;
};
struct EndRow {
    ChartLine line;
    std::vector<EndPart> parts; // in the order drawn, none empty
};
struct EndChart {
    ChartWords words;
    std::vector<EndRow> rows; // as in the chart of rates
};

struct MarketRow {
    std::optional<std::string> market; // none: all together
    std::optional<SimulatedPlace> simulated; // no market: a simulated population
    QString name;
    QString count; // ended
    QString answer;
    std::vector<engine::WorkflowId> markers; // before the answer
    bool isDecided = false;
    bool isOpen = false; // cannot be told yet
    std::optional<LeadRow> lead; // of the best workflow besides the baseline; none: too few, or the order turns
    QString spoken;
};

struct VerdictContent {
    engine::Finding finding = engine::Finding::NothingEnded;
    QString tag; // "Demo data, invented"; empty: it is not
    bool isSimulated = false; // nothing of it was measured
    QString place; // "India", "All markets", or the population
    QString scope; // "India, all time until 13:52: 20,800 ended"
    QString headline;
    QString support; // what follows from it; may be empty
    QString rates; // what a lead rests on, for where no chart shows it; may be empty
    QString meterText; // with CannotTell: "235 of about 13,000 for each"; empty: no meter
    double meterShare = 0;
    std::vector<engine::WorkflowId> markers; // in the lead or in question
    bool isDecided = false;
    QStringList cautions;
    QString assurance; // that it holds though more data arrive; may be empty
    bool offersSkip = false;

    // Tag, headline, rates and support, as it could be said aloud.
    QString sentence() const;
};

// A question about the figures, and what they rest on.
struct MethodNote {
    QString title;
    QString text;
};

struct CompareContent {
    VerdictContent verdict;
    std::vector<MarketRow> markets; // all together first; simulated populations after them
    std::optional<SimulatedPlace> simulated; // what the rest is about; none: what happened
    bool canCalibrate = false; // a population, with what happened in this market, however much that tells
    RateChart rates;
    LeadChart leads;
    TimeChart times;
    CostChart costs;
    EndChart ends;
    TrendChart trend;
    PairTable pairs;
    CostTimeTable costTime;
    std::vector<std::optional<engine::Source>> sources; // to choose from, beside simulated runs
    std::vector<std::optional<std::string>> brands;
    std::vector<std::optional<std::string>> networks; // the first is none of them; empty: there are none
    std::vector<std::optional<std::string>> experiments; // the same
    std::vector<engine::WorkflowId> workflows; // that could be the baseline

    std::vector<MethodNote> methods; // how all this was computed
    std::vector<MethodNote> shortMethods; // the same and what is assumed, as short as a report's page needs it
    QString date; // "25 November 2026, 14:02"
    // Where the first of the simulated populations is; none: there are none.
    std::optional<SimulatedPlace> firstSimulated() const;
    // Title, scope, mark, method and date of a copy: "Success rate. India, ... Demo data, invented. ...".
    QString captionOf(const ChartWords &words) const;
};

struct CompareMoment {
    engine::Instant now{};
    bool isDemo = false; // all of the store is invented
    engine::Prices examplePrices{}; // that come with the program
};

// A closed period is looked at once; what still arrives, again and again.
engine::VerdictRules rulesFor(const engine::Comparison &comparison, const CompareChoices &choices);

// What is chosen and not there any more, is left for all markets together.
CompareContent describe(const engine::Comparison &comparison, const CompareChoices &choices,
                        const CompareMoment &moment, std::span<const engine::KeptSimulation> simulations = {});

// The same while what is chosen has to be read from the store: nothing but what there is to choose from, which follows
// from what was counted `before`, and how much is read, 0 to 1.
CompareContent describeReading(const engine::Comparison &before, const CompareChoices &choices,
                               const CompareMoment &moment, std::span<const engine::KeptSimulation> simulations,
                               double progress);

// Of real or simulated users.
MarketRow marketRow(const engine::Market &market, const engine::Verdict &verdict, const engine::VerdictRules &rules,
                    const QString &name);

// What happened in several markets, whatever the choice says of one.
using ReportMarkets = std::vector<std::optional<std::string>>;
std::vector<CompareContent> describeMarkets(const engine::Comparison &comparison, const CompareChoices &choices,
                                            const CompareMoment &moment, const ReportMarkets &markets);
// What a report tells of where nobody ticked markets: the chosen one; else all together, and the largest of those in
// which something can be compared.
ReportMarkets usualMarkets(const engine::Comparison &comparison, const CompareChoices &choices);

} // namespace model
