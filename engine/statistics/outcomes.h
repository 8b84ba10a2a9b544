// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/money.h"
#include "engine/statistics/comparison.h"
#include "engine/statistics/survival.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

// What became of requests and after how many seconds, counted: it stays as small for ten million requests as for a
// thousand. Made from a file or a store; what follows from it is in comparisonjson.h. Plain values.
namespace engine {

enum class Ending : std::uint8_t { Running, Verified, Expired, Failed, Cancelled };
inline constexpr std::size_t EndingCount = 5;

// One request, or several that are alike.
struct CountedRequests {
    Ending ending = Ending::Running;
    std::int64_t seconds = 0; // whole, from request to end; of a running one, as long as it was seen to run
    Money cost; // of all of them
    Instant startedAt{}; // of several: of the first, in the same week as the others
    std::optional<Instant> lastStartedAt{}; // of several: of the last
    std::int64_t count = 1;
    double costSquares = 0; // of each one's cost in EUR, added up
    std::int64_t messages = 0; // that all of them were sent, each as many
};

// Of one workflow, in one country or over several.
class Outcomes {
public:
    using Counts = std::array<std::int64_t, EndingCount>;

    void add(const CountedRequests &requests);
    // They ended, or were seen to run, after these seconds instead of the one that they have.
    void add(const CountedRequests &requests, std::span<const EndsAfter> after);
    void add(const Outcomes &others);

    const SecondCounts &bySecond(Ending ending) const { return m_bySecond[std::size_t(ending)]; }
    std::int64_t count(Ending ending) const;
    std::int64_t requests() const;
    std::int64_t finished() const { return requests() - count(Ending::Running); }
    Proportion success() const { return {count(Ending::Verified), finished()}; } // of those finished
    Money cost() const { return m_cost; }
    std::optional<Instant> firstAt() const { return m_firstAt; } // start of the oldest
    std::optional<Instant> lastAt() const { return m_lastAt; } // and of the newest
    // Of those finished, too:
    const CostSums &costSums() const { return m_costSums; }
    std::int64_t messages() const { return m_messages; }
    // By the message that was sent last, from 0; those are left out of which it is not known.
    const std::array<std::int64_t, MaxSteps> &verifiedAfter() const { return m_verifiedAfter; }
    const std::map<Instant, Proportion> &byWeek() const { return m_byWeek; } // by its begin

    std::optional<double> medianSecondsToVerify() const;
    // For survival curves: the event is being verified, every other end censors.
    std::vector<Observed> timesToVerify() const;
    // For incidences: a cause for each ending, its place in Ending.
    std::vector<Finished> endings() const;

private:
    std::array<SecondCounts, EndingCount> m_bySecond;
    Counts m_counts{};
    Money m_cost;
    std::optional<Instant> m_firstAt;
    std::optional<Instant> m_lastAt;
    CostSums m_costSums;
    std::int64_t m_messages = 0;
    std::array<std::int64_t, MaxSteps> m_verifiedAfter{};
    std::map<Instant, Proportion> m_byWeek;
};

using WorkflowOutcomes = std::map<WorkflowId, Outcomes>;

struct OutcomeTable {
    // By country; two letters, empty for numbers without one.
    std::map<std::string, WorkflowOutcomes, std::less<>> countries;
    bool isCostKnown = true; // of all requests, and in one currency

    Outcomes &of(std::string_view country, WorkflowId workflow);
    WorkflowOutcomes all() const;
};

// As judge() and the words for a verdict take it. Nothing of a report is too young: it is of a closed period, whose
// newest request started at `until`.
Comparison toComparison(const OutcomeTable &outcomes, Instant until);

} // namespace engine
