// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/http/httpserver.h"

#include "engine/http/deadlines.h"
#include "engine/http/exchange.h"
#include "engine/http/listensocket.h"

#include <QLoggingCategory>

#include <microhttpd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <set>
#include <vector>

namespace engine {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

Q_LOGGING_CATEGORY(httpLog, "pinpath.http", QtWarningMsg)

constexpr unsigned FilesOfOurOwn = 64; // beside the connections: store, libraries, the screen

// How many connections the process may hold, at most `wanted`; raises its limit of open files as far as it may.
unsigned availableConnections(unsigned wanted)
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return wanted;
    const rlim_t needed = rlim_t(wanted) + FilesOfOurOwn;
    if (files.rlim_cur < needed) {
        rlimit raised = files;
        raised.rlim_cur = std::min(files.rlim_max, needed);
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            files = raised;
    }
    return files.rlim_cur >= needed ? wanted
                                    : unsigned(std::max<rlim_t>(files.rlim_cur, FilesOfOurOwn + 1) - FilesOfOurOwn);
}

void log(void *, const char *format, va_list arguments)
{
    char line[256];
    std::vsnprintf(line, sizeof line, format, arguments);
    qCDebug(httpLog).noquote() << QString::fromLocal8Bit(line).trimmed();
}

MHD_Result queue(MHD_Connection *connection, const HttpReply &reply)
{
    MHD_Response *response = MHD_create_response_from_buffer(reply.body.size(), const_cast<char *>(reply.body.data()),
                                                             MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    if (!reply.contentType.empty())
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply.contentType.c_str());
    for (const auto &[name, value] : reply.headers)
        MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result queued = MHD_queue_response(connection, unsigned(reply.status), response);
    MHD_destroy_response(response);
    return queued;
}

// What is kept with a connection.
struct Visitor {
    Deadlines::Watch *watch = nullptr;
    // A request whose first line is here, until it is handed to access(): only then does libmicrohttpd tell of its end.
    std::unique_ptr<Exchange> unseen;
};

Visitor &visitorOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return *static_cast<Visitor *>(info->socket_context);
}

} // namespace

// libmicrohttpd's callbacks and what they share with the thread that stops them.
class HttpServer::Daemon {
public:
    Daemon(HttpServerOptions options, Handler handler)
        : m_options(std::move(options))
        , m_handler(std::move(handler))
        , m_connections(availableConnections(m_options.connectionLimit))
        , m_deadlines(m_options.steady, {m_options.requestDeadline, m_connections, m_options.idleLimit})
    { }
    ~Daemon() { stop(); }

    Result<void> start();
    std::uint16_t port() const { return m_port; }
    void stopAccepting();
    void stop();

private:
    static MHD_Result access(void *self, MHD_Connection *connection, const char *url, const char *method,
                             const char *version, const char *data, std::size_t *size, void **exchange);
    static void *requestBegan(void *self, const char *target, MHD_Connection *connection);
    static void requestDone(void *self, MHD_Connection *connection, void **exchange, MHD_RequestTerminationCode);
    static void connectionChanged(void *self, MHD_Connection *connection, void **visitor,
                                  MHD_ConnectionNotificationCode change);

    MHD_Result dispatch(MHD_Connection *connection, Exchange &exchange);
    void forget(const std::shared_ptr<ReplySlot> &slot);
    bool waitUntilAnswered(milliseconds patience);

    const HttpServerOptions m_options;
    const Handler m_handler;
    const unsigned m_connections; // at most
    Deadlines m_deadlines;
    MHD_Daemon *m_daemon = nullptr;
    int m_socket = -1; // ours to close once accepting has stopped
    std::uint16_t m_port = 0;

    std::mutex m_mutex;
    std::condition_variable m_answered;
    std::set<std::shared_ptr<ReplySlot>> m_owed; // handed on, and not yet written out
    bool m_isStopping = false;
};

Result<void> HttpServer::Daemon::start()
{
    auto socket = ListenSocket::open(m_options.address, m_options.port);
    if (!socket)
        return socket.failure();
    unsigned flags = MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
    std::vector<MHD_OptionItem> tls;
    if (m_options.tls) {
        flags |= MHD_USE_TLS;
        const auto append = [&tls](MHD_OPTION option, const char *value) {
            tls.push_back({option, 0, const_cast<char *>(value)});
        };
        append(MHD_OPTION_HTTPS_MEM_CERT, m_options.tls->certificate.c_str());
        append(MHD_OPTION_HTTPS_MEM_KEY, m_options.tls->key.c_str());
        append(MHD_OPTION_HTTPS_PRIORITIES, "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2");
    }
    tls.push_back({MHD_OPTION_END, 0, nullptr});
    m_daemon
        = MHD_start_daemon(flags, 0, nullptr, nullptr, &access, this, // clang-format off
        MHD_OPTION_EXTERNAL_LOGGER, &log, nullptr, // first: it serves the options that follow
        MHD_OPTION_LISTEN_SOCKET, socket->get(),
        MHD_OPTION_CONNECTION_LIMIT, m_connections,
        MHD_OPTION_CONNECTION_TIMEOUT, unsigned(m_options.idleTimeout.count()),
        MHD_OPTION_URI_LOG_CALLBACK, &requestBegan, this,
        MHD_OPTION_NOTIFY_COMPLETED, &requestDone, this,
        MHD_OPTION_NOTIFY_CONNECTION, &connectionChanged, this,
        MHD_OPTION_ARRAY, tls.data(),
        MHD_OPTION_END); // clang-format on
    if (!m_daemon)
        return Failure{u"The HTTP server could not be started."_s, u"MHD_start_daemon failed"_s};
    m_port = socket->port();
    m_socket = socket->release();
    return {};
}

