// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/verification/workflow.h"

#include <QString>

#include <vector>

namespace model {

// When a workflow fits, from what it is: guidance, not data.
struct Guidance {
    engine::WorkflowId workflow = 0;
    QString messages; // "SMS, call, call"
    QString fits;
};

// For each workflow of the dialect.
std::vector<Guidance> guidance(engine::Dialect dialect);

} // namespace model
