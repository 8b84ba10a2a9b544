// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/verdict.h"
#include "model/compare/chartwords.h"

#include <optional>

// Whether success rates are stable: week by week, for each workflow. Pure.
namespace model {

struct TrendWeek {
    std::int64_t ended = 0; // 0: the rest means nothing
    double percent = 0; // verified, 0 to 100
    engine::Interval interval; // Wilson, 95 %, in per cent
    bool isEnough = false; // filled, else hollow
    QString spoken;
};

struct TrendRow {
    ChartLine line;
    std::vector<TrendWeek> weeks; // one for each of the chart's
    QString latest; // "84.4 %" of the last week that has any
};

struct TrendChart {
    ChartWords words;
    std::vector<TrendRow> rows; // as in the chart of rates
    QStringList weeks; // "2 Nov": the day on which each begins, without gaps
};

// No `now` where the period is closed: of no week more will come.
TrendChart trendChart(const engine::Market &market, const engine::Verdict &verdict, std::optional<engine::Instant> now);

} // namespace model
