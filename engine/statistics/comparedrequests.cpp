// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparedrequests.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace engine {

namespace {

template <class Count>
Count clamped(std::int64_t value)
{
    return static_cast<Count>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<Count>::max()));
}

} // namespace

// A store has a handful of plans.
std::optional<std::uint16_t> ComparedRequests::planOf(const Course &course)
{
    std::size_t plan = 0;
    while (plan < m_plans.size() && (m_plans[plan].id() != course.workflowId || m_versions[plan] != course.version))
        ++plan;
    if (plan == m_plans.size()) {
        const auto workflow = Workflow::fromVersion(course.workflowId, course.version);
        if (!workflow || plan > UINT16_MAX)
            return std::nullopt;
        m_plans.push_back(*workflow);
        m_versions.push_back(course.version);
    }
    return static_cast<std::uint16_t>(plan);
}

std::optional<std::uint16_t> ComparedRequests::brandOf(const Course &course)
{
    if (const auto found = m_placeOfBrand.find(course.brand); found != m_placeOfBrand.end())
        return found->second;
    if (m_brands.size() > UINT16_MAX)
        return std::nullopt;
    const auto place = static_cast<std::uint16_t>(m_brands.size());
    m_placeOfBrand.emplace(course.brand, place);
    m_brands.push_back(course.brand);
    return place;
}

// A store has a handful of these, too.
std::uint8_t ComparedRequests::experimentOf(const Course &course)
{
    const auto found = std::find(m_experiments.begin(), m_experiments.end(), course.experiment);
    const auto place = static_cast<std::size_t>(found - m_experiments.begin());
    if (place > UINT8_MAX)
        return 0;
    if (found == m_experiments.end())
        m_experiments.push_back(course.experiment);
    return static_cast<std::uint8_t>(place);
}

void ComparedRequests::append(const Course &course)
{
    static_assert(sizeof(One) == 32);
    assert(m_all.empty() || m_all.back().key < course.key);
    if (course.workflowId == UnknownWorkflow)
        return;
    if (std::size_t(course.source) >= SourceCount || course.status > Status::Cancelled)
        return; // a row that cannot be read is left out, as everywhere
    const auto plan = planOf(course);
    const auto brand = brandOf(course);
    if (!plan || !brand)
        return;
    One one{course.key,       course.startedAt,    0, 0, course.country, *plan, *brand, course.status, course.source,
            course.stepsSent, experimentOf(course)};
    one.cost = clamped<std::uint32_t>(course.cost.hundredMillionths());
    if (course.status > Status::InProgress)
        one.secondsToEnd
            = clamped<std::uint16_t>(std::chrono::floor<seconds>(course.endedAt - course.startedAt).count());
    m_all.push_back(one);
}

VerificationKey ComparedRequests::forgetUnsettled()
{
    const auto unsettled
        = std::find_if(m_all.begin(), m_all.end(), [](const One &one) { return one.status <= Status::InProgress; });
    const VerificationKey next = unsettled != m_all.end() ? unsettled->key
        : m_all.empty()                                   ? VerificationKey()
                                                          : m_all.back().key + 1;
    m_all.erase(unsettled, m_all.end());
    return next;
}

} // namespace engine
