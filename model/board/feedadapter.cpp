// SPDX-FileCopyrightText: The Pinpath authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board/feedadapter.h"

#include <utility>

namespace model {

FeedAdapter::FeedAdapter(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_feed(std::make_unique<engine::Feed>(engine, [this](const engine::FeedBatch &batch) {
        // Older pieces follow by themselves.
        post(m_index.take(batch), batch.kind != engine::FeedBatch::Kind::Older);
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

void FeedAdapter::ask(std::function<BoardIndex::Update(BoardIndex &)> wish)
{
    m_feed->call([this, wish = std::move(wish)] { post(wish(m_index), false); });
}

void FeedAdapter::post(BoardIndex::Update update, bool isAcknowledged)
{
    if (!update && !isAcknowledged)
        return;
    const auto deliver = [this, update = std::move(update), isAcknowledged] {
        if (update)
            Q_EMIT arrived(*update);
        if (isAcknowledged)
            m_feed->acknowledge();
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}

} // namespace model
