// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/pairs.h"
#include "tests/support/manualtime.h"

#include <chrono>
#include <initializer_list>
#include <string>

namespace tests {

// Counts of one workflow: how many ended, and how many of them were verified, all after the first message.
struct Counts {
    engine::WorkflowId id;
    std::int64_t verified;
    std::int64_t ended;
};

inline engine::Market market(const std::string &country, std::initializer_list<Counts> counts)
{
    engine::Market market{country, {}};
    for (const Counts &each : counts) {
        engine::WorkflowTally tally;
        tally.workflow = *engine::standardWorkflow(each.id, engine::Dialect::Vonage);
        tally.versions = 1;
        tally.requests = each.ended;
        tally.verified = each.verified;
        tally.verifiedAfter[0] = each.verified;
        tally.expired = each.ended - each.verified;
        tally.firstAt = ManualTime::Start - std::chrono::hours(24 * 10);
        market.workflows.push_back(tally);
    }
    market.pairs = engine::pairsOf(market);
    return market;
}

// A comparison of these markets, whose sum over all is `all`.
inline engine::Comparison comparison(engine::Market all, std::vector<engine::Market> markets)
{
    engine::Comparison comparison;
    comparison.at = ManualTime::Start;
    comparison.lifetime = std::chrono::seconds(605);
    comparison.until = comparison.at - comparison.lifetime;
    comparison.sources[std::size_t(engine::Source::Api)] = all.requests();
    comparison.all = std::move(all);
    comparison.markets = std::move(markets);
    return comparison;
}

// One market, which is all there is.
inline engine::Comparison comparison(const std::string &country, std::initializer_list<Counts> counts)
{
    return comparison(market({}, counts), {market(country, counts)});
}

} // namespace tests
