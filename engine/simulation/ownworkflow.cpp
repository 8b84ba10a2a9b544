// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/ownworkflow.h"

#include <algorithm>

namespace engine {

std::optional<Workflow> ownWorkflow(WorkflowId id, std::string_view word)
{
    if (word.find(' ') != std::string_view::npos)
        return std::nullopt;
    std::string version(word);
    if (version.find('p') == std::string::npos)
        version += "+p" + std::to_string(DefaultPinExpiry.count());
    std::ranges::replace(version, '+', ' ');
    const auto workflow = Workflow::fromVersion(id, version);
    if (!workflow || workflow->pinExpiry() < seconds(1) || workflow->pinExpiry() > LongestOwnWait)
        return std::nullopt;
    for (std::size_t step = 0; step < workflow->stepCount(); ++step) {
        const seconds wait = workflow->step(step).wait;
        if (wait < seconds(1) || wait > LongestOwnWait)
            return std::nullopt;
    }
    return workflow;
}

std::string toWord(const Workflow &workflow)
{
    std::string word = workflow.version();
    std::ranges::replace(word, ' ', '+');
    return word;
}

} // namespace engine
