// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/rollup.h"
#include "engine/store/statuscounts.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace engine {

class Pins;

// One verification in a table or an index: what sorting and filtering need, without its story.
struct Summary {
    VerificationKey key = 0;
    RequestId id;
    PhoneNumber number;
    WorkflowId workflowId = 0;
    Status status = Status::InProgress;
    Source source = Source::Api;
    char country[2] = {}; // two letters, or zeros
    Instant startedAt{};
    Instant endedAt{}; // meaningful once ended
    Money cost; // so far
    QString brand;
};

// A run of the simulator; its body is for keptsimulation.h.
struct SimulationText {
    std::int64_t number = 0;
    Instant keptAt{};
    QByteArray body;
};

struct RecordFilter {
    std::optional<Status> status;
    std::optional<WorkflowId> workflowId;
    std::optional<PhoneNumber> number;
};

struct RecordPage {
    std::vector<Record> records; // newest first
    std::optional<VerificationKey> next; // pass as `below` for the next page
};

// Of a request as far as an import wants to know it.
struct KnownRequest {
    VerificationKey key = 0;
    Source source = Source::Api;
    Status status = Status::InProgress;
    WorkflowId workflowId = 0;
    bool isWorkflowNamed = false; // by the request itself
};

// Counts and times of one workflow over all of a store.
struct WorkflowStats {
    WorkflowId workflowId = 0;
    std::int64_t requests = 0;
    std::int64_t verified = 0;
    std::int64_t expired = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;
    Money cost;
    std::map<std::int64_t, std::int64_t> secondsToVerify; // whole seconds -> how many

    std::int64_t inProgress() const { return requests - verified - expired - failed - cancelled; }
};

// Reads a store over a connection of its own, on the thread that made that connection. What it returns is consistent
// within one call. A row that cannot be read is left out, and so is all of a verification whose story is damaged.
class StoreReader {
public:
    // `connection` is open and outlives the reader; without the store's key (null) records come without PIN digits.
    StoreReader(const QSqlDatabase &connection, const Pins *pins);

    bool contains(RequestId id);
    std::optional<KnownRequest> known(RequestId id);
    QString accountOf(RequestId id); // that asked for it; empty when there is no such request
    // The newest one whose id begins with these hex digits; none without digits.
    std::optional<RequestId> newestWithId(QStringView prefix);
    // The newest one whose number contains these digits; none without digits. Looks at every row.
    std::optional<RequestId> newestWithNumber(QStringView digits);
    std::optional<Record> record(RequestId id);
    std::optional<Record> record(VerificationKey key);
    // The newest `limit` that match, with keys below `below`.
    RecordPage page(const RecordFilter &filter, int limit, std::optional<VerificationKey> below);
    std::vector<Record> openRecords(); // running, or with a delivery on its way
    // All summaries with keys below `below`, newest first, at most `limit`.
    std::vector<Summary> summaries(std::size_t limit, std::optional<VerificationKey> below = std::nullopt);
    std::vector<Summary> summaries(const std::vector<VerificationKey> &keys);
    // By key; of one brand and one network, or of all.
    struct CourseFilter {
        std::optional<std::string> brand;
        std::optional<std::string> network;

        bool operator==(const CourseFilter &) const = default;
    };
    std::vector<Course> courses(KeyRange range, const CourseFilter &filter = {});
    // Verifications up to this key have ended for good and stand in rollups.
    VerificationKey rolledUpTo();
    // Of the ranges within `keys`, in the order of keys; null where it is damaged or being made anew, so that the range
    // is to be read one by one.
    void visitRollups(KeyRange keys, const std::function<void(KeyRange, const Rollup *)> &visit);
    // Kept runs of the simulator, in the order in which they were kept.
    std::vector<std::int64_t> simulationNumbers();
    std::optional<SimulationText> simulation(std::int64_t number);
    VerificationKey latestKey();
    std::vector<JournalEntry> latestEntries(std::size_t limit); // in the journal's order
    std::vector<WorkflowStats> stats();
    // What all requests of an account have cost so far, without those that were imported. Looks at every row.
    Money spentBy(const QString &account);
    StatusCounts statusCounts();
    Sequence latestSequence();
    // Rises whenever something that had ended was changed after all.
    std::int64_t revision();
    // Where the store's clock stands: a real one at `wall` or later, others where they stood last.
    Instant now(Instant wall);

private:
    std::optional<VerificationKey> keyOf(RequestId id);

    QSqlDatabase m_connection;
    const Pins *m_pins;
};

} // namespace engine
