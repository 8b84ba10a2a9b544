// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/feedadapter.h"

#include <utility>

namespace model {

FeedAdapter::FeedAdapter(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_feed(std::make_unique<engine::Feed>(engine, [this](engine::FeedBatch batch) {
        const auto deliver = [this, batch = std::move(batch)] {
            Q_EMIT arrived(batch);
            m_feed->acknowledge();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    }))
{ }

FeedAdapter::~FeedAdapter() = default;

void FeedAdapter::watch(std::set<engine::VerificationKey> keys)
{
    if (keys == m_watched)
        return;
    m_watched = std::move(keys);
    m_feed->watch(m_watched);
}

} // namespace model
