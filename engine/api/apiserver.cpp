// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/apiserver.h"

#include "engine/api/console/consoleapi.h"
#include "engine/api/exchangecapture.h"
#include "engine/api/verify/verifyapi.h"
#include "engine/http/httpserver.h"

#include <thread>

namespace engine {

using namespace Qt::StringLiterals;

namespace {

QString urlOf(const QString &scheme, const QString &address, std::uint16_t port)
{
    const QString host = address.contains(u':') ? u'[' + address + u']' : address;
    return scheme + u"://"_s + host + u':' + QString::number(port);
}

} // namespace

Result<TlsCertificate> readCertificate(const TlsFiles &files, const QString &own, const QString &host, Instant now)
{
    return files.isMadeHere() ? TlsCertificate::selfSigned(own + u".crt"_s, own + u".key"_s, host, now)
                              : TlsCertificate::load(files.certificate, files.key);
}

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
    , m_tls(m_options.tls)
    , m_port(m_options.port)
    , m_securePort(m_tls ? m_tls->port : m_options.tlsPort)
    , m_verify(std::make_unique<VerifyApi>(engine, time, m_options.rateLimitPerSecond, m_options.signatureSecret))
{ }

ApiServer::~ApiServer()
{
    turnOff();
}

Result<void> ApiServer::turnOn()
{
    const std::lock_guard lock(m_switch);
    return m_server ? Result<void>() : listenAnew();
}

Result<void> ApiServer::listenAnew()
{
    m_console = std::make_unique<ConsoleApi>(m_engine); // the last one lets nobody wait any more
    auto listening = listen();
    m_isOn = bool(listening);
    return listening;
}

Result<void> ApiServer::useTls(const std::optional<TlsFiles> &files)
{
    const std::lock_guard lock(m_switch);
    auto tls = readTls(files);
    const bool isOn = m_server != nullptr;
    if (isOn)
        stopServers();
    setWantedTls(tls ? std::move(*tls) : std::nullopt);
    auto listening = isOn ? listenAnew() : Result<void>();
    if (!listening && wantedTls()) {
        setWantedTls({});
        if (const auto plain = listenAnew(); !plain)
            return plain.failure();
    }
    return tls ? listening : tls.failure();
}

Result<std::optional<TlsOptions>> ApiServer::readTls(const std::optional<TlsFiles> &files) const
{
    if (!files)
        return std::optional<TlsOptions>();
    auto certificate = readCertificate(*files, m_options.ownCertificate, m_options.address, m_time.wall());
    if (!certificate)
        return certificate.failure();
    return std::optional(TlsOptions{m_options.address, m_options.tlsPort, std::move(*certificate), *files});
}

std::optional<TlsOptions> ApiServer::wantedTls() const
{
    const std::lock_guard lock(m_tlsMutex);
    return m_tls;
}

void ApiServer::setWantedTls(std::optional<TlsOptions> tls)
{
    const std::lock_guard lock(m_tlsMutex);
    m_tls = std::move(tls);
}

Result<void> ApiServer::listen()
{
    auto server = serve(m_options.address, m_port, {});
    if (!server)
        return server.failure();
    m_server = std::move(*server);
    m_port = m_server->port();
    const std::optional<TlsOptions> tls = wantedTls();
    if (!tls)
        return {};
    auto secureServer = serve(tls->address, m_securePort, tls->certificate);
    if (!secureServer) {
        stopServers();
        return secureServer.failure();
    }
    m_secureServer = std::move(*secureServer);
    m_securePort = m_secureServer->port();
    return {};
}

Result<std::unique_ptr<HttpServer>> ApiServer::serve(const QString &address, std::uint16_t port,
                                                     std::optional<TlsCertificate> certificate)
{
    HttpServerOptions options;
    options.address = address.toStdString();
    options.port = port;
    options.tls = std::move(certificate);
    options.steady = [this] { return m_time.steady(); };
    return HttpServer::start(std::move(options), [this](HttpRequest request, Responder responder) {
        route(std::move(request), std::move(responder));
    });
}

void ApiServer::route(HttpRequest request, Responder responder)
{
    auto exchange
        = std::make_shared<ExchangeCapture>(target(), std::move(request), m_engine.clock().now(), m_time.steady());
    responder.observe([exchange, &time = m_time](const HttpReply &reply) { exchange->finish(reply, time.steady()); });
    if (VerifyApi::isResponsibleFor(exchange->request()))
        m_verify->handle(*exchange, std::move(responder));
    else if (ConsoleApi::isResponsibleFor(exchange->request()))
        m_console->handle(*exchange, std::move(responder));
    else
        responder.respond(
            {404, "text/plain", "There is nothing here. The APIs are at /verify/ and /console/v1/.\n", {}});
}

std::shared_ptr<const CaptureTarget> ApiServer::target()
{
    const std::lock_guard lock(m_masking);
    if (auto policy = m_engine.policy(); policy != m_maskedPolicy) {
        std::vector<std::string> secrets;
        for (const Account &account : policy->accounts) {
            secrets.push_back(account.apiSecret.toStdString());
            secrets.push_back(account.signatureSecret.toStdString());
        }
        m_maskedPolicy = std::move(policy);
        m_target = std::make_shared<const CaptureTarget>(CaptureTarget{m_log, Masks(std::move(secrets))});
    }
    return m_target;
}

QString ApiServer::url() const
{
    return urlOf(u"http"_s, m_options.address, m_port);
}

std::optional<TlsPlace> ApiServer::tls() const
{
    const std::optional<TlsOptions> tls = wantedTls();
    if (!tls)
        return {};
    const TlsFiles &files = tls->files;
    return TlsPlace{urlOf(u"https"_s, tls->address, m_securePort),
                    files.isMadeHere() ? m_options.ownCertificate + u".crt"_s : files.certificate, files.isMadeHere()};
}

void ApiServer::turnOff()
{
    const std::lock_guard lock(m_switch);
    if (!m_server)
        return;
    stopServers();
    m_isOn = false; // who reads it may count on a closed port
}

void ApiServer::stopServers()
{
    for (const auto &server : {m_server.get(), m_secureServer.get()}) {
        if (server)
            server->stopAccepting();
    }
    m_console->stopWaiting();
    std::thread stopping; // at once, since each has some patience with those whom it owes an answer
    if (m_secureServer)
        stopping = std::thread([this] { m_secureServer->stop(); });
    m_server->stop();
    if (stopping.joinable())
        stopping.join();
    m_server.reset();
    m_secureServer.reset();
}

} // namespace engine
