// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/calibration.h"

#include "engine/simulation/simulation.h"
#include "engine/statistics/verdict.h"

#include <algorithm>
#include <cmath>

namespace engine {

using namespace Qt::StringLiterals;
using distributions::Constant;
using distributions::Lognormal;

namespace {

constexpr std::int64_t UsersToTry = 10'000; // the same through all trials, so that their luck cancels out
constexpr int Halvings = 12; // of the span in which the delay is sought: to a four-thousandth of its logarithm
constexpr double ShortestDelay = 0.1; // seconds
constexpr double ClearlyBetter = 4; // of squared standard errors

// The figures of a channel.
struct ChannelFigures {
    Channel channel;
    QString sharePath;
    double Population::*share;
    QString refusalPath;
    double Population::*refusal; // of users whom none reaches
    QString delayPath;
    Distribution Population::*delay;
};

const std::array<ChannelFigures, 2> &channelFigures()
{
    static const std::array<ChannelFigures, 2> all{
        ChannelFigures{Channel::Sms, u"sms.delivered"_s, &Population::smsDelivered, u"user.no_sms"_s,
                       &Population::noSms, u"sms.delay"_s, &Population::smsDelay},
        ChannelFigures{Channel::Tts, u"tts.answered"_s, &Population::callAnswered, u"user.never_answers_calls"_s,
                       &Population::neverAnswersCalls, u"tts.delay"_s, &Population::callDelay}};
    return all;
}

std::vector<const WorkflowTally *> beginningWith(const Market &market, Channel channel)
{
    std::vector<const WorkflowTally *> those;
    for (const WorkflowTally &tally : market.workflows) {
        if (tally.ended() > 0 && tally.workflow.step(0).channel == channel)
            those.push_back(&tally);
    }
    return those;
}

// What the population does with one message of the channel and nothing after it.
SimulatedWorkflow tried(const Population &population, Channel channel, seconds window)
{
    const Step step{channel, window};
    SimulationPlan plan;
    plan.workflows = {Workflow(1, {&step, 1}, window)};
    plan.population = {{&population, 1}};
    plan.users = UsersToTry;
    plan.comparesPairs = false;
    return simulate(plan, false).workflows.front();
}

// The same shape with its half at `seconds`; none where a shape has no such figure.
std::optional<Distribution> withHalfAt(const Distribution &delay, double seconds)
{
    const auto *plain = std::get_if<Distribution::Plain>(&delay.shape());
    if (plain && std::holds_alternative<Constant>(*plain))
        return Distribution(Constant{seconds});
    if (const auto *lognormal = plain ? std::get_if<Lognormal>(plain) : nullptr)
        return Distribution(Lognormal{seconds, lognormal->sigma});
    return std::nullopt;
}

// The delay with which half of those verified are so by `halfBy`: the later messages come, the later they are.
std::optional<Distribution> soughtDelay(Population population, const ChannelFigures &figures, const FirstMessages &seen)
{
    const auto halfWith = [&](double delay) {
        population.*figures.delay = *withHalfAt(population.*figures.delay, delay);
        return tried(population, figures.channel, seen.window).timeToVerify.quantile(0.5).value_or(HUGE_VAL);
    };
    if (!withHalfAt(population.*figures.delay, 1) || halfWith(ShortestDelay) > seen.halfBy)
        return std::nullopt;
    double low = std::log(ShortestDelay);
    double high = std::log(double(seen.window.count()));
    for (int i = 0; i < Halvings; ++i) {
        const double middle = (low + high) / 2;
        (halfWith(std::exp(middle)) <= seen.halfBy ? low : high) = middle;
    }
    return withHalfAt(population.*figures.delay, std::exp((low + high) / 2));
}

void calibrateChannel(Calibration &calibration, const ChannelFigures &figures, const FirstMessages &seen)
{
    Population &population = calibration.population;
    if (const auto delay = soughtDelay(population, figures, seen)) {
        population.*figures.delay = *delay;
        calibration.figures.push_back({figures.delayPath, seen.verified});
    }
    // Who is verified grows with it in proportion: every user meets one message.
    const double share = population.*figures.share;
    const double simulated = tried(population, figures.channel, seen.window).successRate();
    if (share <= 0 || simulated <= 0)
        return;
    const double needed = share * double(seen.verified) / double(seen.ended) / simulated;
    population.*figures.share = std::min(1.0, needed);
    calibration.figures.push_back({figures.sharePath, seen.ended});
    if (needed <= 1)
        return;
    // Where all arrive and it is not enough, more users take them.
    population.*figures.refusal = std::max(0.0, 1 - (1 - population.*figures.refusal) * needed);
    calibration.figures.push_back({figures.refusalPath, seen.ended});
}

std::vector<WorkflowFit> fitOf(const Population &population, const Market &market)
{
    SimulationPlan plan;
    plan.population = {{&population, 1}};
    plan.users = UsersToTry;
    plan.comparesPairs = false;
    std::vector<WorkflowFit> fit;
    for (const WorkflowTally &tally : market.workflows) {
        if (!isEnough(tally))
            continue;
        plan.workflows.push_back(tally.workflow);
        fit.push_back({tally.id(), tally.success(), {}});
    }
    if (fit.empty())
        return fit;
    const SimulationResult result = simulate(plan, false);
    for (std::size_t i = 0; i < fit.size(); ++i)
        fit[i].simulated = {result.workflows[i].verified, result.users};
    return fit;
}

// How far all of it is off, in squared standard errors.
double distanceOf(const std::vector<WorkflowFit> &fit)
{
    double distance = 0;
    for (const WorkflowFit &each : fit) {
        const double off = each.measured.rate() - each.simulated.rate();
        const double trials = double(each.measured.trials + each.simulated.trials);
        const double rate = (double(each.measured.successes + each.simulated.successes) + 1) / (trials + 2);
        const double variance
            = rate * (1 - rate) * (1 / double(each.measured.trials) + 1 / double(each.simulated.trials));
        distance += off * off / variance;
    }
    return distance;
}

} // namespace

std::optional<FirstMessages> firstMessages(const Market &market, Channel channel)
{
    const auto tallies = beginningWith(market, channel);
    if (tallies.empty())
        return std::nullopt;
    FirstMessages seen;
    seen.window = (*std::min_element(tallies.begin(), tallies.end(),
                                     [](const auto *a, const auto *b) {
                                         return a->workflow.step(0).wait < b->workflow.step(0).wait;
                                     }))
                      ->workflow.step(0)
                      .wait;
    std::map<std::int64_t, std::int64_t> bySecond;
    for (const WorkflowTally *tally : tallies) {
        seen.ended += tally->ended();
        for (const EndedIn &each : tally->verifiedIn) {
            if (each.second < seen.window.count()) {
                seen.verified += each.count;
                bySecond[each.second] += each.count;
            }
        }
    }
    if (seen.verified < EnoughToCalibrate)
        return std::nullopt;
    double left = double(seen.verified) / 2;
    for (const auto &[second, count] : bySecond) {
        if (left <= double(count)) { // evenly within the second
            seen.halfBy = double(second) + left / double(count);
            break;
        }
        left -= double(count);
    }
    return seen;
}

bool canCalibrate(const Market &market)
{
    return std::any_of(channelFigures().begin(), channelFigures().end(),
                       [&](const ChannelFigures &each) { return firstMessages(market, each.channel).has_value(); });
}

Calibration calibrate(const Population &population, const Market &market)
{
    Calibration calibration{population, {}, population.name, {}};
    for (const ChannelFigures &figures : channelFigures()) {
        if (const auto seen = firstMessages(market, figures.channel))
            calibrateChannel(calibration, figures, *seen);
    }
    calibration.fit = fitOf(calibration.population, market);
    return calibration;
}

Calibration calibrateBest(std::span<const Population> starts, const Market &market)
{
    Calibration best = calibrate(starts.front(), market);
    double bestDistance = distanceOf(best.fit) - ClearlyBetter;
    for (const Population &start : starts.subspan(1)) {
        Calibration other = calibrate(start, market);
        const double distance = distanceOf(other.fit);
        if (other.figures.empty() || distance >= bestDistance)
            continue;
        best = std::move(other);
        bestDistance = distance;
    }
    return best;
}

} // namespace engine
