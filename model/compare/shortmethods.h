// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

namespace model {

// Data, what is assumed and methods in a few lines each, for a report's page whose readers have nothing else. `content`
// is the verdict's, whose cautions come last. Pure.
std::vector<MethodNote> shortMethods(const engine::Comparison &comparison, const engine::Market &market,
                                     const engine::Verdict &verdict, const CompareChoices &choices,
                                     const VerdictContent &content);

} // namespace model
