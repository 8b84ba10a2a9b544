// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/secondcounts.h"
#include "engine/statistics/comparedrequests.h"
#include "engine/statistics/differences.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

// What happened to the requests of each workflow, per country: the one value that page, report and command share. It
// counts; what follows from the counts is in verdict.h, and the words for it are elsewhere. Plain values.
namespace engine {

// Which requests are compared.
struct ComparisonScope {
    std::optional<Instant> from; // those that started then or later; none: all
    std::optional<Source> source; // none: wherever they came from
    std::optional<std::string> brand{}; // none: whichever
    // "NAME/VERSION": only those whose workflow was drawn in this experiment, which alone are alike but for their
    // workflow; none: however it was chosen.
    std::optional<std::string> experiment{};
    bool isNewestPlan = false; // of each workflow only those that ran with the plan of its latest request
    std::optional<std::string> network{}; // none: whichever, and where it is not known
    std::set<std::string, std::less<>> countries{}; // two letters each; none: all

    bool operator==(const ComparisonScope &) const = default;
};

// How many ended alike in the same second of their lives, in whole seconds from the request, cut off.
struct EndedIn {
    std::int64_t second = 0;
    std::int64_t count = 0;

    bool operator==(const EndedIn &) const = default;
};

// Those that started in one week, from Monday 0:00 UTC.
struct WeekTally {
    Instant begin{};
    std::int64_t verified = 0;
    std::int64_t ended = 0;

    Proportion success() const { return {verified, ended}; }
    bool operator==(const WeekTally &) const = default;
};

// What requests cost, as far as their mean per verified user and its interval need it.
struct CostSums {
    Money all;
    Money ofVerified; // their part of it
    double squares = 0; // of each request's cost in EUR

    bool operator==(const CostSums &) const = default;
};

// Two workflows of a market against each other, looked at once.
struct PairTest {
    WorkflowId a = 0;
    WorkflowId b = 0;
    Difference difference; // a minus b; Newcombe, 95 %
    double fisher = 1; // two-sided p
    double fisherHolm = 1; // the same, as Holm adjusts it among all pairs of the market
    double logRank = 1; // p on the time to verify; every other end censors

    bool operator==(const PairTest &) const = default;
};

// One workflow in one market. Verified to cancelled are of those requests whose time is up: that started at least the
// longest lifetime ago, or were imported. Successes finish in seconds and expiries after minutes, so that a younger
// rate reads too high.
struct WorkflowTally {
    Workflow workflow; // the latest plan, where it ran with several
    int versions = 0; // how many plans it ran with
    std::int64_t requests = 0; // all
    std::int64_t verified = 0;
    std::int64_t expired = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;
    std::int64_t inProgress = 0; // however old
    std::int64_t tooYoung = 0; // left out, since they started less than a lifetime ago; running or not
    std::array<std::int64_t, MaxSteps> verifiedAfter{}; // by the message that was sent last, from 0
    std::optional<Instant> firstAt; // start of the oldest whose time is up
    std::optional<Instant> lastAt; // and of the newest
    // Of those that ended, too:
    std::vector<EndedIn> verifiedIn; // by second, none empty
    std::vector<EndedIn> otherwiseIn; // the same of all other ends
    std::vector<WeekTally> weeks; // by begin, none empty
    CostSums cost;
    std::int64_t messages = 0; // that were sent

    WorkflowId id() const { return workflow.id(); }
    std::int64_t ended() const { return verified + expired + failed + cancelled; }
    Proportion success() const { return {verified, ended()}; }
    bool operator==(const WorkflowTally &) const = default;
};

struct Market {
    std::string country; // two letters; empty: all of them, or those of numbers without a country
    std::vector<WorkflowTally> workflows; // by id
    std::vector<PairTest> pairs{}; // of those with enough to compare

    const WorkflowTally *find(WorkflowId id) const;
    std::int64_t requests() const;
    std::int64_t ended() const;
    std::int64_t inProgress() const;
    std::int64_t tooYoung() const;
    bool operator==(const Market &) const = default;
};

struct Comparison {
    Instant at{}; // the moment of counting
    Instant until{}; // requests that started later are too young; of a closed period, the start of the newest
    bool isClosed = false; // requests of reports alone: no more of them will come
    bool isByLot = false; // the lots of one experiment chose the workflow of every request meant
    milliseconds lifetime{}; // the longest of the workflows counted
    std::optional<Instant> nextEndBy; // when the first of the running has ended at the latest
    Market all;
    std::vector<Market> markets; // with most requests first
    // Requests in the scope's time and countries, of its brand and network, whatever its source.
    std::array<std::int64_t, SourceCount> sources{};
    std::int64_t withoutWorkflow = 0; // of these; they are left out of all else
    std::vector<std::string> experiments; // of all requests, as in the scope
    std::vector<std::string> brands; // of all requests, those with most first; at most 50
    std::vector<std::string> networks; // the same, where one is known

    const Market *find(const std::string &country) const;
};

// As a tally tells them.
std::vector<EndedIn> toEnds(const SecondCounts &counts);

// From the request to its end, if nobody does anything.
milliseconds lifetimeOf(const Workflow &workflow);

// Which ranges compare() needs one by one, since the scope's period, what is too young at `now`, its brand or its
// network parts them, or since they have no rollup.
std::vector<KeyRange> toTellOneByOne(const ComparedRequests &requests, const ComparisonScope &scope, Instant now);
Comparison compare(const ComparedRequests &requests, const ComparisonScope &scope, Instant now);

} // namespace engine
