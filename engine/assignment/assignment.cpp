// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/assignment/assignment.h"

#include "engine/pin/pins.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

bool fits(const AssignmentRule &rule, const Assignee &assignee)
{
    return (rule.country.isEmpty() || rule.country == assignee.country)
        && (rule.brand.isEmpty() || rule.brand == assignee.brand)
        && (rule.prefix.isEmpty() || assignee.number.toString().startsWith(rule.prefix));
}

// By its place between 0 and 1, so that a changed weight moves no more numbers than it must.
WorkflowId drawn(const std::vector<Share> &shares, std::uint64_t lot)
{
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0,
                                         [](double sum, const Share &share) { return sum + share.weight; });
    const double place = double(lot >> 11) * 0x1p-53 * total;
    double until = 0;
    for (const Share &share : shares) {
        until += share.weight;
        if (place < until)
            return share.workflow;
    }
    return shares.back().workflow;
}

} // namespace

Lot lotsOf(const Pins &pins)
{
    return [&pins](const QString &experiment, PhoneNumber number) {
        return pins.lot(experiment + QLatin1Char('\n') + number.toString());
    };
}

Assignment assign(const AssignmentTable &table, const Assignee &assignee, const Lot &lot)
{
    const auto rule = std::find_if(table.begin(), table.end(), [&](const AssignmentRule &each) {
        return !each.shares.empty() && fits(each, assignee);
    });
    if (rule == table.end())
        return {};
    if (!rule->isExperiment())
        return {rule->shares.front().workflow, {ChosenBy::Rule, rule->name, rule->version}};
    return {drawn(rule->shares, lot(rule->name, assignee.number)), {ChosenBy::Lot, rule->name, rule->version}};
}

AssignmentTable revised(const AssignmentTable &before, AssignmentTable after)
{
    for (AssignmentRule &rule : after) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&](const AssignmentRule &each) { return each.name == rule.name; });
        if (old == before.end())
            continue;
        rule.version = old->version;
        if (!(rule == *old))
            ++rule.version;
    }
    return after;
}

} // namespace engine
