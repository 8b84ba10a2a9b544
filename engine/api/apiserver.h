// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apicontrol.h"
#include "engine/http/tlscertificate.h"
#include "engine/runtime/clock.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

namespace engine {

class ConsoleApi;
class Engine;
class HttpServer;
class Responder;
class VerifyApi;
struct CaptureTarget;
struct HttpRequest;
struct Policy;

struct TlsOptions {
    QString address;
    std::uint16_t port = 0; // as below
    TlsCertificate certificate;
    TlsFiles files; // that it was read from
};

// The certificate in the files; one that is made here is kept in `own` with ".crt" and ".key" behind it.
Result<TlsCertificate> readCertificate(const TlsFiles &files, const QString &own, const QString &host, Instant now);

struct ApiOptions {
    QString address = QStringLiteral("127.0.0.1"); // or a name of this machine
    std::uint16_t port = 0; // 0 takes a free one, and keeps to it
    int rateLimitPerSecond = 30; // of the Verify API, per account; 0: none
    std::optional<TlsOptions> tls{}; // where they are served over TLS as well, to begin with
    std::uint16_t tlsPort = 0; // where that is asked for later, at the same address; as above
    QString ownCertificate{}; // path and beginning of the files' names of one that is made here then
    QString signatureSecret{}; // what clients of the Verify API sign with; empty: the account's api_secret
};

// Both APIs of one engine on one port, or on a second one over TLS too: what `pinpath serve` and the window have in
// common. Made and destroyed on one thread, before its engine and `time` go; everything else may be called from any.
class ApiServer final : public ApiControl {
public:
    // Off, until it is turned on.
    ApiServer(Engine &engine, const TimeSource &time, ApiOptions options);
    ~ApiServer() override;

    // One that is on. Failures are sentences for the person who chose the address.
    static Result<std::unique_ptr<ApiServer>> start(Engine &engine, const TimeSource &time, ApiOptions options);

    bool isOn() const override { return m_isOn; }
    QString url() const override;
    std::uint16_t port() const { return m_port; }
    std::optional<TlsPlace> tls() const override;
    Result<void> turnOn() override;
    // Accepts nothing more, answers all that is owed, waits included, and returns within 2 s.
    void turnOff() override;
    Result<void> useTls(const std::optional<TlsFiles> &files) override;
    ExchangeLog &exchanges() override { return *m_log; }

private:
    Result<void> listen();
    Result<void> listenAnew();
    Result<std::optional<TlsOptions>> readTls(const std::optional<TlsFiles> &files) const;
    std::optional<TlsOptions> wantedTls() const;
    void setWantedTls(std::optional<TlsOptions> tls);
    Result<std::unique_ptr<HttpServer>> serve(const QString &address, std::uint16_t port,
                                              std::optional<TlsCertificate> certificate);
    void route(HttpRequest request, Responder responder);
    void stopServers();
    std::shared_ptr<const CaptureTarget> target();

    Engine &m_engine;
    const TimeSource &m_time;
    const ApiOptions m_options;
    const std::shared_ptr<ExchangeLog> m_log;

    // Where exchanges go, with the secrets of the policy that they are masked by.
    std::mutex m_masking; // guards both
    std::shared_ptr<const Policy> m_maskedPolicy;
    std::shared_ptr<const CaptureTarget> m_target;

    mutable std::mutex m_tlsMutex; // guards the next; held for moments only
    std::optional<TlsOptions> m_tls;
    std::mutex m_switch; // held while it is turned on or off
    std::atomic<bool> m_isOn = false;
    std::atomic<std::uint16_t> m_port; // as wanted, then as taken
    std::atomic<std::uint16_t> m_securePort; // the same, over TLS
    std::unique_ptr<VerifyApi> m_verify;
    std::unique_ptr<ConsoleApi> m_console;
    // Last: they stop before what they call goes. Null while they are off.
    std::unique_ptr<HttpServer> m_server;
    std::unique_ptr<HttpServer> m_secureServer;
};

} // namespace engine
