// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/comparecontent.h"

// What each chart of the Compare page draws and says. Pure.
namespace model {

RateChart rateChart(const engine::Market &market, const engine::Verdict &verdict, engine::WorkflowId baseline);
LeadChart leadChart(const engine::Market &market, const engine::Verdict &verdict, const engine::VerdictRules &rules);
// How far the axis of leads reaches to each side, in points.
double leadReach(const engine::VerdictRules &rules);
// Of the best workflow besides the baseline, against that; none while either has too few.
std::optional<LeadRow> bestLead(const engine::Market &market, const engine::VerdictRules &rules);
EndChart endChart(const engine::Market &market);

} // namespace model
