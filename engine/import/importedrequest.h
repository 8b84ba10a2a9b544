// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/record/record.h"
#include "engine/request/request.h"

#include <memory>
#include <vector>

namespace engine {

struct Batch;
class StoreReader;

// A report's request on its way into a store: what is fixed about it, and its story.
struct ImportedRequest {
    std::shared_ptr<const Request> request;
    std::vector<Event> events;
};

// What became of several.
struct ImportCounts {
    std::int64_t imported = 0;
    std::int64_t known = 0;
    std::int64_t restated = 0; // they are there, but their workflow was another
    std::int64_t withdrawn = 0; // they are there with a workflow that nobody knows any more
    std::int64_t withoutWorkflow = 0; // of those imported
};

// The place that a journal has reached.
struct JournalPlace {
    Sequence sequence = 0;
    VerificationKey key = 0;
};

// Adds those that neither the store nor the batch has, and those imported before whose workflow is another now, or that
// nobody knows any more: what a person stated, or nobody knew, gives way to whatever is stated last; what a report's
// own column tells gives way to such a column alone. `place` moves on with them.
ImportCounts addToBatch(Batch &batch, const std::vector<ImportedRequest> &requests, StoreReader &reader,
                        JournalPlace &place);

} // namespace engine
