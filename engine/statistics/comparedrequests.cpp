// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparedrequests.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace engine {

namespace {

template <class Count>
Count clamped(std::int64_t value)
{
    return static_cast<Count>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<Count>::max()));
}

ComparedRequests::End endOf(Status status, std::uint8_t stepsSent, Money cost, std::int64_t seconds)
{
    return {clamped<std::uint32_t>(cost.hundredMillionths()), clamped<std::uint16_t>(seconds), status, stepsSent};
}

} // namespace

// A store has a handful of plans.
std::optional<std::uint16_t> ComparedRequests::planOf(WorkflowId id, const std::string &version)
{
    std::size_t plan = 0;
    while (plan < m_plans.size() && (m_plans[plan].id() != id || m_versions[plan] != version))
        ++plan;
    if (plan == m_plans.size()) {
        const auto workflow = Workflow::fromVersion(id, version);
        if (!workflow || plan > UINT16_MAX)
            return std::nullopt;
        m_plans.push_back(*workflow);
        m_versions.push_back(version);
    }
    return static_cast<std::uint16_t>(plan);
}

std::uint16_t ComparedRequests::brandOf(const std::string &brand)
{
    if (const auto found = m_placeOfBrand.find(brand); found != m_placeOfBrand.end())
        return found->second;
    constexpr std::uint16_t TooMany = AnyBrand - 1;
    if (m_brands.size() >= TooMany)
        return TooMany;
    const auto place = static_cast<std::uint16_t>(m_brands.size());
    m_placeOfBrand.emplace(brand, place);
    m_brands.push_back(brand);
    return place;
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

template <class Told>
std::optional<ComparedRequests::Kind> ComparedRequests::kindOf(const Told &told)
{
    if (told.workflowId == UnknownWorkflow || std::size_t(told.source) >= SourceCount)
        return std::nullopt; // the latter cannot be read and is left out, as everywhere
    const auto plan = planOf(told.workflowId, told.version);
    if (!plan)
        return std::nullopt;
    return Kind{told.country, *plan, told.source, experimentOf(told.experiment)};
}

void ComparedRequests::append(const Rollup &rollup)
{
    if (m_ranges.empty() || m_ranges.back().keys != rollup.range)
        m_ranges.push_back({rollup.range, rollup.firstAt, rollup.lastAt});
    m_ranges.back().firstAt = std::min(m_ranges.back().firstAt, rollup.firstAt);
    m_ranges.back().lastAt = std::max(m_ranges.back().lastAt, rollup.lastAt);
    const auto kind = kindOf(rollup);
    if (!kind || rollup.ends.empty())
        return;
    const std::size_t firstEnd = m_ends.size();
    std::int64_t count = 0;
    for (const EndedAlike &each : rollup.ends) {
        m_ends.push_back(
            {endOf(each.status, each.stepsSent, each.cost, each.seconds), clamped<std::uint32_t>(each.count)});
        count += each.count;
    }
    m_rolled.push_back({*kind, rollup.range.first, rollup.newestKey, rollup.firstAt, rollup.lastAt, count, firstEnd,
                        m_ends.size() - firstEnd});
}

void ComparedRequests::setRolledUp(VerificationKey upTo, const std::vector<BrandCount> &brands)
{
    m_rolledUpTo = upTo;
    m_newer.erase(m_newer.begin(),
                  std::find_if(m_newer.begin(), m_newer.end(), [upTo](const One &one) { return one.key > upTo; }));
    m_rolledUpPerBrand.clear();
    for (const BrandCount &each : brands) {
        const std::uint16_t place = brandOf(each.brand);
        m_rolledUpPerBrand.resize(std::max<std::size_t>(m_rolledUpPerBrand.size(), place + 1U));
        m_rolledUpPerBrand[place] += each.count;
    }
}

std::optional<ComparedRequests::One> ComparedRequests::oneOf(const Course &course)
{
    static_assert(sizeof(One) == 32);
    if (course.status == Status::NotStarted || course.status > Status::Cancelled)
        return std::nullopt;
    const auto kind = kindOf(course);
    if (!kind)
        return std::nullopt;
    const bool hasEnded = course.status > Status::InProgress;
    return One{course.key, course.startedAt,
               endOf(course.status, course.stepsSent, course.cost, hasEnded ? course.secondsToEnd() : 0), *kind,
               brandOf(course.brand)};
}

void ComparedRequests::append(const Course &course)
{
    assert(course.key > m_rolledUpTo && (m_newer.empty() || m_newer.back().key < course.key));
    if (const auto one = oneOf(course))
        m_newer.push_back(*one);
}

VerificationKey ComparedRequests::forgetUnsettled()
{
    const auto unsettled = std::find_if(m_newer.begin(), m_newer.end(),
                                        [](const One &one) { return one.end.status == Status::InProgress; });
    const VerificationKey next = unsettled != m_newer.end() ? unsettled->key
        : m_newer.empty()                                   ? m_rolledUpTo + 1
                                                            : m_newer.back().key + 1;
    m_newer.erase(unsettled, m_newer.end());
    return next;
}

std::vector<KeyRange> ComparedRequests::tellOneByOne(const std::vector<KeyRange> &ranges,
                                                     const std::optional<std::string> &brand)
{
    if (brand != m_brandOneByOne)
        m_oneByOne.clear();
    m_brandOneByOne = brand;
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
    std::vector<std::int64_t> counts = m_rolledUpPerBrand;
    counts.resize(m_brands.size() + 1); // the last is for those of too many brands
    for (const One &one : m_newer)
        ++counts[std::min<std::size_t>(one.brand, m_brands.size())];
    std::vector<std::size_t> order(m_brands.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    order.resize(std::min(order.size(), most));
    std::vector<std::string> names;
    for (const std::size_t place : order) {
        if (counts[place] > 0)
            names.push_back(m_brands[place]);
    }
    return names;
}

} // namespace engine
