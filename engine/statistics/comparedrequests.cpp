// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/comparedrequests.h"

#include <algorithm>
#include <cassert>

namespace engine {

void ComparedRequests::append(const Course &course)
{
    assert(m_all.empty() || m_all.back().key < course.key);
    if (course.workflowId == UnknownWorkflow)
        return;
    if (std::size_t(course.source) >= SourceCount || course.status > Status::Cancelled)
        return; // a row that cannot be read is left out, as everywhere
    // A store has a handful of plans.
    std::size_t plan = 0;
    while (plan < m_plans.size() && (m_plans[plan].id() != course.workflowId || m_versions[plan] != course.version))
        ++plan;
    if (plan == m_plans.size()) {
        const auto workflow = Workflow::fromVersion(course.workflowId, course.version);
        if (!workflow || plan > UINT16_MAX)
            return;
        m_plans.push_back(*workflow);
        m_versions.push_back(course.version);
    }
    m_all.push_back({course.key, course.startedAt, course.country, static_cast<std::uint16_t>(plan), course.status,
                     course.source, course.stepsSent});
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
