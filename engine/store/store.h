// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/policy.h"
#include "engine/base/clocksetting.h"
#include "engine/base/result.h"
#include "engine/pin/pins.h"
#include "engine/store/connection.h"
#include "engine/store/openverification.h"
#include "engine/store/projection.h"
#include "engine/store/storelock.h"
#include "engine/store/storereader.h"

#include <QSqlQuery>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace engine {

struct StoreOptions {
    QString path;
    QString apiKey; // of the account to use; empty: the one there is, or a drawn one
    QString apiSecret; // for that account; empty: the one it has, or a drawn one
    // Asked before every write and commit; false makes it fail. For tests of what a failing disk does.
    std::function<bool()> mayWrite;
    // How many keys have their rollups together; for tests, which have few.
    std::int64_t rangeSize = 16'384;
};

// Where the clock stood at the last commit.
struct ClockState {
    ClockSetting setting;
    std::optional<Instant> last;
};

// What one transaction writes: all of it or nothing.
struct Batch {
    std::vector<JournalEntry> entries;
    ProjectionChanges changes;
    ClockState clock;

    bool isEmpty() const { return entries.empty(); }
};

// The writing side of a store: one SQLite file, its key and its lock. The journal is append-only and the truth; the
// projection follows from it, and rollups from that. Made, used and destroyed on one thread, the engine's, which owns
// it.
class Store {
public:
    // Opens the store or makes a new one with its key and one account. With a missing or foreign key the store opens
    // all the same, but its pins() are not usable and its account has no secret; keyTrouble() says why.
    static Result<std::unique_ptr<Store>> open(const StoreOptions &options);

    Result<void> write(const Batch &batch);
    // Changes who may ask and what it costs, at `at`. The changed policy is another value: policy() is what it was for
    // who holds it. Needs the key, which seals the secrets.
    Result<void> change(const PolicyChange &change, Instant at);

    // Keeps a run of the simulator, as keptsimulation.h writes it; the number that it gets. And deletes it again; one
    // that is not there is no failure.
    Result<std::int64_t> keepSimulation(const QByteArray &body, Instant at);
    Result<void> deleteSimulation(std::int64_t number);

    StoreReader &reader() { return m_reader; }
    const Pins &pins() const { return m_pins; }
    const std::optional<Failure> &keyTrouble() const { return m_keyTrouble; }
    const std::shared_ptr<const Policy> &policy() const { return m_policy; }
    const Account &account() const { return m_policy->own(); }
    const ClockState &clockAtOpening() const { return m_clock; }
    Sequence latestSequence() const { return m_latestSequence; }
    VerificationKey latestKey() const { return m_latestKey; }

    // What recovery brings back to memory; see openverifications.h.
    void visitOpen(const std::function<void(const OpenVerification &)> &visit);

    // Makes projection and rollups anew from the journal.
    Result<void> rebuildProjection();

private:
    Store(const StoreOptions &options, std::unique_ptr<StoreLock> lock, Connection connection, Pins pins);

    Result<void> initialise(const std::optional<StoreKey> &key);
    Result<void> loadState();
    Result<void> loadPolicy();
    Result<void> useAccount();
    Result<void> writePolicyChange(const PolicyChange &change, std::optional<Instant> at);
    Result<void> insideTransaction(const std::function<bool()> &writes);
    bool writeEntries(const std::vector<JournalEntry> &entries);
    bool writeChanges(const ProjectionChanges &changes);
    bool forgetRetold(const std::vector<VerificationKey> &retold);
    bool rollUp(VerificationKey latest);
    bool rollUpStale(const std::vector<VerificationKey> &retold);
    bool writeRollup(KeyRange range);
    bool writeRollup(KeyRange range, const QByteArray &bytes);
    bool isRollUpDue(VerificationKey latest);
    bool writeState(const ClockState &clock, Sequence projected);
    bool execute(QSqlQuery &query);
    QSqlQuery prepared(const QString &statement);

    StoreOptions m_options;
    std::unique_ptr<StoreLock> m_lock;
    Connection m_connection;
    Pins m_pins;
    StoreReader m_reader;
    std::optional<Failure> m_keyTrouble;
    std::shared_ptr<const Policy> m_policy;
    ClockState m_clock;
    Sequence m_latestSequence = 0;
    VerificationKey m_latestKey = 0;
    // What follows from all verifications and stands with the state.
    struct Sums {
        VerificationKey rolledUpTo = 0;
        StatusCounts counts;
        std::int64_t revision = 0;
        std::map<VerificationKey, VerificationKey> stale; // ranges without their rollup: first key, last key
    };
    Sums m_sums;
    QSqlError m_error; // of the statement that failed last

    QSqlQuery m_insertEntry;
    QSqlQuery m_upsertVerification;
    QSqlQuery m_leastOpen;
    QSqlQuery m_writeRollup;
    QSqlQuery m_forget;
    QSqlQuery m_rangeOf;
    QSqlQuery m_updateState;
};

} // namespace engine
