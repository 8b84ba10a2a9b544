// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/presets.h"
#include "engine/request/exampleprices.h"
#include "engine/simulation/attribution.h"
#include "engine/simulation/ownworkflow.h"
#include "engine/simulation/standings.h"
#include "engine/simulation/sweep.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <cmath>
#include <set>

namespace tst_experiments {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace engine;

const std::atomic<bool> Never = false;

SimulationPlan plan(QStringView preset, std::initializer_list<WorkflowId> ids, std::int64_t users)
{
    SimulationPlan plan;
    for (const WorkflowId id : ids)
        plan.workflows.push_back(*standardWorkflow(id, Dialect::Vonage));
    plan.population = {{findPreset(preset), 1}};
    plan.users = users;
    return plan;
}

// As if so many of 1,000 users had been verified in workflows 1, 2 and so on.
SimulationResult verified(std::initializer_list<int> counts)
{
    SimulationResult result;
    result.users = 1000;
    WorkflowId id = 0;
    for (const int count : counts) {
        SimulatedWorkflow &each = result.workflows.emplace_back();
        each.workflow = *standardWorkflow(++id, Dialect::Vonage);
        each.verified = count;
        each.expired = 1000 - count;
    }
    return result;
}

// A setting that verified so many of 1,000 users at that cost per success.
SweepSetting setting(int count, std::optional<double> cost)
{
    SweepSetting setting;
    setting.counts.verified = count;
    setting.costPerSuccess = cost;
    return setting;
}

std::vector<bool> efficient(std::vector<SweepSetting> settings)
{
    markEfficient(settings);
    std::vector<bool> marks;
    for (const SweepSetting &each : settings)
        marks.push_back(each.isEfficient);
    return marks;
}

class tst_Experiments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsWithinTheMarginIsTied();
    void theBestOverallIsTiedInMostPopulations();
    void equalCountsAreDecidedByTheWorstCase();
    void overThePresetsTwoIsBestOrTiedForFiveOfSix();
    void theEdgeIsWhatNoOtherBeats();
    void aSweepTriesEveryTimingOnce();
    void everySettingIsTheWorkflowOfThatTiming();
    void aSweepIsTheSameForAnyNumberOfThreads();
    void aCancelledSweepKeepsWhoIsDone();
    void leavingAMessageOutKeepsTheOthersInTheirPlaces();
    void aMessageIsWorthTheDifference();
    void theOnlyMessageIsWorthAll();
    void aCallThatNobodyAnswersAddsOnlyCost();
};

void tst_Experiments::whoIsWithinTheMarginIsTied()
{
    const std::vector<WorkflowStanding> here = standings(verified({850, 870, 849}));
    QCOMPARE(here[0].best, 1U);
    QCOMPARE(here[0].behind, 0.02);
    QVERIFY(here[0].isBestOrTied);
    QCOMPARE(here[1].behind, 0.0);
    QVERIFY(here[1].isBestOrTied);
    QVERIFY(!here[2].isBestOrTied);
    QVERIFY(!standings(verified({850, 870}), 0.01)[0].isBestOrTied);
}

void tst_Experiments::theBestOverallIsTiedInMostPopulations()
{
    const std::vector<SimulationResult> results{verified({800, 810}), verified({500, 700}), verified({900, 890}),
                                                verified({600, 500})};
    const std::vector<OverallStanding> overall = overallStandings(results);
    QCOMPARE(overall.size(), 2U);
    QCOMPARE(overall[0].workflow, 1U); // three, and so has the other; but it is less far behind
    QCOMPARE(overall[0].bestOrTied, 3U);
    QCOMPARE(overall[0].worst, 3U);
    QCOMPARE(overall[0].worstBehind, 0.1);
    QCOMPARE(overall[0].worstBest, 0U);
    QCOMPARE(overall[1].bestOrTied, 3U);
    QCOMPARE(overall[1].worst, 1U);
    QCOMPARE(overall[1].worstBehind, 0.2);
}

