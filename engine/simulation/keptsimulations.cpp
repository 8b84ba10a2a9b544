// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/keptsimulations.h"

#include <algorithm>

namespace engine {

KeptSimulations::KeptSimulations(std::function<void(KeptSimulation &)> prepare)
    : m_prepare(std::move(prepare))
{ }

bool KeptSimulations::follow(StoreReader &reader)
{
    const std::vector<std::int64_t> numbers = reader.simulationNumbers();
    bool isOther = std::erase_if(m_runs,
                                 [&](const auto &each) {
                                     return std::find(numbers.begin(), numbers.end(), each.first) == numbers.end();
                                 })
        > 0;
    for (const std::int64_t number : numbers) {
        if (m_runs.contains(number))
            continue;
        const auto text = reader.simulation(number);
        auto run = text ? keptSimulationFromJson(text->body) : std::nullopt;
        if (!run)
            continue;
        run->number = number;
        run->keptAt = text->keptAt;
        if (m_prepare)
            m_prepare(*run);
        m_runs.emplace(number, std::move(*run));
        isOther = true;
    }
    return isOther;
}

} // namespace engine
