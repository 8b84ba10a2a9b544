// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/compare/costchart.h"

// What each workflow costs and how long it takes, as a report's table has it. Plain values.
namespace model {

struct CostTimeRow {
    ChartLine line;
    bool isInQuestion = false; // one of those that the verdict is about
    bool isToday = false;
    QString verified; // "84.4 %"
    QString cost; // "78.3": EUR per 1,000 verified users; as the next two "–" where it is not known
    QString costInterval; // "77.5–79.0"
    QString against; // "−9.8": of the figures shown, against today's workflow
    QString messages; // "1.52": sent per request
    QString half; // "36 s", "never": half of all verified within
};

struct CostTimeTable {
    std::vector<CostTimeRow> rows; // as in the chart of rates, of those with ended ones
    bool isCostKnown = false;
    bool areMessagesKnown = false;
};

CostTimeTable costTimeTable(const engine::Market &market, const engine::Verdict &verdict, const CostChart &costs,
                            engine::WorkflowId baseline);

} // namespace model
