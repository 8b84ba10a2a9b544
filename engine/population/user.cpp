// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/population/user.h"

namespace engine {

namespace {

// What a stream is for. Numbers are kept: another order would be other users.
enum class Purpose : std::uint64_t {
    Unreachable = 1,
    NoSms = 2,
    NeverAnswersCalls = 3,
    Patience = 4,
    Entry = 5,
    EntryAfterCall = 6,
    // These are drawn anew for each message.
    Arrival = 7,
    Delay = 8,
    WrongCodes = 9,
};

RandomStream stream(UserKey key, Purpose purpose, std::uint8_t step = 0)
{
    return RandomStream(key.seed, key.user, (std::uint64_t(purpose) << 8) | step);
}

milliseconds drawn(const Distribution &distribution, RandomStream stream)
{
    return milliseconds(std::int64_t(distribution.sample(stream) * 1000 + 0.5)); // never negative
}

} // namespace

Traits drawTraits(const Population &population, UserKey key)
{
    Traits traits;
    traits.isUnreachable = stream(key, Purpose::Unreachable).happens(population.unreachable);
    traits.getsNoSms = stream(key, Purpose::NoSms).happens(population.noSms);
    traits.neverAnswersCalls = stream(key, Purpose::NeverAnswersCalls).happens(population.neverAnswersCalls);
    if (population.patience)
        traits.patience = drawn(*population.patience, stream(key, Purpose::Patience));
    traits.entry = drawn(population.entry, stream(key, Purpose::Entry));
    traits.entryAfterCall = drawn(population.entryAfterCall, stream(key, Purpose::EntryAfterCall));
    return traits;
}

StepPlan planStep(const Population &population, const Traits &traits, Channel channel, UserKey key, std::uint8_t step,
                  milliseconds sinceRequest)
{
    const bool isSms = channel == Channel::Sms;
    const bool isHopeless = traits.isUnreachable || (isSms ? traits.getsNoSms : traits.neverAnswersCalls);
    const double arrival = isSms ? population.smsDelivered : population.callAnswered;
    const bool arrives = !isHopeless && stream(key, Purpose::Arrival, step).happens(arrival);

    StepPlan plan;
    if (!isSms && !arrives) {
        plan.delivery = StepPlan::Delivery::IsLost;
        plan.reportAfter = RingTime;
        return plan;
    }
    // The news that an SMS is lost takes as long as one that arrives.
    plan.reportAfter = drawn(isSms ? population.smsDelay : population.callDelay, stream(key, Purpose::Delay, step));
    if (!arrives) {
        plan.delivery = StepPlan::Delivery::IsLost;
        return plan;
    }
    plan.entryAfter = isSms ? traits.entry : traits.entryAfterCall;
    plan.isEntered = sinceRequest + plan.reportAfter + plan.entryAfter < traits.patience;
    if (plan.isEntered) {
        RandomStream codes = stream(key, Purpose::WrongCodes, step);
        while (plan.wrongCodes < MaxWrongCodes && codes.happens(population.wrongCode))
            ++plan.wrongCodes;
    }
    return plan;
}

} // namespace engine
