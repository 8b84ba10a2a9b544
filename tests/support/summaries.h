// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/feed.h"
#include "tests/support/manualtime.h"

namespace tests {

// A verification as a table knows it: `key` also makes its number (+44 7700 9000KK), its id and its start, a minute
// after the one before.
inline engine::Summary summary(engine::VerificationKey key, engine::Status status = engine::Status::InProgress,
                               engine::WorkflowId workflow = 1)
{
    engine::Summary summary;
    summary.key = key;
    summary.id = engine::RequestId::make(1'700'000'000'000 + key, {});
    summary.number = engine::PhoneNumber(447700900000 + std::uint64_t(key));
    summary.workflowId = workflow;
    summary.status = status;
    summary.country[0] = 'G';
    summary.country[1] = 'B';
    summary.startedAt = ManualTime::Start + std::chrono::minutes(key);
    summary.endedAt = summary.startedAt + std::chrono::seconds(17);
    return summary;
}

// News of these, in any order.
inline engine::FeedBatch batch(std::vector<engine::Summary> summaries, bool isReset = false)
{
    std::sort(summaries.begin(), summaries.end(), [](const auto &a, const auto &b) { return a.key > b.key; });
    engine::FeedBatch batch;
    batch.kind = isReset ? engine::FeedBatch::Kind::Restart : engine::FeedBatch::Kind::Changes;
    batch.counts.all = std::int64_t(summaries.size());
    batch.summaries = std::move(summaries);
    return batch;
}

} // namespace tests
