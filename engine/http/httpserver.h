// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/http/httprequest.h"
#include "engine/http/responder.h"
#include "engine/http/tlscertificate.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace engine {

struct HttpServerOptions {
    std::string address = "127.0.0.1"; // or a name of this machine
    std::uint16_t port = 0; // 0 takes a free one
    std::optional<TlsCertificate> tls; // none: plain HTTP
    unsigned connectionLimit = 8192; // fewer where the system allows fewer open files
    unsigned idleLimit = 512; // connections without a whole request for a second; beyond, those longest idle are shut
    std::chrono::seconds idleTimeout{15}; // of a connection on which nothing moves
    std::chrono::milliseconds requestDeadline{10'000}; // from a request's first byte to its last
    std::chrono::milliseconds stopPatience{1'000}; // how long stop() waits for answers that are owed
    std::function<std::chrono::milliseconds()> steady; // the machine's monotonic time; called on any thread
};

// HTTP/1.1 on libmicrohttpd in poll mode, on one thread of its own. It reads requests within limits, hands each on as a
// value with the duty to answer it, and writes the answers; it knows no route and nothing of what it carries.
// Limits: bodies up to 64 KiB are kept; up to 1 MiB they are read, dropped and refused with 413; beyond, refused and
// closed. Targets from 8 KiB on get 413, from 16 KiB on 414; two lengths of one body get 400. Made, stopped and
// destroyed on one thread at a time.
class HttpServer {
public:
    // Called on the HTTP thread, which answers nobody meanwhile: it must not wait for anything.
    using Handler = std::function<void(HttpRequest, Responder)>;

    static Result<std::unique_ptr<HttpServer>> start(HttpServerOptions options, Handler handler);
    ~HttpServer();

    std::uint16_t port() const;
    // Accepts nothing more, from this call on.
    void stopAccepting();
    // Waits until what is owed is answered and written, though not beyond the patience: then answers 503 in its place.
    // Afterwards the handler is not called again.
    void stop();

private:
    class Daemon;
    explicit HttpServer(std::unique_ptr<Daemon> daemon);
    std::unique_ptr<Daemon> m_daemon;
};

} // namespace engine
