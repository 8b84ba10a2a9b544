// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/comparison.h"

#include <map>
#include <string_view>

namespace engine {

// Two letters, or nothing.
inline std::string_view countryText(const std::array<char, 2> &country)
{
    return {country.data(), country[0] != 0 ? country.size() : 0U};
}

// Those requests that a scope means. Both outlive it.
class ChosenRequests {
    using Part = ComparedRequests::Part;

public:
    ChosenRequests(const ComparedRequests &requests, const ComparisonScope &scope);

    // Whatever their source, and how many of them have no workflow.
    void countSources(Comparison &comparison) const;

    template <class Visit>
    void visit(Visit visit) const
    {
        visitMeant([&](const Part &part) {
            if (isOfPlan(part))
                visit(part);
        });
    }

private:
    template <class Visit>
    void visitMeant(Visit visit) const
    {
        m_requests.visit([&](const Part &part) {
            if (part.kind.plan != ComparedRequests::NoPlan && isOfAnySource(part)
                && (!m_scope.source || part.kind.source == *m_scope.source)
                && (!m_scope.experiment || part.kind.experiment == m_experiment))
                visit(part);
        });
    }

    bool isOfAnySource(const Part &part) const
    {
        return (!m_scope.from || part.firstAt >= *m_scope.from) && (!m_scope.brand || part.brand == m_brand)
            && (!m_scope.network || part.network == m_network)
            && (m_scope.countries.empty() || m_scope.countries.contains(countryText(part.kind.country)));
    }
    bool isOfPlan(const Part &part) const
    {
        if (m_newestPlans.empty())
            return true;
        const auto newest = m_newestPlans.find(m_requests.plans()[part.kind.plan].id());
        return newest == m_newestPlans.end() || newest->second.second == part.kind.plan;
    }

    const ComparedRequests &m_requests;
    const ComparisonScope &m_scope;
    std::size_t m_brand;
    std::size_t m_network;
    std::size_t m_experiment;
    std::map<WorkflowId, std::pair<VerificationKey, std::uint16_t>> m_newestPlans;
};

} // namespace engine
