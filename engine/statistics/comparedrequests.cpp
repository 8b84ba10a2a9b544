// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparedrequests.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace engine {

// A store has a handful of plans.
std::optional<std::uint16_t> ComparedRequests::planOf(WorkflowId id, const std::string &version)
{
    if (id == UnknownWorkflow)
        return NoPlan;
    std::size_t plan = 0;
    while (plan < m_plans.size() && (m_plans[plan].id() != id || m_versions[plan] != version))
        ++plan;
    if (plan == m_plans.size()) {
        const auto workflow = Workflow::fromVersion(id, version);
        if (!workflow || plan >= NoPlan)
            return std::nullopt;
        m_plans.push_back(*workflow);
        m_versions.push_back(version);
    }
    return static_cast<std::uint16_t>(plan);
}

// A store has a handful of these, too.
std::uint8_t ComparedRequests::experimentOf(const std::string &experiment)
{
    const auto found = std::find(m_experiments.begin(), m_experiments.end(), experiment);
    const auto place = static_cast<std::size_t>(found - m_experiments.begin());
    if (place > UINT8_MAX)
        return 0;
    if (found == m_experiments.end())
        m_experiments.push_back(experiment);
    return static_cast<std::uint8_t>(place);
}

std::uint16_t ComparedRequests::Names::placeOf(const std::string &name)
{
    if (const auto found = places.find(name); found != places.end())
        return found->second;
    constexpr std::uint16_t TooMany = AnyName - 1;
    if (names.size() >= TooMany)
        return TooMany;
    const auto place = static_cast<std::uint16_t>(names.size());
    places.emplace(name, place);
    names.push_back(name);
    return place;
}

void ComparedRequests::Names::add(const std::vector<NameCount> &counts)
{
    for (const NameCount &each : counts) {
        const std::uint16_t place = placeOf(each.name);
        rolledUp.resize(std::max<std::size_t>(rolledUp.size(), place + 1U));
        rolledUp[place] += each.count;
    }
}

void ComparedRequests::append(KeyRange keys, const Rollup *rollup)
{
    m_ranges.push_back({keys});
    if (!rollup)
        return;
    Range &range = m_ranges.back();
    range.hasRollup = true;
    range.firstKind = m_rolled.size();
    range.bytes = rollup->bytes;
    std::vector<std::optional<std::uint16_t>> plans;
    for (const Rollup::Plan &each : rollup->plans)
        plans.push_back(planOf(each.id, each.version));
    std::vector<std::uint8_t> experiments;
    for (const std::string &each : rollup->experiments)
        experiments.push_back(experimentOf(each));
    for (const Rollup::Kind &each : rollup->kinds) {
        const bool isFirst = &each == &rollup->kinds.front();
        range.firstAt = isFirst ? each.firstAt : std::min(range.firstAt, each.firstAt);
        range.lastAt = isFirst ? each.lastAt : std::max(range.lastAt, each.lastAt);
        const auto plan = plans[each.plan];
        if (!plan || std::size_t(each.source) >= SourceCount)
            continue; // they cannot be read and are left out, as everywhere
        m_rolled.push_back({{each.country, *plan, each.source, experiments[each.experiment]},
                            each.newestKey,
                            each.firstAt,
                            each.lastAt,
                            each.count,
                            each.ends});
    }
    range.kindCount = m_rolled.size() - range.firstKind;
    m_brands.add(rollup->brands);
    m_networks.add(rollup->networks);
}

void ComparedRequests::setRolledUp(VerificationKey upTo)
{
    m_rolledUpTo = upTo;
    m_newer.erase(m_newer.begin(),
                  std::find_if(m_newer.begin(), m_newer.end(), [upTo](const One &one) { return one.key > upTo; }));
}

