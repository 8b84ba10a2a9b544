// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace engine {

enum class Channel : std::uint8_t { Sms, Tts };

// Which timings and texts of the API are meant: today's documentation, or the API on the day of the announcement of
// configurable workflows (October 2019). Reference: verify-api.md, Decisions.
enum class Dialect : std::uint8_t { Vonage, Nexmo2019 };

// 1 to 7 are the API's workflows; greater numbers are custom ones.
using WorkflowId = std::uint8_t;

struct Step {
    Channel channel = Channel::Sms;
    seconds wait{}; // from this step to the next one, or to the end of the request

    bool operator==(const Step &) const = default;
};

inline constexpr std::size_t MaxSteps = 6;
inline constexpr seconds DefaultPinExpiry{300};

// Which messages, in which order, with which waits, and how long a PIN lives. A value: rules read it, nothing changes
// it.
class Workflow {
public:
    Workflow() = default;
    // At least one and at most MaxSteps steps.
    Workflow(WorkflowId id, std::span<const Step> steps, seconds pinExpiry);

    WorkflowId id() const { return m_id; }
    std::size_t stepCount() const { return m_stepCount; }
    // `index` counts from 0.
    Step step(std::size_t index) const;
    seconds pinExpiry() const { return seconds(m_pinExpirySeconds); }

    // The plan in one word, "s125 c180 c300 p300": channels with their waits, and the life of a PIN. Verifications are
    // only compared when this is the same, so it is what "version of a workflow" means in stores and statistics.
    std::string version() const;
    static std::optional<Workflow> fromVersion(WorkflowId id, std::string_view version);

    bool operator==(const Workflow &) const = default;

private:
    // Packed, since every running verification carries its plan.
    std::array<std::uint16_t, MaxSteps> m_waitSeconds{};
    std::uint16_t m_pinExpirySeconds = 0;
    std::uint8_t m_callMask = 0; // bit n: step n is a call
    std::uint8_t m_stepCount = 0;
    WorkflowId m_id = 0;
};

// What a request may change about its workflow's timing; absent means the workflow's own.
struct Timing {
    std::optional<seconds> nextEventWait;
    std::optional<seconds> pinExpiry;
};

// The API's workflow `id`, or none where the dialect does not know it (1 to 5 in 2019, 1 to 7 today).
std::optional<Workflow> standardWorkflow(WorkflowId id, Dialect dialect, Timing timing = {});
WorkflowId lastStandardWorkflow(Dialect dialect);

// The rule that surprises people: a life of the PIN that is not a multiple of the wait becomes the wait.
seconds effectivePinExpiry(seconds pinExpiry, std::optional<seconds> nextEventWait);

} // namespace engine
