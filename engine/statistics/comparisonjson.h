// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statistics/outcomes.h"

#include <QString>

#include <string>
#include <vector>

namespace engine {

class JsonWriter;

// What `compare --json` and the console API's `stats` tell alike of a workflow.
struct WorkflowFigures {
    WorkflowId id = 0;
    std::int64_t requests = 0;
    std::int64_t verified = 0;
    std::int64_t expired = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;
    std::int64_t inProgress = 0;

    Proportion success() const { return {verified, requests - inProgress}; } // of those finished
};
// Members of an object that is open: "workflow_id" to "in_progress", "success_rate" and "wilson".
void writeFigures(JsonWriter &json, const WorkflowFigures &figures);

// What the counts do not tell by themselves: the verdict in words, and how many rows they were made from.
struct ComparisonWords {
    struct MarketAnswer {
        std::string country; // two letters, or empty
        QString answer;
        std::optional<WorkflowId> leader; // beyond doubt
        std::int64_t finished = 0;
    };
    std::vector<MarketAnswer> markets; // with most requests first
    QString verdict;
    std::vector<std::pair<std::string, std::int64_t>> counts; // beside the methods: "rows" and how many they were
};

// The object that `pinpath compare --json` prints; a contract with those who script it. Figures in full precision,
// times in whole seconds, null for what is undefined. Every finished request counts. Workflows without one are listed,
// but stay out of tests and pairs.
std::string toJson(const OutcomeTable &outcomes, bool isStratified, Looks looks, const ComparisonWords &words);

} // namespace engine
