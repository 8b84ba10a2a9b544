// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiserver.h"

#include "engine/api/console/consoleapi.h"
#include "engine/api/exchangecapture.h"
#include "engine/api/verify/verifyapi.h"
#include "engine/http/httpserver.h"

namespace engine {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ApiServer>> ApiServer::start(Engine &engine, const TimeSource &time, ApiOptions options)
{
    auto server = std::make_unique<ApiServer>(engine, time, std::move(options));
    if (auto started = server->turnOn(); !started)
        return started.failure();
    return server;
}

ApiServer::ApiServer(Engine &engine, const TimeSource &time, ApiOptions options)
    : m_engine(engine)
    , m_time(time)
    , m_options(std::move(options))
    , m_log(std::make_shared<ExchangeLog>())
    , m_target(
          std::make_shared<const CaptureTarget>(CaptureTarget{m_log, Masks(engine.account().apiSecret.toStdString())}))
    , m_port(m_options.port)
    , m_verify(std::make_unique<VerifyApi>(engine, time, m_options.rateLimitPerSecond, m_options.signatureSecret))
{ }

ApiServer::~ApiServer()
{
    turnOff();
}

Result<void> ApiServer::turnOn()
{
    const std::lock_guard lock(m_switch);
    if (m_server)
        return {};
    m_console = std::make_unique<ConsoleApi>(m_engine); // the last one lets nobody wait any more
    auto listening = listen();
    m_isOn = bool(listening);
    return listening;
}

Result<void> ApiServer::listen()
{
    HttpServerOptions options;
    options.address = m_options.address.toStdString();
    options.port = m_port;
    options.steady = [this] { return m_time.steady(); };
    const auto route = [this](HttpRequest request, Responder responder) {
        auto exchange
            = std::make_shared<ExchangeCapture>(m_target, std::move(request), m_engine.clock().now(), m_time.steady());
        responder.observe(
            [exchange, &time = m_time](const HttpReply &reply) { exchange->finish(reply, time.steady()); });
        if (VerifyApi::isResponsibleFor(exchange->request()))
            m_verify->handle(*exchange, std::move(responder));
        else if (ConsoleApi::isResponsibleFor(exchange->request()))
            m_console->handle(*exchange, std::move(responder));
        else
            responder.respond(
                {404, "text/plain", "There is nothing here. The APIs are at /verify/ and /console/v1/.\n", {}});
    };
    auto started = HttpServer::start(std::move(options), route);
    if (!started)
        return started.failure();
    m_server = std::move(*started);
    m_port = m_server->port();
    return {};
}

QString ApiServer::url() const
{
    const bool isIpv6 = m_options.address.contains(u':');
    const QString host = isIpv6 ? u'[' + m_options.address + u']' : m_options.address;
    return u"http://"_s + host + u':' + QString::number(port());
}

void ApiServer::turnOff()
{
    const std::lock_guard lock(m_switch);
    if (!m_server)
        return;
    m_server->stopAccepting();
    m_console->stopWaiting();
    m_server->stop();
    m_server.reset();
    m_isOn = false; // who reads it may count on a closed port
}

} // namespace engine
