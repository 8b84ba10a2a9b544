// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The limit that `pinpath serve` is measured against: bare libmicrohttpd, which answers every request with the same
// text without reading it, and, where a file is named, first stores the rows that a start leaves in our store: its
// journal row and its projection row, and in the next transaction the journal row of its delivery, with which the
// projection row changes; and with each transaction the one row of the store's state. Tables, indexes, sizes of rows,
// batches and durability are ours; the keys rise.
//
//     api_peer constant | starts FILE | rows FILE       `starts` leaves the deliveries out
//
// Prints its port.
#include <microhttpd.h>
#include <netinet/in.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t MaxBatch = 512;
constexpr std::size_t StartBytes = 137; // of the body of a start's journal row
constexpr std::size_t DeliveryBytes = 15;
constexpr std::size_t OpenBytes = 24; // of what recovery needs, fixed and changing
constexpr std::size_t KeptBody = 64 * 1024;

constexpr const char *Tables
    = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
      "CREATE TABLE journal (sequence INTEGER PRIMARY KEY, verification INTEGER NOT NULL, body BLOB NOT NULL);"
      "CREATE INDEX journal_by_verification ON journal (verification);"
      "CREATE TABLE verification (key INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, request_id BLOB NOT NULL UNIQUE, "
      "number INTEGER NOT NULL, country TEXT NOT NULL, workflow_id INTEGER NOT NULL, version TEXT NOT NULL, source "
      "INTEGER NOT NULL, status INTEGER NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER, is_open INTEGER NOT "
      "NULL, brand TEXT NOT NULL DEFAULT '', cost INTEGER NOT NULL DEFAULT 0, steps_sent INTEGER NOT NULL DEFAULT 0, "
      "open_request BLOB, open_state BLOB, account TEXT NOT NULL DEFAULT '', chosen TEXT NOT NULL DEFAULT '');"
      "CREATE TABLE state (id INTEGER PRIMARY KEY, last_instant INTEGER, sequence INTEGER, requests INTEGER);"
      "INSERT INTO state VALUES (1, 0, 0, 0);"
      "CREATE INDEX verification_open ON verification (key) WHERE is_open = 1;";

void need(bool isDone, const char *what)
{
    if (isDone)
        return;
    std::fprintf(stderr, "api_peer: %s failed\n", what);
    std::exit(1);
}

class Rows {
public:
    Rows(const char *path, bool hasDeliveries)
        : m_hasDeliveries(hasDeliveries)
    {
        need(sqlite3_open(path, &m_database) == SQLITE_OK, "sqlite3_open");
        need(sqlite3_exec(m_database, Tables, nullptr, nullptr, nullptr) == SQLITE_OK, "CREATE TABLE");
        m_begin = prepared("BEGIN IMMEDIATE");
        m_commit = prepared("COMMIT");
        m_journal = prepared("INSERT INTO journal VALUES (?, ?, ?)");
        m_start
            = prepared("INSERT INTO verification VALUES (?, ?, ?, ?, 'GB', 1, 's125 c180 c300 p300', 1, 1, ?, NULL, "
                       "1, 'Acme', 1400000, 1, ?, ?, 'key', 'default')");
        m_delivery = prepared("UPDATE verification SET sequence = ?, status = 1, is_open = 1, cost = 1400000, "
                              "steps_sent = 1, open_state = ? WHERE key = ?");
        m_state = prepared("UPDATE state SET last_instant = ?, sequence = ?, requests = ?");
    }

