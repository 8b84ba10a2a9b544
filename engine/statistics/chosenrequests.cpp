// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statistics/chosenrequests.h"

#include <algorithm>

namespace engine {

namespace {

// Beyond all places where there is none.
std::size_t placeIn(const std::vector<std::string> &names, const std::optional<std::string> &name)
{
    const auto found = name ? std::find(names.begin(), names.end(), *name) : names.end();
    return found == names.end() ? SIZE_MAX : std::size_t(found - names.begin());
}

} // namespace

ChosenRequests::ChosenRequests(const ComparedRequests &requests, const ComparisonScope &scope)
    : m_requests(requests)
    , m_scope(scope)
    , m_brand(placeIn(requests.brands(), scope.brand))
    , m_network(placeIn(requests.networks(), scope.network))
    , m_experiment(placeIn(requests.experiments(), scope.experiment))
{
    if (!scope.isNewestPlan)
        return;
    visitMeant([&](const Part &part) {
        auto &[key, plan] = m_newestPlans[requests.plans()[part.kind.plan].id()];
        if (part.newestKey >= key) {
            key = part.newestKey;
            plan = part.kind.plan;
        }
    });
}

void ChosenRequests::countSources(Comparison &comparison) const
{
    m_requests.visit([&](const Part &part) {
        if (!isOfAnySource(part))
            return;
        if (part.kind.plan == ComparedRequests::NoPlan)
            comparison.withoutWorkflow += part.count;
        else
            comparison.sources.at(std::size_t(part.kind.source)) += part.count;
    });
}

} // namespace engine
