// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/feed.h"

#include <QObject>

#include <optional>
#include <set>

namespace model {

// Brings the feed's batches to the thread this object lives in, and tells the feed which verifications are looked at:
// those visible in the table and the selected one. It leaves to its listeners what a batch means.
class FeedAdapter : public QObject {
    Q_OBJECT

public:
    explicit FeedAdapter(engine::Engine &engine, QObject *parent = nullptr);
    ~FeedAdapter() override;

    void setVisible(std::set<engine::VerificationKey> keys);
    void setSelected(std::optional<engine::VerificationKey> key);

Q_SIGNALS:
    void arrived(const engine::FeedBatch &batch);

private:
    void watch();

    std::set<engine::VerificationKey> m_visible;
    std::optional<engine::VerificationKey> m_selected;
    std::set<engine::VerificationKey> m_watched;
    // Last, so that its thread has ended before the rest goes.
    std::unique_ptr<engine::Feed> m_feed;
};

} // namespace model