std::optional<ComparedRequests::One> ComparedRequests::oneOf(const Course &course)
{
    static_assert(sizeof(One) == 40);
    const auto plan = planOf(course.workflowId, course.version);
    if (!plan || course.status == Status::NotStarted || course.status > Status::Cancelled
        || std::size_t(course.source) >= SourceCount)
        return std::nullopt;
    const std::int64_t lasted = course.status > Status::InProgress ? course.secondsToEnd() : 0;
    return One{course.key,
               course.startedAt,
               course.cost,
               std::uint32_t(std::min<std::int64_t>(lasted, UINT32_MAX)),
               course.status,
               course.stepsSent,
               {course.country, *plan, course.source, experimentOf(course.experiment)},
               m_brands.placeOf(course.brand),
               m_networks.placeOf(course.network)};
}

void ComparedRequests::append(const Course &course)
{
    assert(course.key > m_rolledUpTo && (m_newer.empty() || m_newer.back().key < course.key));
    if (const auto one = oneOf(course))
        m_newer.push_back(*one);
}

VerificationKey ComparedRequests::forgetUnsettled()
{
    const auto unsettled
        = std::find_if(m_newer.begin(), m_newer.end(), [](const One &one) { return one.status == Status::InProgress; });
    const VerificationKey next = unsettled != m_newer.end() ? unsettled->key
        : m_newer.empty()                                   ? m_rolledUpTo + 1
                                                            : m_newer.back().key + 1;
    m_newer.erase(unsettled, m_newer.end());
    return next;
}

bool ComparedRequests::hasRollup(KeyRange range) const
{
    const auto found
        = std::lower_bound(m_ranges.begin(), m_ranges.end(), range.first,
                           [](const Range &each, VerificationKey first) { return each.keys.first < first; });
    return found != m_ranges.end() && found->keys == range && found->hasRollup;
}

std::vector<KeyRange> ComparedRequests::tellOneByOne(const std::vector<KeyRange> &ranges,
                                                     const StoreReader::CourseFilter &filter)
{
    if (filter != m_filterOneByOne)
        m_oneByOne.clear();
    m_filterOneByOne = filter;
    std::erase_if(m_oneByOne, [&](const auto &each) {
        return !std::binary_search(ranges.begin(), ranges.end(), KeyRange{each.first, 0},
                                   [](const KeyRange &a, const KeyRange &b) { return a.first < b.first; });
    });
    std::vector<KeyRange> missing;
    std::copy_if(ranges.begin(), ranges.end(), std::back_inserter(missing),
                 [this](const KeyRange &range) { return !m_oneByOne.contains(range.first); });
    return missing;
}

void ComparedRequests::setOneByOne(KeyRange range, const std::vector<Course> &courses)
{
    std::vector<One> &ones = m_oneByOne[range.first];
    for (const Course &course : courses) {
        if (const auto one = oneOf(course))
            ones.push_back(*one);
    }
}

std::vector<std::string> ComparedRequests::brandsByCount(std::size_t most) const
{
    return namesByCount(m_brands, &One::brand, most);
}

std::vector<std::string> ComparedRequests::networksByCount(std::size_t most) const
{
    std::vector<std::string> names = namesByCount(m_networks, &One::network, most + 1);
    std::erase(names, std::string());
    names.resize(std::min(names.size(), most));
    return names;
}

std::vector<std::string> ComparedRequests::namesByCount(const Names &of, std::uint16_t One::*placeOf,
                                                        std::size_t most) const
{
    std::vector<std::int64_t> counts = of.rolledUp;
    counts.resize(of.names.size() + 1); // the last is for those of too many names
    const auto add = [&](const std::vector<One> &ones) {
        for (const One &one : ones)
            counts[std::min<std::size_t>(one.*placeOf, of.names.size())] += one.kind.plan != NoPlan;
    };
    add(m_newer);
    for (const Range &range : m_ranges) {
        if (const auto ones = m_oneByOne.find(range.keys.first); !range.hasRollup && ones != m_oneByOne.end())
            add(ones->second);
    }
    std::vector<std::size_t> order(of.names.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    order.resize(std::min(order.size(), most));
    std::vector<std::string> names;
    for (const std::size_t place : order) {
        if (counts[place] > 0)
            names.push_back(of.names[place]);
    }
    return names;
}

} // namespace engine
