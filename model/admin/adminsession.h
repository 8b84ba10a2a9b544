// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/account/policy.h"
#include "engine/base/instant.h"
#include "engine/verification/workflow.h"
#include "model/board/postbox.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace engine {
class Engine;
}

namespace model {

// The accounts, rules and prices of the engine as the Admin page shows and changes them. The engine outlives it. Lives
// in the window's thread.
class AdminSession : public QObject {
    Q_OBJECT

public:
    explicit AdminSession(engine::Engine &engine, QObject *parent = nullptr);
    ~AdminSession() override;

    const engine::Policy &policy() const { return *m_policy; }
    engine::Instant now() const;
    engine::Prices examplePrices() const;
    engine::WorkflowId lastWorkflow() const;

    // changed() follows once it is kept, or refused().
    void change(const engine::PolicyChange &change);
    // An account with a drawn key and secret, which it returns; the secret is shown nowhere else.
    engine::Account addAccount();
    // Draws another secret for the account and returns it.
    QString renewSecret(const QString &apiKey);
    // For an hour of the engine's time the network's numbers are reached again.
    void unblock(const QString &network);

    // "+44 7700 900112: workflow 4, by lot of split" for each of `numbers`, should `table` decide; `brand` is what the
    // requests would name.
    QStringList preview(const engine::AssignmentTable &table, const QStringList &numbers, const QString &brand) const;

    // "2 accounts; 1 block; prices are examples."
    QString sentence() const;

Q_SIGNALS:
    void changed();
    void refused(const QString &sentence);

private:
    void take();

    engine::Engine &m_engine;
    Postbox m_postbox;
    std::shared_ptr<const engine::Policy> m_policy;
    int m_subscription = 0;
};

} // namespace model
