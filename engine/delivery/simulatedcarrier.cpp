// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/delivery/simulatedcarrier.h"

#include "engine/delivery/magicnumbers.h"
#include "engine/population/user.h"

namespace engine {

namespace {

// The users of magic numbers read and type as fast as this, from delivery to the first code and from one to the next.
constexpr seconds MagicEntry{8};

StepPlan arrives(milliseconds after)
{
    StepPlan plan;
    plan.reportAfter = after;
    return plan;
}

StepPlan isLost(milliseconds newsAfter)
{
    StepPlan plan;
    plan.delivery = StepPlan::Delivery::IsLost;
    plan.reportAfter = newsAfter;
    return plan;
}

StepPlan planFor(const HandsetSettings &handset, Channel channel)
{
    if (!handset.isSwitchedOn)
        return isLost(milliseconds::zero());
    if (channel == Channel::Sms) {
        switch (handset.messages) {
        case HandsetSettings::Messages::Arrive:
            return arrives(milliseconds::zero());
        case HandsetSettings::Messages::AreLate:
            return arrives(handset.lateBy);
        case HandsetSettings::Messages::AreLost:
            return isLost(milliseconds::zero());
        }
    }
    // A call that asks rings out too, unless somebody answers it before.
    return handset.calls == HandsetSettings::Calls::Answered ? arrives(milliseconds::zero()) : isLost(RingTime);
}

StepPlan planFor(const MagicNumber &magic, Channel channel)
{
    StepPlan plan = planFor(magic.handset, channel);
    if (magic.wrongCodes && plan.delivery == StepPlan::Delivery::Arrives) {
        plan.isEntered = true;
        plan.wrongCodes = *magic.wrongCodes;
        plan.entryAfter = MagicEntry;
    }
    return plan;
}

} // namespace

SimulatedCarrier::SimulatedCarrier(CallsByHand callsByHand)
    : m_untouched(untouchedHandset(callsByHand))
{ }

StepPlan SimulatedCarrier::plan(const Dispatch &dispatch)
{
    if (const MagicNumber *magic = findMagicNumber(dispatch.number))
        return planFor(*magic, dispatch.channel);
    if (dispatch.population) {
        const UserKey user{0, dispatch.userKey};
        return planStep(*dispatch.population, drawTraits(*dispatch.population, user), dispatch.channel, user,
                        dispatch.step, dispatch.sinceRequest);
    }
    return planFor(handset(dispatch.number), dispatch.channel);
}

void SimulatedCarrier::setHandset(PhoneNumber number, HandsetSettings settings)
{
    const std::scoped_lock lock(m_mutex);
    m_handsets[number] = settings;
}

HandsetSettings SimulatedCarrier::handset(PhoneNumber number) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_handsets.find(number);
    return found == m_handsets.end() ? m_untouched : found->second;
}

} // namespace engine
