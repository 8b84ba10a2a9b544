// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/presets.h"
#include "engine/simulation/simulation.h"
#include "engine/simulation/userlife.h"
#include "engine/statistics/differences.h"
#include "engine/statistics/wilson.h"
#include "tests/support/testclass.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tst_simulationrun {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace engine;

const std::atomic<bool> Never = false;

std::vector<Workflow> workflows(std::initializer_list<WorkflowId> ids)
{
    std::vector<Workflow> all;
    for (const WorkflowId id : ids)
        all.push_back(*standardWorkflow(id, Dialect::Vonage));
    return all;
}

SimulationPlan plan(const Population &population, std::initializer_list<WorkflowId> ids, std::int64_t users)
{
    return {workflows(ids), {{&population, 1}}, users, 1, 1};
}

// Delivery and entry with means of 10 and 15 s: their sum has a closed form.
Population exponentialUsers()
{
    Population population;
    population.smsDelivered = 0.9;
    population.smsDelay = Distribution(distributions::Exponential{10});
    population.entry = Distribution(distributions::Exponential{15});
    return population;
}

// Those whose only message in `end` seconds verifies them.
double exponentialTruth(double end)
{
    return 0.9 * (1 - (15 * std::exp(-end / 15) - 10 * std::exp(-end / 10)) / (15 - 10));
}

// All that a run counted, as text.
QStringList dump(const SimulationResult &result)
{
    QStringList lines{QString::number(result.users)};
    for (const SimulatedWorkflow &each : result.workflows) {
        QStringList steps;
        for (const std::int64_t count : each.verifiedByStep)
            steps << QString::number(count);
        lines << u"workflow %1: %2 %3 %4, by step %5, %6 SMS, %7 calls, %8 %9 %10 s"_s.arg(each.workflow.id())
                     .arg(each.verified)
                     .arg(each.expired)
                     .arg(each.failed)
                     .arg(steps.join(u' '))
                     .arg(each.sms())
                     .arg(each.calls())
                     .arg(each.timeToVerify.quantile(0.5).value_or(-1), 0, 'g', 17)
                     .arg(each.timeToVerify.quantile(0.9).value_or(-1), 0, 'g', 17)
                     .arg(each.timeToVerify.quantile(0.99).value_or(-1), 0, 'g', 17);
    }
    for (const PairedWorkflows &pair : result.paired)
        lines << u"%1 - %2: %3 %4"_s.arg(pair.a).arg(pair.b).arg(pair.onlyA).arg(pair.onlyB);
    return lines;
}

class tst_SimulationRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presetsSucceedAsTheIndependentEstimateSays_data();
    void presetsSucceedAsTheIndependentEstimateSays();
    void successHasItsClosedForm();
    void theIntervalCoversTheTruthAsOftenAsItPromises();
    void anyNumberOfThreadsCountsTheSame();
    void everyUserIsCountedAsTheyLived();
    void everyUserEndsInExactlyOneWay();
    void pairsAgreeWithTheirWorkflows();
    void costsAddUp();
    void aCancelKeepsWhoIsDone();
    void progressIsToldInUsers();
    void timesAreKeptToAThousandth();
    void mergedTimesAreThoseOfOneCount();
    void pairedDifferencesHaveTheirInterval();
};

void tst_SimulationRun::presetsSucceedAsTheIndependentEstimateSays_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<std::vector<double>>("percents"); // workflow 1 and on
    QTest::newRow("typical") << u"typical"_s << std::vector{85.1, 85.6, 52.5, 85.4, 84.7, 82.6, 46.3};
    QTest::newRow("clean") << u"clean direct route"_s << std::vector{93.2, 93.3, 53.2, 93.1, 93.1, 92.6, 47.0};
    QTest::newRow("poor") << u"poor route"_s << std::vector{64.2, 64.1, 52.0, 61.5, 63.1, 53.7, 46.0};
    QTest::newRow("landlines") << u"landlines"_s << std::vector{62.1, 38.8, 84.5, 14.1, 59.3, 13.6, 77.3};
    QTest::newRow("calls") << u"dislikes calls"_s << std::vector{83.0, 85.2, 11.4, 85.3, 83.1, 82.5, 10.1};
    QTest::newRow("brown-out") << u"carrier brown-out"_s << std::vector{53.9, 53.1, 52.7, 48.4, 52.4};
}

