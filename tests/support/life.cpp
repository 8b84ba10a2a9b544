// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/life.h"

#include "engine/simulation/userlife.h"

using namespace engine;

namespace tests {

Verification life(const Workflow &workflow, const Population &population, UserKey user)
{
    UserLife life(workflow, population, user, Instant());
    while (!life.verification().hasEnded())
        life.live();
    return life.verification();
}

double successRate(const Workflow &workflow, const Population &population, int users)
{
    int verified = 0;
    for (int user = 0; user < users; ++user)
        verified += life(workflow, population, {1, static_cast<std::uint64_t>(user)}).status == Status::Succeeded;
    return 100.0 * verified / users;
}

} // namespace tests
