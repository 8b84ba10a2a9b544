// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiserver.h"

#include "engine/api/console/consoleapi.h"
#include "engine/api/verify/verifyapi.h"
#include "engine/http/httpserver.h"

namespace engine {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ApiServer>> ApiServer::start(Engine &engine, const TimeSource &time, ApiOptions options)
{
    std::unique_ptr<ApiServer> server(new ApiServer(engine, time, std::move(options)));
    if (auto listening = server->listen(time); !listening)
        return listening.failure();
    return server;
}

ApiServer::ApiServer(Engine &engine, const TimeSource &time, ApiOptions options)
    : m_options(std::move(options))
    , m_verify(std::make_unique<VerifyApi>(engine, time, m_options.rateLimitPerSecond, m_refusals))
    , m_console(std::make_unique<ConsoleApi>(engine, m_refusals))
{ }

ApiServer::~ApiServer()
{
    stop();
}

Result<void> ApiServer::listen(const TimeSource &time)
{
    HttpServerOptions options;
    options.address = m_options.address.toStdString();
    options.port = m_options.port;
    options.steady = [&time] { return time.steady(); };
    const auto route = [this](const HttpRequest &request, Responder responder) {
        if (VerifyApi::isResponsibleFor(request))
            m_verify->handle(request, std::move(responder));
        else if (ConsoleApi::isResponsibleFor(request))
            m_console->handle(request, std::move(responder));
        else
            responder.respond(
                {404, "text/plain", "There is nothing here. The APIs are at /verify/ and /console/v1/.\n", {}});
    };
    auto started = HttpServer::start(std::move(options), route);
    if (!started)
        return started.failure();
    m_server = std::move(*started);
    return {};
}

QString ApiServer::url() const
{
    const bool isIpv6 = m_options.address.contains(u':');
    const QString host = isIpv6 ? u'[' + m_options.address + u']' : m_options.address;
    return u"http://"_s + host + u':' + QString::number(port());
}

std::uint16_t ApiServer::port() const
{
    return m_server->port();
}

void ApiServer::stop()
{
    if (!m_server)
        return;
    m_server->stopAccepting();
    m_console->stopWaiting();
    m_server->stop();
}

} // namespace engine