void HttpServer::Daemon::stopAccepting()
{
    if (!m_daemon || m_socket < 0)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    MHD_quiesce_daemon(m_daemon);
    close(m_socket);
    m_socket = -1;
}

void HttpServer::Daemon::stop()
{
    if (!m_daemon)
        return;
    stopAccepting();
    if (!waitUntilAnswered(m_options.stopPatience)) {
        // libmicrohttpd aborts when it is stopped with a request suspended.
        std::set<std::shared_ptr<ReplySlot>> owed;
        {
            const std::lock_guard lock(m_mutex);
            owed = m_owed;
        }
        for (const auto &slot : owed)
            slot->fill([] { return HttpReply{503, {}, {}, {}}; });
        waitUntilAnswered(m_options.stopPatience / 2);
    }
    MHD_stop_daemon(m_daemon);
    m_daemon = nullptr;
}

bool HttpServer::Daemon::waitUntilAnswered(milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_answered.wait_for(lock, patience, [this] { return m_owed.empty(); });
}

void HttpServer::Daemon::forget(const std::shared_ptr<ReplySlot> &slot)
{
    const std::lock_guard lock(m_mutex);
    m_owed.erase(slot);
    if (m_owed.empty())
        m_answered.notify_all();
}

void *HttpServer::Daemon::requestBegan(void *self, const char *target, MHD_Connection *connection)
{
    auto *daemon = static_cast<Daemon *>(self);
    Visitor &visitor = visitorOf(connection);
    daemon->m_deadlines.requestBegan(visitor.watch);
    visitor.unseen = std::make_unique<Exchange>(connection, target, visitor.watch);
    return visitor.unseen.get();
}

MHD_Result HttpServer::Daemon::access(void *self, MHD_Connection *connection, const char *, const char *method,
                                      const char *, const char *data, std::size_t *size, void **context)
{
    auto *daemon = static_cast<Daemon *>(self);
    auto &exchange = *static_cast<Exchange *>(*context);
    static_cast<void>(visitorOf(connection).unseen.release()); // requestDone() will own it
    const Exchange::Step step = exchange.proceed(method, std::string_view(data ? data : "", *size));
    *size = 0;
    switch (step) {
    case Exchange::Step::Continue:
        return MHD_YES;
    case Exchange::Step::Refused:
        return queue(connection, exchange.refusal());
    case Exchange::Step::Dispatch:
        return daemon->dispatch(connection, exchange);
    case Exchange::Step::Answer:
        if (const auto format = exchange.slot()->take())
            return queue(connection, (*format)());
        return MHD_YES;
    case Exchange::Step::Close:
        return MHD_NO;
    }
    return MHD_NO;
}

// Suspends first: the answer may be there before the handler has returned.
MHD_Result HttpServer::Daemon::dispatch(MHD_Connection *connection, Exchange &exchange)
{
    m_deadlines.requestComplete(exchange.watch());
    auto slot = std::make_shared<ReplySlot>([connection] { MHD_resume_connection(connection); });
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopping)
            return queue(connection, {503, {}, {}, {{MHD_HTTP_HEADER_CONNECTION, "close"}}});
        m_owed.insert(slot);
    }
    exchange.wait(slot);
    HttpRequest request = exchange.takeRequest();
    MHD_suspend_connection(connection);
    m_handler(std::move(request), Responder(std::move(slot)));
    return MHD_YES;
}

void HttpServer::Daemon::requestDone(void *self, MHD_Connection *connection, void **context, MHD_RequestTerminationCode)
{
    auto *daemon = static_cast<Daemon *>(self);
    const std::unique_ptr<Exchange> exchange(static_cast<Exchange *>(std::exchange(*context, nullptr)));
    std::unique_ptr<Exchange> &unseen = visitorOf(connection).unseen;
    if (unseen == exchange)
        static_cast<void>(unseen.release()); // as `exchange` owns it here
    unseen.reset();
    if (!exchange)
        return;
    daemon->m_deadlines.requestAnswered(exchange->watch());
    if (exchange->slot())
        daemon->forget(exchange->slot());
}

void HttpServer::Daemon::connectionChanged(void *self, MHD_Connection *connection, void **context,
                                           MHD_ConnectionNotificationCode change)
{
    Deadlines &deadlines = static_cast<Daemon *>(self)->m_deadlines;
    if (change == MHD_CONNECTION_NOTIFY_STARTED) {
        const int socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        *context = new Visitor{deadlines.open(socket), {}};
    } else {
        const std::unique_ptr<Visitor> visitor(static_cast<Visitor *>(std::exchange(*context, nullptr)));
        deadlines.close(visitor->watch);
    }
}

HttpServer::HttpServer(std::unique_ptr<Daemon> daemon)
    : m_daemon(std::move(daemon))
{ }

HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpServerOptions options, Handler handler)
{
    auto daemon = std::make_unique<Daemon>(std::move(options), std::move(handler));
    if (auto started = daemon->start(); !started)
        return started.failure();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(daemon)));
}

std::uint16_t HttpServer::port() const
{
    return m_daemon->port();
}

void HttpServer::stopAccepting()
{
    m_daemon->stopAccepting();
}

void HttpServer::stop()
{
    m_daemon->stop();
}

} // namespace engine
