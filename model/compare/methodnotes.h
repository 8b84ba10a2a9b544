// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

namespace model {

// How the verdict and the charts of `market` were computed: what counts, what was left out, methods and levels. Pure.
std::vector<MethodNote> howComputed(const engine::Comparison &comparison, const engine::Market &market,
                                    const engine::Verdict &verdict, const CompareChoices &choices);

// The same of a population of a simulated run.
std::vector<MethodNote> howSimulated(const engine::KeptSimulation &run, const engine::Market &market,
                                     const engine::Verdict &verdict, const CompareChoices &choices);

} // namespace model