void tst_SimulationRun::presetsSucceedAsTheIndependentEstimateSays()
{
    QFETCH(QString, preset);
    QFETCH(std::vector<double>, percents);
    const SimulationResult result = simulate(plan(*findPreset(preset), {1, 2, 3, 4, 5, 6, 7}, 20'000), Never);
    for (std::size_t i = 0; i < percents.size(); ++i) {
        const double percent = 100 * result.workflows[i].successRate();
        QVERIFY2(std::abs(percent - percents[i]) < 1.5,
                 qPrintable(u"workflow %1: %2 instead of %3"_s.arg(i + 1).arg(percent).arg(percents[i])));
    }
}

void tst_SimulationRun::successHasItsClosedForm()
{
    const Population population = exponentialUsers();
    const Workflow six = workflows({6}).front();
    QCOMPARE(six.stepCount(), 1U);
    const double end = double(six.step(0).wait.count());
    const double truth = exponentialTruth(end);
    constexpr std::int64_t Users = 4000;
    const double error = std::sqrt(truth * (1 - truth) / Users);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SimulationPlan each = plan(population, {6}, Users);
        each.seed = seed;
        const double rate = simulate(each, Never).workflows.front().successRate();
        QVERIFY2(std::abs(rate - truth) < 4 * error, qPrintable(u"seed %1: %2"_s.arg(seed).arg(rate)));
    }
    // A short life of the PIN cuts the same law off where it is steep.
    Timing soon;
    soon.pinExpiry = 60s;
    const double cut = exponentialTruth(60);
    SimulationPlan shorter{{*standardWorkflow(6, Dialect::Vonage, soon)}, {{&population, 1}}, 40'000, 1, 1};
    const double rate = simulate(shorter, Never).workflows.front().successRate();
    QVERIFY(std::abs(rate - cut) < 4 * std::sqrt(cut * (1 - cut) / 40'000));
}

void tst_SimulationRun::theIntervalCoversTheTruthAsOftenAsItPromises()
{
    const Population population = exponentialUsers();
    SimulationPlan each = plan(population, {6}, 500);
    int covered = 0;
    for (each.seed = 1; each.seed <= 1000; ++each.seed) {
        const SimulatedWorkflow counts = simulate(each, Never).workflows.front();
        covered += wilsonInterval(counts.verified, counts.users()).contains(exponentialTruth(300));
    }
    QVERIFY2(covered >= 936 && covered <= 964, qPrintable(QString::number(covered)));
}

void tst_SimulationRun::anyNumberOfThreadsCountsTheSame()
{
    SimulationPlan each = plan(presets().front(), {1, 4, 7}, 10'001);
    const QStringList one = dump(simulate(each, Never));
    for (const int threads : {2, 4}) {
        each.threads = threads;
        QCOMPARE(dump(simulate(each, Never)), one);
    }
    each.seed = 2;
    QVERIFY(dump(simulate(each, Never)) != one);
}

void tst_SimulationRun::everyUserIsCountedAsTheyLived()
{
    const Population &population = *findPreset(u"poor route");
    const SimulationResult result = simulate(plan(population, {2}, 500), Never);
    SimulatedWorkflow lived;
    std::int64_t messages = 0;
    for (std::uint64_t user = 0; user < 500; ++user) {
        UserLife life(result.workflows.front().workflow, population, {1, user}, Instant{});
        while (life.next())
            life.live(); // to the last news, which a run leaves out
        lived.verified += life.verification().status == Status::Succeeded;
        lived.failed += life.verification().status == Status::Failed;
        messages += life.verification().stepsSent;
    }
    QCOMPARE(result.workflows.front().verified, lived.verified);
    QCOMPARE(result.workflows.front().failed, lived.failed);
    QCOMPARE(result.workflows.front().messages(), messages);
}

void tst_SimulationRun::everyUserEndsInExactlyOneWay()
{
    Population clumsy = presets().front();
    clumsy.wrongCode = 0.5;
    const SimulationResult result = simulate(plan(clumsy, {1, 2, 3, 4, 5, 6, 7}, 3000), Never);
    for (const SimulatedWorkflow &each : result.workflows) {
        QCOMPARE(each.users(), 3000);
        QVERIFY(each.failed > 0 && each.expired > 0 && each.verified > 0);
        const auto &steps = each.verifiedByStep;
        QCOMPARE(std::accumulate(steps.begin(), steps.end(), std::int64_t(0)), each.verified);
        const auto sumOf
            = [](const auto &counts) { return std::accumulate(counts.begin(), counts.end(), std::int64_t(0)); };
        QCOMPARE(sumOf(each.verifiedAfter), each.verified);
        QCOMPARE(sumOf(each.otherwiseAfter), each.expired + each.failed);
        QCOMPARE(each.timeToVerify.total(), each.verified);
        QCOMPARE(each.timeToFail.total(), each.failed);
        QVERIFY(each.messages() >= 3000);
    }
}

void tst_SimulationRun::pairsAgreeWithTheirWorkflows()
{
    const SimulationResult result = simulate(plan(*findPreset(u"landlines"), {1, 3, 6}, 5000), Never);
    QCOMPARE(result.paired.size(), 3U);
    for (const PairedWorkflows &pair : result.paired) {
        QCOMPARE(pair.onlyA - pair.onlyB, result.workflows[pair.a].verified - result.workflows[pair.b].verified);
        const Difference difference = result.difference(pair);
        const Difference apart
            = newcombeDifference({result.workflows[pair.a].verified, 5000}, {result.workflows[pair.b].verified, 5000});
        QVERIFY(difference.interval.contains(difference.estimate));
        QCOMPARE(difference.estimate, apart.estimate);
    }
    // The first message is the same for both, so that most luck cancels out.
    const SimulationResult alike = simulate(plan(presets().front(), {2, 4}, 5000), Never);
    const Difference paired = alike.difference(alike.paired.front());
    const Difference apart
        = newcombeDifference({alike.workflows[0].verified, 5000}, {alike.workflows[1].verified, 5000});
    QVERIFY((paired.interval.high - paired.interval.low) * 2 < apart.interval.high - apart.interval.low);
}

void tst_SimulationRun::costsAddUp()
{
    SimulatedWorkflow counts;
    counts.workflow = *standardWorkflow(1, Dialect::Vonage); // an SMS and two calls
    const Prices prices{Money::fromMilli(50), Money::fromMilli(14), Money::fromMilli(28)};
    QVERIFY(!counts.costPerSuccess(prices));
    counts.verified = 10;
    counts.verifiedAfter = {8, 1, 1};
    counts.expired = 10;
    counts.otherwiseAfter = {9, 1, 0};
    QCOMPARE(counts.sms(), 20);
    QCOMPARE(counts.calls(), 4);
    QVERIFY(std::abs(*counts.costPerSuccess(prices) - (0.05 + 2 * 0.014 + 0.4 * 0.028)) < 1e-12);
}

void tst_SimulationRun::aCancelKeepsWhoIsDone()
{
    std::atomic<bool> isCancelled = true;
    QCOMPARE(simulate(plan(presets().front(), {1}, 1000), isCancelled).users, 0);
    isCancelled = false;
    SimulationPlan endless = plan(presets().front(), {1, 2}, std::int64_t(1) << 50);
    endless.threads = 2;
    const SimulationResult result
        = simulate(endless, isCancelled, [&isCancelled](std::int64_t done) { isCancelled = done > 0; });
    QVERIFY(result.users > 0 && result.users < endless.users);
    QCOMPARE(result.workflows[0].users(), result.users);
    QCOMPARE(result.workflows[1].users(), result.users);
}

void tst_SimulationRun::progressIsToldInUsers()
{
    std::atomic<bool> isCancelled = false;
    std::vector<std::int64_t> told;
    const auto result
        = simulate(plan(presets().front(), {1}, std::int64_t(1) << 50), isCancelled, [&](std::int64_t done) {
              told.push_back(done);
              isCancelled = told.size() == 3;
          });
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.size(), 3U);
    QVERIFY(result.users >= told.back());
}

void tst_SimulationRun::timesAreKeptToAThousandth()
{
    for (std::int64_t time = 0; time < 20'000'000; time += 1 + time / 97) {
        TimeHistogram one;
        one.count(milliseconds(time));
        const double seconds = *one.quantile(1);
        QVERIFY2(std::abs(seconds * 1000 - double(time)) <= double(time) / 2000, qPrintable(QString::number(time)));
        if (time < 2048)
            QCOMPARE(seconds, double(time) / 1000);
    }
    TimeHistogram hundred;
    for (int i = 1; i <= 100; ++i)
        hundred.count(milliseconds(i));
    QCOMPARE(hundred.quantile(0.5), std::optional(0.050));
    QCOMPARE(hundred.quantile(0.9), std::optional(0.090));
    QCOMPARE(hundred.quantile(0.99), std::optional(0.099));
    QCOMPARE(TimeHistogram().quantile(0.5), std::optional<double>());
}

void tst_SimulationRun::mergedTimesAreThoseOfOneCount()
{
    TimeHistogram whole;
    std::array<TimeHistogram, 3> parts;
    for (std::size_t i = 0; i < 3000; ++i) {
        const milliseconds time(std::int64_t(i * i % 99'991));
        whole.count(time);
        parts[i % 3].count(time);
    }
    TimeHistogram merged;
    for (const TimeHistogram &part : parts)
        merged.add(part);
    QCOMPARE(merged.total(), 3000);
    for (const double part : {0.01, 0.3, 0.5, 0.9, 0.99, 1.0})
        QCOMPARE(merged.quantile(part), whole.quantile(part));
}

// By hand: (13 + 1) / 102 and (5 + 1) / 102, 1.96 standard errors of their difference.
void tst_SimulationRun::pairedDifferencesHaveTheirInterval()
{
    const Difference difference = pairedDifference(13, 5, 100);
    QCOMPARE(difference.estimate, 0.08);
    const double middle = 8.0 / 102;
    const double half = 1.959963985 * std::sqrt((20.0 / 102 - middle * middle) / 102);
    QVERIFY(std::abs(difference.interval.low - (middle - half)) < 1e-9);
    QVERIFY(std::abs(difference.interval.high - (middle + half)) < 1e-9);
    const Difference turned = pairedDifference(5, 13, 100);
    QCOMPARE(turned.interval.low, -difference.interval.high);
    QVERIFY(pairedDifference(0, 0, 10).interval.contains(0));
    QCOMPARE(pairedDifference(10, 0, 10).interval.high, 1.0);
}

PINPATH_TEST(tst_SimulationRun, "tst_simulationrun")

} // namespace tst_simulationrun

#include "tst_simulationrun.moc"
