// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/import/importedrequest.h"
#include "engine/import/workflowrules.h"

#include <functional>

namespace engine {

class Store;
class StoreKey;
class VerifyReport;

// What becomes of the phone numbers: kept; hashed with the store's key, so that the same user is still the same;
// dropped.
enum class ImportedNumbers : std::uint8_t { Kept, Hashed, Dropped };

struct ImportPlan {
    WorkflowRules workflows;
    ImportedNumbers numbers = ImportedNumbers::Kept;
};

struct ImportResult {
    std::int64_t rows = 0; // all that were read
    std::int64_t imported = 0;
    std::int64_t known = 0; // in the store before, or earlier in the file: imported once
    std::int64_t restated = 0; // in the store before, with another workflow, which is put right
    std::int64_t withdrawn = 0; // in the store before, with a workflow that is now stated to be unknown
    std::int64_t running = 0; // had not ended when the report was made, and were left out
    std::int64_t withoutWorkflow = 0; // of those imported
    std::int64_t withoutNumber = 0; // whose number cannot be one; imported without it
    WorkflowShares workflows; // of the ended rows, imported now or before
    BadRows badRows;
    bool isWhole = true; // else it was ended before; what was imported stays
};

// Where a report's requests go: a store in hand, or an engine's, on whose thread they are written.
struct ImportTarget {
    QString account; // whose requests they become
    std::size_t requestsAtOnce = 1;
    // All of them or none, which is a failure.
    std::function<Result<ImportCounts>(std::vector<ImportedRequest>)> write;
};
// On the store's thread; the store outlives it.
ImportTarget importInto(Store &store);

// Writes a report's ended requests into the target as imported verifications: journal and projection as of any
// other. What is not in a report is not made up: they have no PIN and no news of deliveries; messages stand where their
// workflow sends them. Rows go in by transactions of some thousands, and no row twice, so that an import that was ended
// can be run again for the rest, and one whose workflow was stated wrongly with the right one. `key` is the store's.
// `progress` as VerifyReport tells it.
Result<ImportResult> importReport(VerifyReport &report, const ImportTarget &target, const StoreKey &key,
                                  const ImportPlan &plan, const std::function<bool(double)> &progress);

} // namespace engine
