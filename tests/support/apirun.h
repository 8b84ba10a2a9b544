// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apiserver.h"
#include "engine/runtime/engine.h"
#include "tests/support/rawclient.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace tests {

// Monday 23 November 2026, 14:00:00 UTC.
inline constexpr engine::Instant Today = engine::fromMilliseconds(1'795'442'400'000);

// The machine's monotonic time, and a date that stands still.
class FixedDate final : public engine::TimeSource {
public:
    engine::milliseconds steady() const override { return m_machine.steady(); }
    engine::Instant wall() const override { return Today; }

private:
    engine::MachineTime m_machine;
};

// A monotonic time that a test moves, read by any thread, and the same date.
class SteadyByHand final : public engine::TimeSource {
public:
    engine::milliseconds steady() const override { return m_steady.load(); }
    engine::Instant wall() const override { return Today; }
    void pass(engine::milliseconds span) { m_steady = m_steady.load() + span; }

private:
    std::atomic<engine::milliseconds> m_steady{engine::milliseconds(1'000'000)};
};

// Both APIs on an engine of their own, over real HTTP. The engine's clock is manual and starts at 14:00:00, calls are
// answered at once, and nothing is throttled unless a test wants otherwise.
class ApiRun {
public:
    struct Options {
        engine::Dialect dialect = engine::Dialect::Vonage;
        engine::ClockSetting clock{engine::ClockMode::Manual, 1.0, false};
        int rateLimitPerSecond = 0;
        QString signatureSecret = {}; // empty: the api_secret
    };
    static inline const QByteArray Key = "a1b2c3d4";
    static inline const QByteArray Secret = "topSecret1";

    ApiRun()
        : ApiRun(Options())
    { }
    explicit ApiRun(Options options);
    ~ApiRun();

    void open();
    void close();

    // Any request, without credentials.
    RawReply request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                     const QByteArray &headers = {});

    // A call of the Verify API with the account's credentials as parameters of a form; `path` as in
    // "/verify/check/json".
    QByteArray call(const QByteArray &path, const QByteArray &form);
    QJsonObject callObject(const QByteArray &path, const QByteArray &form);
    // Starts a verification, "number=...&brand=Acme&" before `form`, and returns its id.
    QByteArray start(const QByteArray &number, const QByteArray &form = {});
    QByteArray check(const QByteArray &id, const QByteArray &code);
    QByteArray search(const QByteArray &id);
    QByteArray control(const QByteArray &id, const QByteArray &command);

    // A call of the console API with the account's credentials; `target` is below /console/v1/.
    RawReply console(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    QJsonObject getObject(const QByteArray &target);
    QJsonArray getArray(const QByteArray &target);
    QJsonObject verification(const QByteArray &id) { return getObject("verifications/" + id); }
    // What the newest message on that number's handset says; empty when there is none.
    QByteArray pin(const QByteArray &number);
    // Changes who may ask and what it costs.
    void change(const engine::PolicyChange &change);
    engine::Account account() const { return engine->account(); }
    // Moves the engine's clock; all that falls due has run afterwards.
    void advance(engine::milliseconds span);

    static QByteArray basic(const QByteArray &key, const QByteArray &secret);

    Options options;
    FixedDate time;
    SteadyByHand apiTime;
    std::atomic<bool> canStoreWrite = true;
    QTemporaryDir folder;
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<engine::ApiServer> server;

private:
    std::unique_ptr<RawClient> m_client;
};

} // namespace tests
