// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/timemix.h"

#include "engine/statistics/verdict.h"

#include <algorithm>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::int64_t EnoughEachWeek = 5; // with fewer, chance alone puts weeks apart

std::map<Instant, double> sharesOf(const WorkflowTally &tally)
{
    std::map<Instant, double> shares;
    for (const WeekTally &week : tally.weeks)
        shares[week.begin] = double(week.ended) / double(tally.ended());
    return shares;
}

// Where half of its requests had started.
Instant middleOf(const WorkflowTally &tally)
{
    std::int64_t before = 0;
    for (const WeekTally &week : tally.weeks) {
        before += week.ended;
        if (2 * before >= tally.ended())
            return week.begin;
    }
    return {};
}

bool isEnoughEachWeek(const WorkflowTally &one, const WorkflowTally &other)
{
    std::set<Instant> weeks;
    for (const WorkflowTally *tally : {&one, &other}) {
        for (const WeekTally &week : tally->weeks)
            weeks.insert(week.begin);
    }
    return std::min(one.ended(), other.ended()) >= EnoughEachWeek * std::int64_t(weeks.size());
}

TimesApart between(const WorkflowTally &one, const WorkflowTally &other)
{
    const std::map<Instant, double> others = sharesOf(other);
    double together = 0;
    for (const auto &[begin, share] : sharesOf(one)) {
        if (const auto same = others.find(begin); same != others.end())
            together += std::min(share, same->second);
    }
    const bool isFirst = middleOf(one) <= middleOf(other);
    return {isFirst ? one.id() : other.id(), isFirst ? other.id() : one.id(), together};
}

} // namespace

std::optional<TimesApart> timesApart(const Market &market)
{
    std::optional<TimesApart> furthest;
    for (auto one = market.workflows.begin(); one != market.workflows.end(); ++one) {
        for (auto other = std::next(one); other != market.workflows.end(); ++other) {
            if (!isEnough(*one) || !isEnough(*other) || one->weeks.empty() || other->weeks.empty()
                || !isEnoughEachWeek(*one, *other))
                continue;
            const TimesApart each = between(*one, *other);
            if (each.together < TogetherEnough && (!furthest || each.together < furthest->together))
                furthest = each;
        }
    }
    return furthest;
}

} // namespace engine