    // The deliveries of the batch before, and so many starts, in one transaction.
    void write(std::size_t starts)
    {
        run(m_begin);
        for (; m_delivered < m_started; ++m_delivered) {
            journal(m_delivered + 1, DeliveryBytes);
            sqlite3_bind_int64(m_delivery, 1, m_sequence);
            bind(m_delivery, 2, OpenBytes);
            sqlite3_bind_int64(m_delivery, 3, m_delivered + 1);
            run(m_delivery);
        }
        for (std::size_t i = 0; i < starts; ++i) {
            ++m_started;
            journal(m_started, StartBytes);
            const std::array<std::uint64_t, 2> id{__builtin_bswap64(std::uint64_t(m_started)),
                                                  std::uint64_t(m_started)};
            sqlite3_bind_int64(m_start, 1, m_started);
            sqlite3_bind_int64(m_start, 2, m_sequence);
            sqlite3_bind_blob(m_start, 3, id.data(), sizeof id, SQLITE_TRANSIENT);
            sqlite3_bind_int64(m_start, 4, 447'700'000'000 + m_started);
            sqlite3_bind_int64(m_start, 5, 1'793'000'000'000 + m_started);
            bind(m_start, 6, OpenBytes);
            bind(m_start, 7, OpenBytes);
            run(m_start);
        }
        for (const int place : {1, 2, 3})
            sqlite3_bind_int64(m_state, place, m_sequence);
        run(m_state);
        run(m_commit);
        if (!m_hasDeliveries)
            m_delivered = m_started;
    }
    bool hasDeliveries() const { return m_delivered < m_started; }

private:
    sqlite3_stmt *prepared(const char *text)
    {
        sqlite3_stmt *statement = nullptr;
        need(sqlite3_prepare_v2(m_database, text, -1, &statement, nullptr) == SQLITE_OK, text);
        return statement;
    }
    static void run(sqlite3_stmt *statement)
    {
        need(sqlite3_step(statement) == SQLITE_DONE, sqlite3_sql(statement));
        sqlite3_reset(statement);
    }
    static void bind(sqlite3_stmt *statement, int place, std::size_t bytes)
    {
        static const std::array<char, StartBytes> body{};
        sqlite3_bind_blob(statement, place, body.data(), int(bytes), SQLITE_STATIC);
    }
    void journal(std::int64_t key, std::size_t bytes)
    {
        sqlite3_bind_int64(m_journal, 1, ++m_sequence);
        sqlite3_bind_int64(m_journal, 2, key);
        bind(m_journal, 3, bytes);
        run(m_journal);
    }

    const bool m_hasDeliveries;
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_commit = nullptr;
    sqlite3_stmt *m_journal = nullptr;
    sqlite3_stmt *m_start = nullptr;
    sqlite3_stmt *m_delivery = nullptr;
    sqlite3_stmt *m_state = nullptr;
    std::int64_t m_sequence = 0;
    std::int64_t m_started = 0;
    std::int64_t m_delivered = 0;
};

// Takes the connections that wait, at most a batch of them, and lets them go on once their rows are stored.
class Writer {
public:
    explicit Writer(Rows *rows)
        : m_rows(rows)
    { }

    void add(MHD_Connection *connection)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(connection);
        }
        m_changed.notify_one();
    }

    [[noreturn]] void run()
    {
        std::vector<MHD_Connection *> batch;
        for (;;) {
            {
                std::unique_lock lock(m_mutex);
                const auto isAwake = [this] { return !m_waiting.empty(); };
                if (m_rows->hasDeliveries())
                    m_changed.wait_for(lock, std::chrono::milliseconds(1), isAwake);
                else
                    m_changed.wait(lock, isAwake);
                const auto end = m_waiting.begin() + std::ptrdiff_t(std::min(MaxBatch, m_waiting.size()));
                batch.assign(m_waiting.begin(), end);
                m_waiting.erase(m_waiting.begin(), end);
            }
            m_rows->write(batch.size());
            for (MHD_Connection *connection : batch)
                MHD_resume_connection(connection);
        }
    }

private:
    Rows *const m_rows;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<MHD_Connection *> m_waiting;
};

struct Request {
    std::string body;
    bool isHeadRead = false;
    bool isStored = false;
};

MHD_Result reply(MHD_Connection *connection)
{
    static constexpr char Text[] = R"({"request_id":"01a2125b9bcb7546b6a23b1e3a3f509b","status":"0"})";
    MHD_Response *response
        = MHD_create_response_from_buffer(sizeof Text - 1, const_cast<char *>(Text), MHD_RESPMEM_PERSISTENT);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "application/json");
    const MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return queued;
}

MHD_Result access(void *writer, MHD_Connection *connection, const char *, const char *, const char *, const char *data,
                  std::size_t *size, void **context)
{
    auto *request = static_cast<Request *>(*context);
    if (!request) {
        *context = new Request;
        return MHD_YES;
    }
    if (*size > 0) {
        if (request->body.size() + *size <= KeptBody)
            request->body.append(data, *size);
        *size = 0;
        return MHD_YES;
    }
    if (!writer || request->isStored)
        return reply(connection);
    request->isStored = true; // when it is called again
    MHD_suspend_connection(connection);
    static_cast<Writer *>(writer)->add(connection);
    return MHD_YES;
}

void requestDone(void *, MHD_Connection *, void **context, MHD_RequestTerminationCode)
{
    delete static_cast<Request *>(std::exchange(*context, nullptr));
}

} // namespace

int main(int argc, char **argv)
{
    const std::string mode = argc > 1 ? argv[1] : "";
    const bool isStoring = (mode == "starts" || mode == "rows") && argc == 3;
    if (!isStoring && mode != "constant") {
        std::fputs("usage: api_peer constant | starts FILE | rows FILE\n", stderr);
        return 2;
    }
    Rows *rows = isStoring ? new Rows(argv[2], mode == "rows") : nullptr; // these live as long as the process
    Writer *writer = rows ? new Writer(rows) : nullptr;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr,
                                          &access, writer, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_CONNECTION_LIMIT,
                                          8192U, MHD_OPTION_NOTIFY_COMPLETED, &requestDone, nullptr, MHD_OPTION_END);
    need(daemon, "MHD_start_daemon");
    std::printf("http://127.0.0.1:%d\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    std::fflush(stdout);
    if (writer)
        writer->run();
    pause();
}
