// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verification/workflow.h"

#include "engine/verification/timing.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <vector>

namespace engine {

namespace {

struct StandardWorkflow {
    WorkflowId id;
    std::vector<Step> steps;
};

using enum Channel;

// Reference: verify-api.md, section 3.1. The single step of 6 and 7 waits as long as its PIN lives.
const std::vector<StandardWorkflow> &table()
{
    static const std::vector<StandardWorkflow> workflows{
        {1, {{Sms, seconds(125)}, {Tts, seconds(180)}, {Tts, seconds(300)}}},
        {2, {{Sms, seconds(125)}, {Sms, seconds(180)}, {Tts, seconds(300)}}},
        {3, {{Tts, seconds(150)}, {Tts, seconds(150)}}},
        {4, {{Sms, seconds(120)}, {Sms, seconds(180)}}},
        {5, {{Sms, seconds(120)}, {Tts, seconds(180)}}},
        {6, {{Sms, DefaultPinExpiry}}},
        {7, {{Tts, DefaultPinExpiry}}},
    };
    return workflows;
}

// Workflow 5 until June 2020.
const std::vector<Step> Workflow5In2019{{Sms, seconds(125)}, {Tts, seconds(300)}};

} // namespace

Workflow::Workflow(WorkflowId id, std::span<const Step> steps, seconds pinExpiry)
    : m_pinExpirySeconds(static_cast<std::uint16_t>(pinExpiry.count()))
    , m_stepCount(static_cast<std::uint8_t>(steps.size()))
    , m_id(id)
{
    assert(!steps.empty() && steps.size() <= MaxSteps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_waitSeconds[i] = static_cast<std::uint16_t>(steps[i].wait.count());
        if (steps[i].channel == Channel::Tts)
            m_callMask = static_cast<std::uint8_t>(m_callMask | (1U << i));
    }
}

Step Workflow::step(std::size_t index) const
{
    assert(index < m_stepCount);
    return {(m_callMask >> index) & 1U ? Channel::Tts : Channel::Sms, seconds(m_waitSeconds[index])};
}

std::string Workflow::version() const
{
    std::string text;
    for (std::size_t i = 0; i < m_stepCount; ++i) {
        const Step s = step(i);
        text += (s.channel == Channel::Sms ? 's' : 'c') + std::to_string(s.wait.count()) + ' ';
    }
    return text + 'p' + std::to_string(m_pinExpirySeconds);
}

std::optional<Workflow> Workflow::fromVersion(WorkflowId id, std::string_view version)
{
    std::vector<Step> steps;
    std::string_view rest = version;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        if (word.empty())
            return std::nullopt;
        std::uint16_t count = 0;
        std::from_chars(word.data() + 1, word.data() + word.size(), count);
        if (word.front() == 'p' && !steps.empty()) {
            // Versions are compared as texts, so that only the one spelling of a plan is its version.
            const Workflow workflow(id, steps, seconds(count));
            return workflow.version() == version ? std::optional(workflow) : std::nullopt;
        }
        if ((word.front() != 's' && word.front() != 'c') || steps.size() == MaxSteps)
            return std::nullopt;
        steps.push_back({word.front() == 's' ? Channel::Sms : Channel::Tts, seconds(count)});
    }
    return std::nullopt;
}

WorkflowId lastStandardWorkflow(Dialect dialect)
{
    return dialect == Dialect::Nexmo2019 ? 5 : 7;
}

seconds effectivePinExpiry(seconds pinExpiry, std::optional<seconds> nextEventWait)
{
    return nextEventWait && pinExpiry % *nextEventWait != seconds::zero() ? *nextEventWait : pinExpiry;
}

std::optional<Workflow> standardWorkflow(WorkflowId id, Dialect dialect, Timing timing)
{
    if (id < 1 || id > lastStandardWorkflow(dialect))
        return std::nullopt;
    const std::vector<Step> &steps
        = id == 5 && dialect == Dialect::Nexmo2019 ? Workflow5In2019 : table().at(id - 1U).steps;
    return withTiming(Workflow(id, steps, DefaultPinExpiry), timing);
}

} // namespace engine
