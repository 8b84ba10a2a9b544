// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/verification/timing.h"

#include <vector>

namespace engine {

Workflow withTiming(const Workflow &workflow, const Timing &timing)
{
    // The multiples rule holds only where the request names both.
    const seconds pinExpiry
        = timing.pinExpiry ? effectivePinExpiry(*timing.pinExpiry, timing.nextEventWait) : workflow.pinExpiry();
    std::vector<Step> steps;
    for (std::size_t i = 0; i < workflow.stepCount(); ++i)
        steps.push_back(workflow.step(i));
    if (steps.size() == 1) {
        if (timing.pinExpiry)
            steps.front().wait = pinExpiry;
    } else if (timing.nextEventWait) {
        for (Step &step : steps)
            step.wait = *timing.nextEventWait;
    }
    return Workflow(workflow.id(), steps, pinExpiry);
}

} // namespace engine
