// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/words/plan.h"

namespace model {

engine::Verification justStarted(const engine::Workflow &workflow)
{
    engine::Verification verification;
    for (const engine::Event &event : decide(verification, engine::Start{workflow}, engine::Instant()))
        evolve(verification, event);
    return verification;
}

} // namespace model
