// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/feed.h"

#include <QObject>

#include <set>

namespace model {

// Brings the feed's batches to the thread this object lives in. It leaves to its listeners what a batch means and which
// verifications are looked at.
class FeedAdapter : public QObject {
    Q_OBJECT

public:
    explicit FeedAdapter(engine::Engine &engine, QObject *parent = nullptr);
    ~FeedAdapter() override;

    // These come in full from now on: at once, and whenever they change.
    void watch(std::set<engine::VerificationKey> keys);

Q_SIGNALS:
    void arrived(const engine::FeedBatch &batch);

private:
    std::set<engine::VerificationKey> m_watched;
    // Last, so that its thread has ended before the rest goes.
    std::unique_ptr<engine::Feed> m_feed;
};

} // namespace model
