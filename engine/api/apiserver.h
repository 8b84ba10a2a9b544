// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/credentials.h"
#include "engine/base/result.h"
#include "engine/runtime/clock.h"

#include <QString>

#include <cstdint>
#include <memory>

namespace engine {

class ConsoleApi;
class Engine;
class HttpServer;
class VerifyApi;

struct ApiOptions {
    QString address = QStringLiteral("127.0.0.1"); // or a name of this machine
    std::uint16_t port = 0; // 0 takes a free one
    int rateLimitPerSecond = 30; // of the Verify API, per account; 0: none
};

// Both APIs of one engine on one port: what `pinpath serve` and the window have in common. Made, stopped and destroyed
// on one thread, before its engine and `time` go; the counts may be read from any.
class ApiServer {
public:
    // Failures are sentences for the person who chose the address.
    static Result<std::unique_ptr<ApiServer>> start(Engine &engine, const TimeSource &time, ApiOptions options);
    ~ApiServer();

    // "http://127.0.0.1:8460", with the port that it took.
    QString url() const;
    std::uint16_t port() const;
    // Accepts nothing more, answers all that is owed, waits included, and returns within 2 s.
    void stop();

    // How many requests came with wrong credentials or none, and what was wrong with the last one.
    RefusalCount::Seen refused() const { return m_refusals.seen(); }

private:
    ApiServer(Engine &engine, const TimeSource &time, ApiOptions options);
    Result<void> listen(const TimeSource &time);

    const ApiOptions m_options;
    RefusalCount m_refusals;
    std::unique_ptr<VerifyApi> m_verify;
    std::unique_ptr<ConsoleApi> m_console;
    std::unique_ptr<HttpServer> m_server; // last: it stops before what it calls goes
};

} // namespace engine
