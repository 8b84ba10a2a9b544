// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/instant.h"
#include "engine/base/result.h"
#include "engine/verification/workflow.h"

#include <QString>

#include <vector>

namespace app {

// Users of one country who meet a workflow each, in turn.
struct CrowdMarket {
    QString country;
    std::uint64_t firstNumber = 0;
    QString preset; // of the population that they are from
    std::vector<engine::WorkflowId> workflows;
    int users = 0;
};

// Fills a store that no engine has open with the lives of simulated users, evenly spread over [begin, end): the rules
// play against what each user does, everything at its own time. All of it is demo data.
engine::Result<void> writeCrowd(const QString &storePath, const std::vector<CrowdMarket> &markets,
                                engine::Instant begin, engine::Instant end);

} // namespace app
