// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/store.h"

#include "engine/store/chosentext.h"
#include "engine/store/columntext.h"
#include "engine/store/journalcodec.h"
#include "engine/store/openverifications.h"
#include "engine/store/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QVariant>

namespace engine {

namespace {

constexpr std::size_t RebuildChunk = 10'000; // journal rows folded between two writes of a rebuild

Result<std::optional<StoreKey>> keyOf(const QString &path, bool isNewStore)
{
    const QString keyPath = path + QStringLiteral(".key");
    if (isNewStore && !QFile::exists(keyPath)) {
        auto created = StoreKey::create(keyPath);
        if (!created)
            return created.failure();
        return std::optional(*created);
    }
    auto loaded = StoreKey::load(keyPath);
    if (!loaded)
        return loaded.failure();
    return std::optional(*loaded);
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    const QFileInfo file(options.path);
    if (!file.absoluteDir().exists()) {
        return Failure{QStringLiteral("The store %1 cannot be made: there is no folder %2.")
                           .arg(options.path, file.absoluteDir().path()),
                       {}};
    }
    if (file.isDir())
        return Failure{QStringLiteral("The store %1 is a folder. Name a file with --store.").arg(options.path), {}};

    auto lock = StoreLock::acquire(options.path);
    if (!lock)
        return lock.failure();
    auto connection = Connection::open(options.path, Connection::Access::ReadWrite);
    if (!connection)
        return connection.failure();
    if (const auto prepared = prepareSchema(*connection, options.path); !prepared)
        return prepared.failure();

    const QByteArray fingerprint = connection->value(QStringLiteral("SELECT key_fingerprint FROM state")).toByteArray();
    const bool isNew = fingerprint.isEmpty();
    auto key = keyOf(options.path, isNew);
    if (!key && isNew)
        return key.failure();
    std::optional<Failure> trouble;
    std::optional<StoreKey> usable = key ? *key : std::nullopt;
    if (!key) {
        trouble = key.failure();
    } else if (!isNew && usable->fingerprint() != fingerprint) {
        usable.reset();
        trouble = Failure{QStringLiteral("The key %1.key belongs to another store. History opens, but codes cannot be "
                                         "checked without the right one; put it back.")
                              .arg(options.path),
                          {}};
    }

    std::unique_ptr<Store> store(new Store(options, std::move(*lock), std::move(*connection), Pins(usable)));
    store->m_keyTrouble = trouble;
    if (const auto done = store->initialise(usable); !done)
        return done.failure();
    return store;
}

Store::Store(const StoreOptions &options, std::unique_ptr<StoreLock> lock, Connection connection, Pins pins)
    : m_options(options)
    , m_lock(std::move(lock))
    , m_connection(std::move(connection))
    , m_pins(std::move(pins))
    , m_reader(m_connection.database(), &m_pins)
    , m_insertEntry(prepared(QStringLiteral("INSERT INTO journal (sequence, verification, body) VALUES (?, ?, ?)")))
    , m_upsertVerification(prepared(
          QStringLiteral("INSERT INTO verification (key, sequence, request_id, number, country, workflow_id, version, "
                         "source, status, started_at, ended_at, is_open, brand, account, chosen, network, cost, "
                         "steps_sent, open_request, open_state) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                         "ON CONFLICT (key) DO UPDATE SET sequence = excluded.sequence, status = excluded.status, "
                         "ended_at = excluded.ended_at, is_open = excluded.is_open, cost = excluded.cost, "
                         "steps_sent = excluded.steps_sent, open_state = excluded.open_state, "
                         "open_request = CASE WHEN excluded.is_open THEN open_request END")))
    , m_leastOpen(prepared(QStringLiteral("SELECT min(key) FROM verification WHERE is_open = 1")))
    , m_writeRollup(
          prepared(QStringLiteral("INSERT OR REPLACE INTO rollup (first_key, last_key, body) VALUES (?, ?, ?)")))
    , m_forget(prepared(QStringLiteral("DELETE FROM verification WHERE key = ?")))
    , m_rangeOf(prepared(QStringLiteral("SELECT first_key, last_key FROM rollup WHERE first_key <= ? "
                                        "ORDER BY first_key DESC LIMIT 1")))
    , m_updateState(prepared(QStringLiteral("UPDATE state SET clock_mode = ?, clock_speed = ?, is_paused = ?, "
                                            "last_instant = ?, projected_sequence = ?, rolled_up_to = ?, "
                                            "revision = ?, requests = ?, verified = ?, expired = ?, failed = ?, "
                                            "cancelled = ?")))
{ }

QSqlQuery Store::prepared(const QString &statement)
{
    QSqlQuery query(m_connection.database());
    query.prepare(statement);
    return query;
}

Result<void> Store::initialise(const std::optional<StoreKey> &key)
{
    if (const auto done = loadState(); !done)
        return done;
    if (const auto done = loadPolicy(); !done || !key)
        return done;
    // A new store has no state yet; its one row names the key that its PINs come from.
    QSqlQuery state = prepared(QStringLiteral("INSERT OR IGNORE INTO state (id, clock_mode, clock_speed, is_paused, "
                                              "projected_sequence, key_fingerprint) VALUES (1, 0, 1.0, 0, 0, ?)"));
    state.addBindValue(key->fingerprint());
    if (!state.exec())
        return toFailure(m_options.path, state.lastError());
    return useAccount();
}

Result<void> Store::loadState()
{
    QSqlQuery query(m_connection.database());
    Sequence projected = 0;
    if (!query.exec(QStringLiteral("SELECT clock_mode, clock_speed, is_paused, last_instant, projected_sequence, "
                                   "rolled_up_to, revision FROM state")))
        return toFailure(m_options.path, query.lastError());
    if (query.next()) {
        m_clock.setting = {ClockMode(query.value(0).toInt()), query.value(1).toDouble(), query.value(2).toBool()};
        if (!query.isNull(3))
            m_clock.last = fromMilliseconds(query.value(3).toLongLong());
        projected = query.value(4).toLongLong();
        m_sums = {query.value(5).toLongLong(), m_reader.statusCounts(), query.value(6).toLongLong(), {}};
    }
    if (query.exec(QStringLiteral("SELECT first_key, last_key FROM rollup WHERE length(body) = 0"))) {
        while (query.next())
            m_sums.stale[query.value(0).toLongLong()] = query.value(1).toLongLong();
    }
    query.finish();
    m_latestSequence = m_connection.value(QStringLiteral("SELECT max(sequence) FROM journal")).toLongLong();
    m_latestKey = m_connection.value(QStringLiteral("SELECT max(key) FROM verification")).toLongLong();
    if (projected != m_latestSequence)
        return rebuildProjection();
    if (!isRollUpDue(m_latestKey) && m_sums.stale.empty())
        return {};
    return insideTransaction([this] {
        bool isDone = rollUp(m_latestKey);
        while (isDone && !m_sums.stale.empty())
            isDone = rollUpStale({});
        return isDone && writeState(m_clock, m_latestSequence);
    });
}

Result<void> Store::write(const Batch &batch)
{
    const Sequence latest = batch.entries.empty() ? m_latestSequence : batch.entries.back().sequence;
    VerificationKey latestKey = m_latestKey;
    for (const JournalEntry &entry : batch.entries)
        latestKey = std::max(latestKey, entry.key);
    const auto done = insideTransaction([&] {
        return writeEntries(batch.entries) && writeChanges(batch.changes) && rollUp(latestKey)
            && rollUpStale(batch.changes.retold()) && writeState(batch.clock, latest);
    });
    if (done) {
        m_latestSequence = latest;
        m_latestKey = latestKey;
    }
    return done;
}

Result<void> Store::insideTransaction(const std::function<bool()> &writes)
{
    QSqlQuery control(m_connection.database());
    if (!control.exec(QStringLiteral("BEGIN IMMEDIATE")))
        return toFailure(m_options.path, control.lastError());
    const Sums before = m_sums;
    if (writes()) {
        control.prepare(QStringLiteral("COMMIT"));
        if (execute(control))
            return {};
    }
    // The transaction may already be gone, as after a full disk; rolling back what is not there fails and is harmless.
    control.exec(QStringLiteral("ROLLBACK"));
    m_sums = before;
    return toFailure(m_options.path, m_error);
}

bool Store::execute(QSqlQuery &query)
{
    if (m_options.mayWrite && !m_options.mayWrite()) {
        m_error = QSqlError(QStringLiteral("refused"), QStringLiteral("the write was refused"),
                            QSqlError::StatementError, QStringLiteral("10"));
        return false;
    }
    const bool isDone = query.exec();
    if (!isDone)
        m_error = query.lastError();
    query.finish();
    return isDone;
}

bool Store::writeEntries(const std::vector<JournalEntry> &entries)
{
    for (const JournalEntry &entry : entries) {
        m_insertEntry.bindValue(0, qint64(entry.sequence));
        m_insertEntry.bindValue(1, qint64(entry.key));
        m_insertEntry.bindValue(2, encodeJournalBody(entry));
        if (!execute(m_insertEntry))
            return false;
    }
    return true;
}

bool Store::writeChanges(const ProjectionChanges &changes)
{
    if (!forgetRetold(changes.retold()))
        return false;
    for (const auto &[key, changed] : changes.rows()) {
        const VerificationRow &row = changed.verification;
        const Verification &v = row.verification;
        const Request *request = changes.requestOf(key);
        const QVariantList values{qint64(key),
                                  qint64(row.sequence),
                                  row.id.toBytes(),
                                  qint64(row.number.digits()),
                                  columnText(row.country),
                                  v.workflow.id(),
                                  columnText(v.workflow.version()),
                                  int(row.source),
                                  int(v.status),
                                  qint64(toMilliseconds(v.startedAt)),
                                  v.hasEnded() ? QVariant(qint64(toMilliseconds(v.endedAt))) : QVariant(),
                                  int(row.isOpen()),
                                  request ? notNull(request->brand) : notNull({}),
                                  request ? notNull(request->account) : notNull({}),
                                  request ? notNull(chosenText(request->choice)) : notNull({}),
                                  request && !request->network.isEmpty() ? QVariant(request->network) : QVariant(),
                                  qint64(costOf(row).hundredMillionths()),
                                  int(v.stepsSent),
                                  request && row.isOpen() ? QVariant(encodeOpenRequest(*request)) : QVariant(),
                                  changed.openState.isNull() ? QVariant() : QVariant(changed.openState)};
        for (int i = 0; i < values.size(); ++i)
            m_upsertVerification.bindValue(i, values.at(i));
        if (!execute(m_upsertVerification))
            return false;
    }
    m_sums.counts += changes.counts();
    return true;
}

bool Store::writeState(const ClockState &clock, Sequence projected)
{
    m_updateState.bindValue(0, int(clock.setting.mode));
    m_updateState.bindValue(1, clock.setting.speed);
    m_updateState.bindValue(2, int(clock.setting.isPaused));
    m_updateState.bindValue(3, clock.last ? QVariant(qint64(toMilliseconds(*clock.last))) : QVariant());
    m_updateState.bindValue(4, qint64(projected));
    const StatusCounts &counts = m_sums.counts;
    int place = 5;
    for (const std::int64_t each : {m_sums.rolledUpTo, m_sums.revision, counts.all, counts.verified, counts.expired,
                                    counts.failed, counts.cancelled})
        m_updateState.bindValue(place++, qint64(each));
    return execute(m_updateState);
}

void Store::visitOpen(const std::function<void(const OpenVerification &)> &visit)
{
    visitOpenVerifications(m_connection.database(), visit);
}

Result<void> Store::rebuildProjection()
{
    QSqlQuery query(m_connection.database());
    query.setForwardOnly(true);
    return insideTransaction([&] {
        for (const auto &table : {QStringLiteral("verification"), QStringLiteral("rollup")}) {
            QSqlQuery clear(m_connection.database());
            clear.prepare(QStringLiteral("DELETE FROM ") + table);
            if (!execute(clear))
                return false;
        }
        m_sums = {0, {}, m_sums.revision + 1, {}};
        VerificationKey latestKey = 0; // so far
        struct Folded {
            VerificationRow row;
            std::vector<Pending> pending;
        };
        std::map<VerificationKey, Folded> open;
        ProjectionChanges changes;
        std::size_t folded = 0;
        if (!query.exec(QStringLiteral("SELECT sequence, verification, body FROM journal ORDER BY sequence"))) {
            m_error = query.lastError();
            return false;
        }
        while (query.next()) {
            const auto entry = decodeJournalBody(query.value(0).toLongLong(), query.value(1).toLongLong(),
                                                 query.value(2).toByteArray());
            if (!entry)
                continue; // one damaged row loses one decision, not the history around it
            auto &[row, pending] = open[entry->key];
            if (entry->request)
                row = toRow(entry->key, *entry->request);
            row.sequence = entry->sequence;
            for (const Event &event : entry->events) {
                evolve(row.verification, event);
                follow(pending, event, row.verification);
            }
            if (entry->request && entry->key <= latestKey)
                changes.retell(*entry, row);
            else
                changes.add(*entry, row, row.isOpen() ? encodeOpenState(row.verification, pending) : QByteArray());
            latestKey = std::max(latestKey, entry->key);
            if (!row.isOpen())
                open.erase(entry->key);
            if (++folded % RebuildChunk == 0) {
                if (!writeChanges(changes))
                    return false;
                changes.clear();
            }
        }
        m_latestKey = std::max(m_latestKey, latestKey);
        return writeChanges(changes) && rollUp(m_latestKey) && writeState(m_clock, m_latestSequence);
    });
}

} // namespace engine