void tst_Experiments::equalCountsAreDecidedByTheWorstCase()
{
    const std::vector<SimulationResult> results{verified({900, 300, 600}), verified({300, 900, 600})};
    const std::vector<OverallStanding> overall = overallStandings(results);
    QCOMPARE(overall[0].workflow, 0U); // as far behind as the second: the first in the plan
    QCOMPARE(overall[2].workflow, 2U); // never best, though never as far behind
    QCOMPARE(overall[2].worstBehind, 0.3);
}

void tst_Experiments::overThePresetsTwoIsBestOrTiedForFiveOfSix()
{
    std::vector<SimulationResult> results;
    std::size_t landlines = 0;
    for (const Population &preset : presets()) {
        if (preset.name == "landlines"_L1)
            landlines = results.size();
        results.push_back(simulate(plan(preset.name, {1, 2, 3, 4, 5}, 20'000), Never));
    }
    const OverallStanding first = overallStandings(results).front();
    QCOMPARE(results.front().workflows[first.workflow].workflow.id(), 2);
    QCOMPARE(first.bestOrTied, 5U);
    QCOMPARE(first.worst, landlines);
    QCOMPARE(results.front().workflows[first.worstBest].workflow.id(), 3);
    QVERIFY2(std::abs(first.worstBehind - 0.457) < 0.015, qPrintable(QString::number(first.worstBehind)));
}

void tst_Experiments::theEdgeIsWhatNoOtherBeats()
{
    // Cheapest; dearer and better; dearer and worse; as good and dearer; best; nobody verified.
    QCOMPARE(efficient({setting(500, 1.0), setting(600, 2.0), setting(550, 3.0), setting(600, 2.5), setting(700, 4.0),
                        setting(0, std::nullopt)}),
             (std::vector<bool>{true, true, false, false, true, false}));
    // Of those that cost the same the best one; twins stand together.
    QCOMPARE(efficient({setting(500, 1.0), setting(600, 1.0), setting(600, 1.0)}),
             (std::vector<bool>{false, true, true}));
}

void tst_Experiments::aSweepTriesEveryTimingOnce()
{
    const SweepPlan two{plan(u"typical", {4, 6}, 1), {60s, 120s}, {1, 2}, {}};
    std::vector<std::string> words;
    for (const Workflow &workflow : sweptWorkflows(two))
        words.push_back(toWord(workflow));
    // A single message waits as long as its PIN lives: 60 s twice is 120 s once.
    QCOMPARE(words,
             (std::vector<std::string>{"s120+s180+p300", "s60+s60+p60", "s60+s60+p120", "s120+s120+p120",
                                       "s120+s120+p240", "s300+p300", "s60+p60", "s120+p120", "s240+p240"}));
    const SweepPlan tooLong{plan(u"typical", {4}, 1), {900s}, {4, 5}, {}};
    QCOMPARE(sweptWorkflows(tooLong).size(), 2U); // its own timing, and a life of an hour
}

void tst_Experiments::everySettingIsTheWorkflowOfThatTiming()
{
    const SweepPlan swept{plan(u"poor route", {1, 2}, 3000), {60s, 90s}, {1, 3}, examplePrices(Dialect::Vonage)};
    const SweepResult result = sweep(swept, Never);
    QCOMPARE(result.users, 3000);
    QCOMPARE(result.settings.size(), 10U);
    int own = 0;
    bool isAnyEfficient = false;
    for (const SweepSetting &setting : result.settings) {
        SimulationPlan alone = swept.simulation;
        alone.workflows = {setting.counts.workflow};
        const SimulatedWorkflow counts = simulate(alone, Never).workflows.front();
        QCOMPARE(setting.counts.verified, counts.verified);
        QCOMPARE(setting.counts.messages(), counts.messages());
        QCOMPARE(setting.costPerSuccess, counts.costPerSuccess(swept.prices));
        own += setting.isOwnTiming;
        isAnyEfficient = isAnyEfficient || setting.isEfficient;
    }
    QCOMPARE(own, 2);
    QVERIFY(isAnyEfficient);
}

void tst_Experiments::aSweepIsTheSameForAnyNumberOfThreads()
{
    SweepPlan swept{plan(u"typical", {5}, 2000), {60s, 90s, 120s}, {1, 2, 3}, {}};
    const SweepResult one = sweep(swept, Never);
    swept.simulation.threads = 3;
    const SweepResult three = sweep(swept, Never);
    QCOMPARE(three.settings.size(), one.settings.size());
    for (std::size_t i = 0; i < one.settings.size(); ++i) {
        QCOMPARE(three.settings[i].counts.verified, one.settings[i].counts.verified);
        QCOMPARE(three.settings[i].counts.messages(), one.settings[i].counts.messages());
    }
}

void tst_Experiments::aCancelledSweepKeepsWhoIsDone()
{
    SweepPlan swept{plan(u"typical", {1}, std::int64_t(1) << 40), {}, {}, {}};
    for (int wait = 60; wait < 80; ++wait)
        swept.waits.emplace_back(wait);
    for (int multiple = 1; multiple <= 20; ++multiple)
        swept.multiples.push_back(multiple);
    QCOMPARE(sweptWorkflows(swept).size(), 401U);
    std::atomic<bool> isCancelled = false;
    std::int64_t told = -1;
    const SweepResult result = sweep(swept, isCancelled, [&](std::int64_t done) {
        told = done;
        isCancelled = true;
    });
    QVERIFY(told >= 0 && result.users >= told && result.users < swept.simulation.users);
    QCOMPARE(result.settings.size(), 401U);
    QCOMPARE(result.settings.back().counts.users(), result.users);
}

void tst_Experiments::leavingAMessageOutKeepsTheOthersInTheirPlaces()
{
    const Workflow one = *ownWorkflow(1, "s125+c180+c300");
    QCOMPARE(toWord(*withoutStep(one, 0)), std::string("c180+c300+p300"));
    QCOMPARE(toWord(*withoutStep(one, 1)), std::string("s305+c300+p300"));
    QCOMPARE(toWord(*withoutStep(one, 2)), std::string("s125+c480+p300"));
    QVERIFY(!withoutStep(*ownWorkflow(8, "s60"), 0));
}

void tst_Experiments::aMessageIsWorthTheDifference()
{
    const SimulationPlan each = plan(u"poor route", {2}, 20'000);
    const Prices prices = examplePrices(Dialect::Vonage);
    const Attribution attribution = attribute(each, prices, Never);
    QCOMPARE(attribution.users, 20'000);
    QCOMPARE(attribution.messages.size(), 3U);
    for (const MessageWorth &worth : attribution.messages) {
        SimulationPlan without = each;
        without.workflows = {*worth.without};
        const SimulatedWorkflow counts = simulate(without, Never).workflows.front();
        QVERIFY(std::abs(worth.success.estimate - (attribution.whole.successRate() - counts.successRate())) < 1e-12);
        QVERIFY(worth.success.interval.contains(worth.success.estimate));
        const double cost = (attribution.whole.cost(prices).toDouble() - counts.cost(prices).toDouble()) / 20'000;
        QVERIFY(std::abs(worth.costPerVerification - cost) < 1e-12);
        QVERIFY(worth.success.estimate > 0); // where SMS are slow and get lost, every message helps
        QVERIFY(std::abs(*worth.costPerAddedSuccess - cost / worth.success.estimate) < 1e-12);
    }
}

void tst_Experiments::theOnlyMessageIsWorthAll()
{
    const Attribution attribution = attribute(plan(u"typical", {6}, 5000), {}, Never);
    QCOMPARE(attribution.messages.size(), 1U);
    QVERIFY(!attribution.messages.front().without);
    QCOMPARE(attribution.messages.front().success.estimate, attribution.whole.successRate());
    QVERIFY(attribution.messages.front().success.interval.contains(attribution.whole.successRate()));
}

void tst_Experiments::aCallThatNobodyAnswersAddsOnlyCost()
{
    Population silent = *findPreset(u"typical");
    silent.neverAnswersCalls = 1;
    SimulationPlan each = plan(u"typical", {5}, 5000);
    each.population = {{&silent, 1}};
    const MessageWorth call = attribute(each, examplePrices(Dialect::Vonage), Never).messages.back();
    QCOMPARE(call.success.estimate, 0.0);
    QVERIFY(call.costPerVerification > 0);
    QVERIFY(!call.costPerAddedSuccess);
}

PINPATH_TEST(tst_Experiments, "tst_experiments")

} // namespace tst_experiments

#include "tst_experiments.moc"
