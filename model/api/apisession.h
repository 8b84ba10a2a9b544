// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/apicontrol.h"
#include "engine/base/phonenumber.h"
#include "model/api/exchangemodel.h"

#include <QTimer>

#include <functional>
#include <thread>

namespace engine {
class Engine;
}

namespace model {

// All that the window shows of the API: where it is, whether it is on, the exchanges, and what was refused since
// somebody looked. It reads the log at most ten times a second. Engine and API outlive it.
class ApiSession : public QObject {
    Q_OBJECT

public:
    ApiSession(engine::Engine &engine, engine::ApiControl &api, QObject *parent = nullptr);
    ~ApiSession() override;

    // Over TLS where it is served so.
    QString address() const;
    // The one that needs no certificate.
    QString plainAddress() const { return m_api.url(); }
    std::optional<engine::TlsPlace> tls() const { return m_api.tls(); }
    QString apiKey() const;
    QString apiSecret() const;
    // Whether the secret is to be seen: what is copied carries it only then, or where the button says so.
    bool isSecretShown() const { return m_isSecretShown; }
    void setSecretShown(bool isShown);
    QString shownSecret() const { return m_isSecretShown ? apiSecret() : QString(); }
    // A number for a first request: one that has no running verification, as far as `isTaken` knows.
    void setTaken(std::function<bool(engine::PhoneNumber)> isTaken) { m_isTaken = std::move(isTaken); }
    QString freeNumber() const;

    // On as it was wanted, even while that is still being done.
    bool isOn() const { return wanted().isOn; }
    // The same for TLS.
    bool isTlsOn() const { return m_isSwitching ? m_wanted.tls.has_value() : m_api.tls().has_value(); }
    // What it is or would be served with over TLS.
    const engine::TlsFiles &tlsFiles() const { return m_files; }
    bool isSwitching() const { return m_isSwitching; }
    // Why it could not be turned on, or not over TLS, a sentence; empty when it could.
    const QString &problem() const { return m_problem; }
    // Done beside the window's thread, since connections may have to end; stateChanged() follows. The last wish counts.
    void setOn(bool isOn);
    void setTlsOn(bool isOn);
    // Over TLS with this certificate.
    void useTls(const engine::TlsFiles &files);
    // As it was last time; without turning it on where it was off.
    void setTlsFiles(const engine::TlsFiles &files) { m_files = files; }

    ExchangeModel &exchanges() { return m_exchanges; }
    const ExchangeModel &exchanges() const { return m_exchanges; }
    // Forgets them, here and in the log.
    void clear();
    // Whether exchanges about what started then may have been among them.
    bool wasCleared(engine::Instant startedAt) const { return m_clearedAt && startedAt <= *m_clearedAt; }
    // Whether they came before the window was opened: exchanges are kept in memory alone.
    bool isOfEarlierRun(engine::Instant startedAt) const { return startedAt < m_openedAt; }

    // Starts that were refused since somebody last looked, why the newest one was, and whether the others were for
    // other reasons.
    std::uint64_t unseenRefused() const { return m_refused - m_seenRefused; }
    const QString &newestReason() const { return m_newestReason; }
    bool reasonsDiffer() const { return m_reasonsDiffer; }
    void markRefusedSeen();

    // "The API is on: 128 requests, 3 refused."
    QString sentence() const;

Q_SIGNALS:
    void stateChanged(); // on, off, or why not
    void secretShownChanged();
    void exchangesChanged();
    void refusedChanged();

private:
    void read();
    QString stateWords() const;
    struct Wish {
        bool isOn = false;
        std::optional<engine::TlsFiles> tls;

        bool operator==(const Wish &) const = default;
    };
    Wish present() const { return {m_api.isOn(), m_usedFiles}; }
    // What holds once all that was wanted is done.
    Wish wanted() const { return m_isSwitching ? m_wanted : present(); }
    void want(const Wish &wish);
    QString fulfil(const Wish &before, const Wish &wish); // beside the window's thread; what went wrong
    void takeSwitched(const Wish &wish, const QString &problem);

    engine::Engine &m_engine;
    engine::ApiControl &m_api;
    ExchangeModel m_exchanges;
    QTimer m_readSoon;
    std::uint64_t m_lastRead = 0;
    std::uint64_t m_cleared = 0; // all up to this one were forgotten
    std::optional<engine::Instant> m_clearedAt;
    engine::Instant m_openedAt;
    std::uint64_t m_refused = 0;
    std::uint64_t m_seenRefused = 0;
    QString m_newestReason;
    bool m_reasonsDiffer = false;
    QString m_problem;
    std::function<bool(engine::PhoneNumber)> m_isTaken;
    bool m_isSecretShown = false;
    bool m_isSwitching = false;
    engine::TlsFiles m_files;
    std::optional<engine::TlsFiles> m_usedFiles; // that it is served with over TLS
    Wish m_before; // while it is switching: as it was
    Wish m_wanted; // and as it shall be at last
    std::thread m_switcher; // while it is switching
};

} // namespace model
